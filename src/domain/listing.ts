import type { ErrorCode } from './error-codes.ts';
import type { PriceTier } from './tiers.ts';
import type { Transition } from './transitions.ts';

/** The states of a product (DESIGN §2). Only `published` is public. */
export const PRODUCT_STATES = ['draft', 'in_review', 'published', 'archived'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

/** Who acts on a listing: its producer's members, a coordinator of the producer's cluster, an operator. */
export type ListingRole = 'producer' | 'coordinator' | 'operator';

export type ListingAction =
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'publish'
  | 'approve'
  | 'send_back'
  | 'archive'
  | 'restore'
  | 'duplicate';

const ANYONE: readonly ListingRole[] = ['producer', 'coordinator', 'operator'];
const OVERSEERS: readonly ListingRole[] = ['coordinator', 'operator'];

/**
 * The life of a product. `submit` asks for a review where the cluster wants one (`publishAction`). A published product
 * stays public while it is edited; sending it back takes it off the market, and says why. `duplicate` leaves the
 * original as it is and makes a new draft.
 */
export const LISTING_TRANSITIONS: readonly Transition<ProductState, ListingAction, ListingRole>[] =
  [
    { action: 'publish', from: ['draft'], to: 'published', by: ANYONE },
    { action: 'submit', from: ['draft'], to: 'in_review', by: ANYONE },
    { action: 'approve', from: ['in_review'], to: 'published', by: OVERSEERS },
    {
      action: 'send_back',
      from: ['in_review', 'published'],
      to: 'draft',
      by: OVERSEERS,
      reason: true,
    },
    { action: 'withdraw', from: ['in_review'], to: 'draft', by: ANYONE },
    { action: 'edit', from: ['draft', 'in_review', 'published'], to: 'same', by: ANYONE },
    { action: 'duplicate', from: PRODUCT_STATES, to: 'same', by: ANYONE },
    { action: 'archive', from: ['draft', 'in_review', 'published'], to: 'archived', by: ANYONE },
    { action: 'restore', from: ['archived'], to: 'draft', by: ANYONE },
  ];

/** What the publish button does: those who review publish at once, others submit where a review is wanted. */
export function publishAction(
  roles: readonly ListingRole[],
  reviewed: boolean,
): 'publish' | 'submit' {
  return reviewed && !roles.some((role) => OVERSEERS.includes(role)) ? 'submit' : 'publish';
}

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
  reasonMax: 2000,
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

/** The same as field errors, for `fail('listing_incomplete', …)`. Thirteen pictures are `too_many_pictures`. */
export function missingAsFields(facts: ListingFacts): Record<string, ErrorCode> {
  const tooMany = facts.pictureCount > LISTING_LIMITS.picturesMax;
  return Object.fromEntries(
    missingToPublish(facts).map((item) => [
      item,
      item === 'picture' && tooMany ? 'too_many_pictures' : 'required',
    ]),
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
 * that can be published never looks poor; the rest is weighed by how often buyers ask for it before they write.
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
  const byWeight = optional.toSorted((a, b) => b.weight - a.weight);
  return {
    score: 100 - lost,
    ready: missing.length === 0,
    hints: [...missing, ...byWeight.map((entry) => entry.item)],
  };
}
