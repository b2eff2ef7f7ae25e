/** How products are written down in products/*.ts, and how that becomes a ProductSeed. */
import { LEAVES } from '#supabase/demo/content/categories.ts';
import { careFor } from '#supabase/demo/content/care.ts';
import { shots } from '#supabase/demo/content/shots.ts';
import type { Shot } from '#supabase/demo/content/shots.ts';
import type {
  CertificationSeed,
  CountryCode,
  CurrencyCode,
  Incoterm,
  PriceTierSeed,
  ProductSeed,
  ProductState,
  Text4,
  TextSome,
  UnitCode,
} from '#supabase/demo/content/types.ts';
import type { VariantMaker } from '#supabase/demo/content/variants.ts';
import type { Palette, PictureKind } from '#supabase/demo/pictures/kinds.ts';

interface Price {
  amount: number;
  currency: CurrencyCode;
  tiers: PriceTierSeed[];
}

type TierPair = readonly [minQuantity: number, unitAmount: number];

function price(currency: CurrencyCode, amount: number, tiers: readonly TierPair[]): Price {
  return {
    amount,
    currency,
    tiers: tiers.map(([minQuantity, unitAmount]) => ({ minQuantity, unitAmount })),
  };
}

/** Whole Rwandan francs, then the tiers as [from quantity, francs each]. */
export function rwf(amount: number, ...tiers: TierPair[]): Price {
  return price('RWF', amount, tiers);
}

/** US cents, then the tiers as [from quantity, cents each]. */
export function usd(amount: number, ...tiers: TierPair[]): Price {
  return price('USD', amount, tiers);
}

/** What all products of one producer share. */
export interface House {
  producer: string;
  origin: CountryCode;
  incoterm: readonly [Incoterm, place: string];
  customisation?: TextSome;
}

export interface Offer {
  key: string;
  category: string;
  title: Text4;
  body: TextSome;
  price: Price;
  /** MOQ, order multiple (1 when left out), lead time, capacity a month, price of a sample. */
  order: { moq: number; step?: number; days: number; monthly: number; sample?: number };
  /** Left out where the category suggests a full subheading that fits. */
  hs?: string;
  unit?: UnitCode;
  incoterm?: readonly [Incoterm, place: string];
  /** Weight of one unit in grams; length, width and height in millimetres. */
  size: { grams: number; mm: readonly [number, number, number] };
  made: readonly string[];
  by: readonly string[];
  variants?: VariantMaker;
  care?: TextSome;
  /** Certificates of this product alone. */
  certificates?: readonly CertificationSeed[];
  state?: ProductState;
  returnedReason?: string;
  picture: PictureKind;
  look: Readonly<Record<string, string>>;
  colours: Palette;
  /** View and backdrop; the first is the cover. */
  views: readonly Shot[];
}

const SUGGESTED = new Map(LEAVES.map((leaf) => [leaf.key, leaf]));

/** A day in the past year, scattered by key so that "newest first" mixes the trades. */
function listedDaysAgo(key: string): number {
  let hash = 7;
  for (const letter of key) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return 3 + (hash % 320);
}

function toSeed(house: House, offer: Offer): ProductSeed {
  const category = SUGGESTED.get(offer.category);
  const [lengthMm, widthMm, heightMm] = offer.size.mm;
  const [incoterm, incotermPlace] = offer.incoterm ?? house.incoterm;
  return {
    key: offer.key,
    producer: house.producer,
    category: offer.category,
    state: offer.state ?? 'published',
    title: offer.title,
    description: offer.body,
    care: offer.care ?? careFor(offer.category),
    customisation: house.customisation ?? null,
    priceAmount: offer.price.amount,
    priceCurrency: offer.price.currency,
    priceTiers: offer.price.tiers,
    unit: offer.unit ?? category?.defaultUnit ?? 'H87',
    moq: offer.order.moq,
    orderMultiple: offer.order.step ?? 1,
    leadTimeDays: offer.order.days,
    capacityPerMonth: offer.order.monthly,
    sampleAmount: offer.order.sample ?? null,
    hsCode: offer.hs ?? category?.hsHeading ?? '',
    countryOfOrigin: house.origin,
    incoterm,
    incotermPlace,
    materials: offer.made,
    techniques: offer.by,
    certifications: offer.certificates ?? [],
    variants: offer.variants?.(offer.key, offer.price.amount) ?? [],
    weightGrams: offer.size.grams,
    size: { lengthMm, widthMm, heightMm },
    pictures: shots(offer),
    returnedReason: offer.returnedReason ?? null,
    listedDaysAgo: listedDaysAgo(offer.key),
  };
}

/** The products of one producer, in the order in which they are written. */
export function offers(house: House, list: readonly Offer[]): ProductSeed[] {
  return list.map((offer) => toSeed(house, offer));
}
