/**
 * The shapes of the demo content: plain data in the words of the design, ready for a loader.
 * Amounts are integers in the minor unit of their currency; lengths are millimetres, weights grams;
 * dates are given as days before or after the day of loading so that the demo never grows old.
 */
import type { Locale } from '#src/i18n/locales.ts';
import type { PictureSpec } from '#supabase/demo/pictures/kinds.ts';

/** A text in all four languages. */
export type Text4 = Readonly<Record<Locale, string>>;
/** A text in English and in some of the other languages. */
export type TextSome = Readonly<{ en: string } & Partial<Record<Locale, string>>>;

export type CurrencyCode = 'RWF' | 'USD';
/** ISO 3166-1 alpha-2. */
export type CountryCode =
  'RW' | 'KE' | 'UG' | 'TZ' | 'BI' | 'ET' | 'FR' | 'NL' | 'SE' | 'GB' | 'US';
/** UN/ECE Recommendation 20: pair, piece, set, kilogram, square metre, square foot, metre, litre. */
export type UnitCode = 'PR' | 'H87' | 'SET' | 'KGM' | 'MTK' | 'FTK' | 'MTR' | 'LTR';
export type Incoterm = 'EXW' | 'FCA' | 'CPT' | 'CIP' | 'DAP' | 'FOB' | 'CFR' | 'CIF';
export type ProductState = 'draft' | 'in_review' | 'published' | 'archived';
export type ProducerKind = 'cooperative' | 'company' | 'workshop' | 'association' | 'individual';
export type BuyerKind = 'importer' | 'retailer' | 'designer' | 'hospitality' | 'institution';

export interface CategorySeed {
  /** Stable slug; also the last part of the category's URL. */
  key: string;
  parent: string | null;
  position: number;
  names: Text4;
  /** Suggested heading of HS 2022, four to six digits; null on a branch. A suggestion, not a ruling. */
  hsHeading: string | null;
  defaultUnit: UnitCode | null;
}

export type TermKind = 'material' | 'technique' | 'certification';
export interface TermSeed {
  kind: TermKind;
  key: string;
  position: number;
  names: Text4;
}

/** A public place: district level, coordinates rounded to 0.05 degrees. Never an address. */
export interface PlaceSeed {
  country: CountryCode;
  /** As printed, for example "Masoro, Gasabo". */
  place: string;
  latitude: number;
  longitude: number;
}

export interface PictureSeed {
  spec: PictureSpec;
  /** At most 180 characters in each language; made by alt.ts. */
  alt: Text4;
}

export interface ClusterSeed {
  slug: string;
  names: Text4;
  summary: Text4;
  story: Text4;
  place: PlaceSeed;
  foundedYear: number;
  /** True where a coordinator looks at a member's listing before it is public. */
  reviewsListings: boolean;
  pictures: readonly PictureSeed[];
}

export interface CertificationSeed {
  /** Key of a term of kind 'certification'. */
  term: string;
  issuer: string;
  number: string | null;
  issuedDaysAgo: number;
  /** Counted from the day of loading; null where the certificate has no end. */
  expiresInDays: number | null;
}

export type CheckItem =
  'identity' | 'registration' | 'workshop_visit' | 'capacity' | 'samples' | 'payee_name';

export interface ProducerSeed {
  slug: string;
  name: string;
  kind: ProducerKind;
  /** Cluster slugs. */
  memberships: readonly string[];
  foundedYear: number;
  people: { total: number; women: number; youth: number };
  place: PlaceSeed;
  tagline: Text4;
  story: TextSome;
  capacity: Text4;
  techniques: readonly string[];
  certifications: readonly CertificationSeed[];
  /** The languages in which the producer answers. */
  languages: readonly Locale[];
  /** What the operator has checked; identity, registration and workshop_visit together give the badge. */
  checksPassed: readonly CheckItem[];
  joinedDaysAgo: number;
  /** Workshop pictures; the first is the cover. */
  pictures: readonly PictureSeed[];
}

export interface VariantSeed {
  /** Unique within its product: "EU 41, cognac". */
  name: string;
  sku: string;
  size: string | null;
  colour: string | null;
  /** Minor units of the product's currency; null = the product's price. */
  priceAmount: number | null;
  available: boolean;
}

/** From `minQuantity` units on, each unit costs `unitAmount` minor units. */
export interface PriceTierSeed {
  minQuantity: number;
  unitAmount: number;
}

export interface ProductSeed {
  /** Slug; also the seed of its pictures. */
  key: string;
  /** Slug of a producer. */
  producer: string;
  /** Key of a leaf of the category tree. */
  category: string;
  state: ProductState;
  title: Text4;
  description: TextSome;
  care: TextSome | null;
  customisation: TextSome | null;
  priceAmount: number;
  priceCurrency: CurrencyCode;
  unit: UnitCode;
  /** A multiple of `orderMultiple`. */
  moq: number;
  orderMultiple: number;
  leadTimeDays: number;
  capacityPerMonth: number;
  /** Null = no sample. */
  sampleAmount: number | null;
  /** Six to ten digits; begins with the heading of the category or says otherwise on purpose. */
  hsCode: string;
  countryOfOrigin: CountryCode;
  incoterm: Incoterm;
  incotermPlace: string;
  materials: readonly string[];
  techniques: readonly string[];
  /** Certificates of this product alone; what the producer holds is not repeated here. */
  certifications: readonly CertificationSeed[];
  variants: readonly VariantSeed[];
  priceTiers: readonly PriceTierSeed[];
  weightGrams: number;
  size: { lengthMm: number; widthMm: number; heightMm: number };
  /** One to four; the first is the cover. */
  pictures: readonly PictureSeed[];
  /** Why a coordinator sent the listing back; only on a draft. */
  returnedReason: string | null;
  listedDaysAgo: number;
}

export interface AccountSeed {
  email: string;
  displayName: string;
  locale: Locale;
  role: 'producer' | 'buyer' | 'coordinator' | 'supplier' | 'operator';
  /** Slug of the producer or cluster, key of the buyer or supplier; null for the operator. */
  organisation: string | null;
}

export interface BuyerSeed {
  key: string;
  name: string;
  kind: BuyerKind;
  country: CountryCode;
  website: string | null;
}

export interface SupplierSeed {
  key: string;
  name: string;
  country: CountryCode;
  place: string;
  sells: Text4;
}

export interface InquiryMessageSeed {
  side: 'buyer' | 'producer';
  body: string;
  /** Hours after the inquiry was sent. */
  hoursLater: number;
}

export interface InquirySeed {
  key: string;
  /** Key of a buyer. */
  buyer: string;
  /** Key of a product; its producer gets the inquiry. */
  product: string;
  quantity: number;
  /** Where the goods should go. */
  country: CountryCode;
  neededByInDays: number;
  sentDaysAgo: number;
  /** The language the buyer writes in. */
  locale: Locale;
  state: 'open' | 'answered';
  /** The first is the inquiry itself. */
  messages: readonly InquiryMessageSeed[];
}
