import type { MediaView } from '#src/domain/media.ts';
import type { Money } from '#src/domain/money.ts';
import type { ReviewSummary } from '#src/domain/reviews.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { CheckItem } from '#src/domain/verification.ts';
import type { Locale } from '#src/i18n/locales.ts';

/** What the catalogue's SQL functions answer. Amounts are minor units, times ISO 8601, names in the visitor's language. */

/** A written text: translated when there is a translation, else as its author wrote it (`locale` says which language). */
export type TextView = { text: string; locale: Locale; machine: boolean };
export type Named = { key: string; name: string };
export type ClusterName = { slug: string; name: string };

/** A product in a list. `lowestAmount`: unit price of the cheapest tier, null without tiers. */
export type ListingCard = {
  slug: string;
  title: string;
  titleLocale: Locale;
  unit: string;
  price: Money;
  lowestAmount: number | null;
  moq: number;
  leadTimeDays: number;
  sample: boolean;
  country: string;
  producer: { slug: string; name: string; verified: boolean };
  clusters: ClusterName[];
  media: MediaView | null;
};

export type Counted = { key: string; count: number };
export type CountedName = Counted & { name: string };
/** A node of the category tree, parents before children in reading order; counts include what lies under it. */
export type CategoryCount = CountedName & { parent: string | null };
/** How many listings are at most so much (MOQ in units, lead time in days): cumulative. */
export type StepCount = { max: number; count: number };

/**
 * Counts of every facet, all exact. Each facet is counted within what the other facets have chosen, so its own chosen
 * values keep their neighbours' counts. Chosen values are always present; else only values with a count are.
 */
export type Facets = {
  category: CategoryCount[];
  cluster: CountedName[];
  country: Counted[];
  material: CountedName[];
  technique: CountedName[];
  certification: CountedName[];
  sample: number;
  /** Steps of one currency only: `from` inclusive, `to` exclusive, null = no upper bound. */
  price: {
    currency: string;
    currencies: Counted[];
    steps: { from: number; to: number | null; count: number }[];
  };
  moq: StepCount[];
  lead: StepCount[];
};

/** `showing`: the query as it was understood when words were corrected; `didYouMean`: a likelier query, not applied;
 * `partial`: no listing has all the words, these have as many as any. */
export type SearchNote = { showing: string | null; didYouMean: string | null; partial: boolean };

/** One page of the catalogue. `previous` and `next` are encoded cursors for the URL, null where there is no such page. */
export type CataloguePage = {
  items: ListingCard[];
  total: number;
  previous: string | null;
  next: string | null;
  search: SearchNote | null;
  facets: Facets;
};

export type CertificationView = Named & {
  issuer: string | null;
  number: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  forThisProduct: boolean;
};
export type PassedCheck = { item: CheckItem; checkedAt: string };
export type ProducerKind = 'cooperative' | 'company' | 'workshop' | 'association' | 'individual';

export type MakerView = {
  id: string;
  slug: string;
  name: string;
  kind: ProducerKind;
  tagline: TextView | null;
  country: string;
  place: string;
  verifiedAt: string | null;
  checks: PassedCheck[];
  languages: Locale[];
  foundedYear: number | null;
  listings: number;
  cover: MediaView | null;
};

export type VariantView = {
  id: string;
  name: string;
  sku: string | null;
  size: string | null;
  colour: string | null;
  /** Minor units; null = the product's price. */
  amount: number | null;
  available: boolean;
};

/**
 * What a similar product has in common: keys of shared materials and techniques, a price within 30 %, an MOQ and a lead
 * time within reach, and the slug of a cluster that both makers are in.
 */
export type SimilarWhy = {
  kind: boolean;
  materials: string[];
  techniques: string[];
  price: boolean;
  moq: boolean;
  lead: boolean;
  cluster: string | null;
};
export type SimilarListing = { card: ListingCard; why: SimilarWhy };

/** A product beside others: every fact of trade. */
export type ComparedProduct = Omit<
  ProductPage,
  | 'description'
  | 'care'
  | 'publishedAt'
  | 'updatedAt'
  | 'variants'
  | 'pictures'
  | 'maker'
  | 'clusters'
  | 'categories'
  | 'related'
> & {
  variants: number;
  picture: MediaView | null;
  maker: { slug: string; name: string; place: string; country: string; verified: boolean };
  rating: { average: number | null; count: number };
};
export type Comparison = { items: ComparedProduct[]; missing: string[] };

export type ProductPage = {
  id: string;
  slug: string;
  title: TextView;
  description: TextView | null;
  care: TextView | null;
  customisation: TextView | null;
  unit: string;
  price: Money;
  moq: number;
  orderMultiple: number;
  leadTimeDays: number;
  capacityPerMonth: number | null;
  hsCode: string | null;
  /** Country of origin, null when the producer has not said. */
  country: string | null;
  incoterm: string | null;
  incotermPlace: string | null;
  sample: boolean;
  sampleAmount: number | null;
  weightGrams: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
  publishedAt: string;
  updatedAt: string;
  materials: Named[];
  techniques: Named[];
  tiers: PriceTier[];
  variants: VariantView[];
  pictures: MediaView[];
  maker: MakerView;
  clusters: (ClusterName & { id: string })[];
  /** From the root of the tree to the product's own category. */
  categories: Named[];
  certifications: CertificationView[];
  /** `sameMaker`: this maker's newest, the same category first. `similar`: by others, each with what it has in common. */
  related: { sameMaker: ListingCard[]; similar: SimilarListing[] };
};

/** A product that was public and is archived now. */
export type GoneProduct = Pick<ProductPage, 'title' | 'categories' | 'related'> & {
  maker: { slug: string; name: string };
};

/** `latitude` and `longitude` have two decimals: a place on a map, about 1 km, never an address. */
export type ProducerPage = Omit<MakerView, 'cover'> & {
  story: TextView | null;
  capacityNote: TextView | null;
  latitude: number | null;
  longitude: number | null;
  people: number | null;
  women: number | null;
  youth: number | null;
  techniques: Named[];
  updatedAt: string;
  certifications: CertificationView[];
  clusters: (ClusterName & { id: string })[];
  cover: MediaView | null;
  logo: MediaView | null;
  workshop: MediaView[];
  newest: ListingCard[];
  reviews: ReviewSummary;
};

export type ProducerCard = {
  slug: string;
  name: string;
  kind: ProducerKind;
  tagline: TextView | null;
  country: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  verified: boolean;
  clusters: ClusterName[];
  listings: number;
  cover: MediaView | null;
};

export type ProducersPage = {
  items: ProducerCard[];
  total: number;
  previous: string | null;
  next: string | null;
  facets: {
    cluster: CountedName[];
    country: Counted[];
    technique: CountedName[];
    verified: number;
  };
};

export type ClusterCard = {
  slug: string;
  name: TextView;
  summary: TextView | null;
  country: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  producers: number;
  listings: number;
  cover: MediaView | null;
};

/** `producers` are the first 48 by name; `people` is the sum over the members that say their number, or null. */
export type ClusterPage = Omit<ClusterCard, 'producers'> & {
  id: string;
  story: TextView | null;
  updatedAt: string;
  gallery: MediaView[];
  producerCount: number;
  people: number | null;
  producers: ProducerCard[];
  newest: ListingCard[];
};

export type HomePage = {
  counts: { listings: number; producers: number; clusters: number; countries: number };
  categories: CategoryCount[];
  /** Twelve with a picture: every maker's newest before anybody's second. */
  hand: ListingCard[];
  newest: ListingCard[];
  makers: ProducerCard[];
  clusters: ClusterCard[];
};

export type Suggestions = {
  categories: Named[];
  producers: { slug: string; name: string }[];
  listings: { slug: string; title: string }[];
};

export type SitemapEntry = { slug: string; updatedAt: string };
export type SitemapIndex = {
  parts: { part: number; updatedAt: string }[];
  producers: SitemapEntry[];
  clusters: SitemapEntry[];
};

export type NewsItem = {
  slug: string;
  title: string;
  description: string | null;
  publishedAt: string;
  producer: { slug: string; name: string };
  media: MediaView | null;
};
