/** What the demo's joint purchases are made of. Quantities are steps of the unit, amounts minor units of the round's currency. */
import type { CountryCode } from '#supabase/demo/content/types.ts';
import type { Locale } from '#src/i18n/locales.ts';

/** A supplier that coordinators entered into their directory. */
export type DirectorySeed = {
  key: string;
  cluster: string;
  name: string;
  country: CountryCode;
  place: string;
  materials: string;
  person: string;
  locale: Locale;
  /** Coordinators of other clusters find it too. */
  listed: boolean;
};

export type WishSeed = {
  key: string;
  cluster: string;
  producer: string;
  title: string;
  note?: string;
  unit: string;
  quantity: number;
  daysAgo: number;
  meToo: Record<string, number | null>;
};

export type Tiers = readonly (readonly [minQuantity: number, unitAmount: number])[];

export type LotSeed = {
  key: string;
  title: string;
  specification: string;
  unit: string;
  pack: number;
  moq: number;
  policy?: 'min_packs' | 'max_tolerance' | 'cheapest_total';
  lateMinutes?: number;
  reference: number;
  hsCode: string;
  grams: number;
  /** Questions that a bid answers with yes or no; they weigh the same. */
  asks?: readonly string[];
  tiers: Tiers;
};

/** By lot: firm, tolerance, highest price. */
export type PledgeSeed = {
  producer: string;
  daysAgo: number;
  lots: Record<string, readonly [firm: number, tolerance?: number, ceiling?: number]>;
};

export type BidSeed = {
  supplier: string;
  daysAgo: number;
  currency?: string;
  freight: number;
  leadTimeDays: number;
  terms: 'in_advance' | 'net_14' | 'net_30' | 'deposit_balance_before_shipping';
  notes?: string;
  lots: Record<
    string,
    { pack: number; moq?: number; capacity?: number; article?: string; tiers: Tiers }
  >;
};

export type QuestionSeed = {
  supplier: string;
  daysAgo: number;
  lot: string;
  question: string;
  answer: string;
};

/** What came of the award, in days before the load. */
export type EndSeed = {
  awarded: number;
  ordered: number;
  confirmed: number;
  /** By lot: how many of what came were no good. */
  delivered: { daysAgo: number; damaged: Record<string, number>; note: string };
  handed: number;
  invoiced: number;
  costs: readonly { kind: 'freight' | 'bank_fee'; amount: number; note: string }[];
  settled: number;
  /** By supplier: when it was paid, and how much of its invoice, in per cent. */
  suppliersPaid: Record<string, { daysAgo: number; percent: number; note?: string }>;
  /** Members by how much of what they owe they have paid, in per cent. All others have paid everything. */
  partly: Record<string, number>;
};

export type RoundSeed = {
  key: string;
  cluster: string;
  title: string;
  summary: string;
  currency: string;
  deliveryPlace: string;
  draftedDaysAgo: number;
  openedDaysAgo: number;
  /** At five in the afternoon of Kigali; negative: so many days ago. */
  pledgesCloseInDays: number;
  bidsCloseInDays: number;
  neededInDays: number;
  depositBp?: number;
  minimumBids: number;
  standstillDays: number;
  weights: { price: number; lead: number; quality: number };
  invited: readonly string[];
  lots: readonly LotSeed[];
  pledges: readonly PledgeSeed[];
  questions: readonly QuestionSeed[];
  bids: readonly BidSeed[];
  end?: EndSeed;
};
