import type { ErrorCode } from './error-codes.ts';
import type { PriceTier } from './tiers.ts';

/** Bounds of the fields; the database has the same. Text in characters, quantities in the product's unit. */
export const LISTING_LIMITS = {
  titleMin: 3,
  titleMax: 140,
  descriptionMax: 6000,
  careMax: 2000,
  customisationMax: 1000,
  picturesMin: 1,
  picturesMax: 12,
  altMax: 300,
  termsMax: 20,
  leadTimeDaysMax: 730,
  variantsMax: 200,
} as const;

/** The facts about a listing that decide whether it is ready. Absent is null, '' or 0; money in minor units. */
export type ListingFacts = {
  title: string;
  categoryId: string | null;
  price: number | null;
  currency: string | null;
  unit: string | null;
  moq: number | null;
  leadTimeDays: number | null;
  pictureCount: number;
  /** Alt texts that a person wrote or agreed to; the automatic draft does not count. */
  altTextCount?: number;
  description?: string;
  materials?: readonly string[];
  techniques?: readonly string[];
  hsCode?: string | null;
  originCountry?: string | null;
  incoterm?: string | null;
  incotermPlace?: string | null;
  capacityPerMonth?: number | null;
  tiers?: readonly PriceTier[];
  /** Whether its weight or its measures are known: what freight is worked out from. */
  measured?: boolean;
  /** In how many languages beside its own the title is there. */
  translatedLocales?: number;
};

export const LISTING_REQUIREMENTS = [
  'title',
  'category',
  'price',
  'unit',
  'moq',
  'lead_time',
  'picture',
] as const;
export type ListingRequirement = (typeof LISTING_REQUIREMENTS)[number];

function positive(value: number | null | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function filled(text: string | null | undefined, least = 1): boolean {
  return (text ?? '').trim().length >= least;
}

const REQUIREMENT_MET: Record<ListingRequirement, (facts: ListingFacts) => boolean> = {
  title: (f) => filled(f.title, LISTING_LIMITS.titleMin),
  category: (f) => filled(f.categoryId),
  price: (f) => positive(f.price) && filled(f.currency),
  unit: (f) => filled(f.unit),
  moq: (f) => positive(f.moq),
  // Zero days is an answer: it lies in the store. Not having said is not.
  lead_time: (f) => f.leadTimeDays !== null && f.leadTimeDays >= 0,
  picture: (f) =>
    f.pictureCount >= LISTING_LIMITS.picturesMin && f.pictureCount <= LISTING_LIMITS.picturesMax,
};

/** What keeps a listing from being published, in the order of the form; empty when nothing does. */
export function missingToPublish(facts: ListingFacts): ListingRequirement[] {
  return LISTING_REQUIREMENTS.filter((item) => !REQUIREMENT_MET[item](facts));
}

/** The same as field errors, for `fail('not_enough_to_publish', …)`: `required`, `photo_needed`, `too_many_photos`. */
export function missingAsFields(facts: ListingFacts): Record<string, ErrorCode> {
  const pictureCode =
    facts.pictureCount > LISTING_LIMITS.picturesMax ? 'too_many_photos' : 'photo_needed';
  return Object.fromEntries(
    missingToPublish(facts).map((item) => [item, item === 'picture' ? pictureCode : 'required']),
  );
}

export type CompletenessItem =
  | ListingRequirement
  | 'more_pictures'
  | 'alt_texts'
  | 'description'
  | 'materials'
  | 'techniques'
  | 'hs_code'
  | 'origin'
  | 'incoterm'
  | 'capacity'
  | 'tiers'
  | 'measures'
  | 'translation';

type Weighed = { item: CompletenessItem; weight: number; met: (facts: ListingFacts) => boolean };

const required = (item: ListingRequirement, weight: number): Weighed => ({
  item,
  weight,
  met: REQUIREMENT_MET[item],
});

/**
 * What a listing is worth to a buyer abroad, in points that add up to 100. What must be there makes 50, so a listing
 * that can be published never looks poor; the rest is weighed by how often buyers ask for it before they write, and
 * stands in the order of its weight, which is the order of the hints.
 */
export const COMPLETENESS: readonly Weighed[] = [
  required('picture', 12),
  required('title', 8),
  required('price', 8),
  required('category', 6),
  required('moq', 6),
  required('lead_time', 6),
  required('unit', 4),
  { item: 'more_pictures', weight: 9, met: (f) => f.pictureCount >= 3 },
  { item: 'description', weight: 9, met: (f) => filled(f.description, 120) },
  { item: 'materials', weight: 6, met: (f) => (f.materials?.length ?? 0) > 0 },
  { item: 'translation', weight: 4, met: (f) => (f.translatedLocales ?? 0) > 0 },
  { item: 'capacity', weight: 4, met: (f) => positive(f.capacityPerMonth) },
  { item: 'tiers', weight: 4, met: (f) => (f.tiers?.length ?? 0) > 0 },
  { item: 'hs_code', weight: 3, met: (f) => filled(f.hsCode) },
  { item: 'incoterm', weight: 3, met: (f) => filled(f.incoterm) && filled(f.incotermPlace) },
  { item: 'origin', weight: 2, met: (f) => filled(f.originCountry) },
  { item: 'techniques', weight: 2, met: (f) => (f.techniques?.length ?? 0) > 0 },
  { item: 'measures', weight: 2, met: (f) => f.measured === true },
  {
    item: 'alt_texts',
    weight: 2,
    met: (f) => f.pictureCount > 0 && (f.altTextCount ?? 0) >= f.pictureCount,
  },
];

/** `score` 0..100; `hints` are what is missing: what publishing needs first, then by weight. */
export type Completeness = { score: number; ready: boolean; hints: CompletenessItem[] };

/** How complete a listing is, and the next best things to add (the first three are enough to show). */
export function completeness(facts: ListingFacts): Completeness {
  const open = COMPLETENESS.filter((entry) => !entry.met(facts));
  const lost = open.reduce((points, entry) => points + entry.weight, 0);
  const missing = missingToPublish(facts);
  const optional = open.filter((entry) => !missing.some((item) => item === entry.item));
  return {
    score: 100 - lost,
    ready: missing.length === 0,
    hints: [...missing, ...optional.map((entry) => entry.item)],
  };
}
