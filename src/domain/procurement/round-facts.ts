import type { Rate } from './landed-bid.ts';
import type { RoundState } from './round-states.ts';
import type { ScoreWeights } from './score.ts';

/**
 * What is public of a round, as `private.round_facts` writes it down. Amounts are minor units, quantities whole steps of
 * 10^-decimals of the lot's unit, moments ISO, days `YYYY-MM-DD`. What a release once said never changes, so a field that
 * is added later is optional here.
 */
export type RoundFacts = RoundRules & Partial<OpenedFacts>;

export type RoundRules = {
  id: string;
  slug: string;
  state: RoundState;
  title: string;
  summary: string;
  sourceLocale: string;
  languages: string[];
  currency: string;
  zone: string;
  cluster: { id: string; slug: string; name: string; country: string };
  pledgesCloseAt: string | null;
  bidsCloseAt: string | null;
  neededBy: string | null;
  weights: ScoreWeights;
  minimumBids: number;
  standstillDays: number;
  shareRule: 'value' | 'weight' | 'quantity';
  openToDirectory: boolean;
  /** Why it was cancelled. */
  reason: string | null;
  lots: LotFacts[];
  amendments: AmendmentFacts[];
  questions: QuestionFacts[];
  /** Before the opening only where the round shows it. */
  bidCount?: number;
};

/** `firm` and `tolerance` are of all members together. */
export type LotFacts = {
  id: string;
  position: number;
  title: string;
  specification: string;
  unit: string;
  decimals: number;
  pack: number;
  hsCode: string | null;
  firm: number;
  tolerance: number;
  criteria: { id: string; question: string; weightBp: number }[];
  /** The retail price of one whole unit; after the opening. */
  referenceAmount: number | null;
};

export type AmendmentFacts = {
  number: number;
  at: string;
  text: string;
  bidsClose: { from: string; to: string } | null;
};

export type QuestionFacts = {
  id: string;
  lot: string | null;
  question: string;
  answer: string;
  answeredAt: string;
};

/** What exists from the opening on. */
export type OpenedFacts = {
  openedAt: string;
  awardedAt: string | null;
  standstillUntil: string | null;
  settledAt: string | null;
  bids: BidFacts[];
  suppliers: { id: string; name: string; country: string }[];
  rates: (Rate & { currency: string; day: string | null })[];
  awards: AwardFacts[];
  challenges: ChallengeFacts[];
  /** Members that get something by the newest allocation. */
  buyers: { id: string; slug: string; name: string; country: string }[];
  orders: OrderFacts[];
  settlement: SettlementFacts | null;
};

/** In the bid's own currency. */
export type BidFacts = {
  id: string;
  supplier: string;
  sha256: string;
  submittedAt: string;
  currency: string;
  freightFixed: number;
  leadTimeDays: number;
  validUntil: string;
  paymentTerms: string;
  lines: BidLineFacts[];
};

export type BidLineFacts = {
  id: string;
  lot: string;
  pack: number;
  moq: number;
  capacity: number | null;
  freightUnit: number;
  leadTimeDays: number;
  answers: Record<string, boolean>;
  tiers: { minQuantity: number; unitAmount: number }[];
};

/** Sums in the round's currency; `bid…` and `unitAmount` in the bid's. */
export type AwardFacts = {
  id: string;
  version: number;
  /** False for an award that a later one has replaced. */
  current: boolean;
  method: 'optimum' | 'single_supplier' | 'cheapest_per_lot' | 'manual';
  reason: string | null;
  goods: number;
  freight: number;
  total: number;
  optimum: number;
  decidedAt: string;
  lots: { lot: string; quantity: number; outcome: 'awarded' | 'short' | 'failed' }[];
  suppliers: AwardSupplierFacts[];
};

export type AwardSupplierFacts = {
  supplier: string;
  bid: string;
  currency: string;
  bidFreightFixed: number;
  freightFixed: number;
  lines: {
    id: string;
    lot: string;
    quantity: number;
    unitAmount: number;
    bidGoods: number;
    bidFreight: number;
    goods: number;
    freight: number;
  }[];
};

export type ChallengeFacts = {
  id: string;
  at: string;
  state: 'open' | 'upheld' | 'dismissed';
  /** Published with its answer. */
  text: string | null;
  answer: string | null;
  answeredAt: string | null;
};

/** In the order's currency. */
export type OrderFacts = {
  id: string;
  award: string;
  supplier: string;
  label: string;
  state: 'sent' | 'confirmed' | 'changed' | 'declined' | 'cancelled';
  currency: string;
  goods: number;
  freight: number;
  total: number;
  sha256: string;
  sentAt: string;
  answeredAt: string | null;
  lines: {
    id: string;
    lot: string;
    quantity: number;
    unitAmount: number;
    confirmation: 'open' | 'accepted' | 'short' | 'later' | 'declined';
    confirmedQuantity: number | null;
    promisedOn: string | null;
    counted: number;
    damaged: number;
    lastOn: string | null;
  }[];
  paid: { id: string; amount: number; currency: string; on: string }[];
};

/** Of all members together, in the round's currency. `saved` is null where a lot has no reference price. */
export type SettlementFacts = {
  members: number;
  goods: number;
  costs: number;
  total: number;
  reference: number | null;
  saved: number | null;
  costKinds: Record<string, number>;
};

export const RELEASE_TAGS = [
  'planning',
  'tender',
  'tenderAmendment',
  'tenderUpdate',
  'tenderCancellation',
  'award',
  'awardUpdate',
  'contract',
  'contractUpdate',
  'implementation',
  'implementationUpdate',
  'contractTermination',
] as const;
export type ReleaseTag = (typeof RELEASE_TAGS)[number];

/** One row of the record. `id` rises with every release of a round. */
export type RoundRelease = { id: number; tag: ReleaseTag; at: string; facts: RoundFacts };
