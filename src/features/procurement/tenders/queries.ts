import type { MediaView } from '#src/domain/media.ts';
import type { RoundState } from '#src/domain/procurement/round-states.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { QualityCriterion } from '../rounds/queries.ts';

export const PAYMENT_TERMS = [
  'in_advance',
  'deposit_balance_before_shipping',
  'deposit_balance_on_delivery',
  'net_14',
  'net_30',
  'net_60',
] as const;
export type PaymentTerms = (typeof PAYMENT_TERMS)[number];

/** Moments are ISO in UTC; `zone` is how they are shown, `now` the database's clock. */
export type TenderRound = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  state: RoundState;
  currency: string;
  zone: string;
  pledgesCloseAt: string;
  bidsCloseAt: string;
  bidsShortAt: string | null;
  openedAt: string | null;
  awardedAt: string | null;
  standstillUntil: string | null;
  neededBy: string | null;
  deliveryPlace: string;
  minimumBids: number;
  standstillDays: number;
  weightPriceBp: number;
  weightLeadBp: number;
  weightQualityBp: number;
  reason: string | null;
  /** Null while it is sealed. */
  bidCount: number | null;
  now: string;
  cluster: { id: string; slug: string; name: string; country: string };
};

/** Quantities in steps of 10^-decimals of the unit; firm and tolerance of all members together. */
export type TenderLot = {
  id: string;
  title: string;
  specification: string;
  unit: string;
  decimals: number;
  pack: number;
  moq: number;
  hsCode: string | null;
  freightNote: string;
  qualityCriteria: QualityCriterion[];
  photo: MediaView | null;
  firm: number;
  tolerance: number;
};

/** Amounts in minor units of the bid's currency for one whole unit; quantities in steps of the lot. */
export type BidLineView = {
  lotId: string;
  pack: number;
  moq: number;
  capacity: number | null;
  freightUnitAmount: number;
  leadTimeDays: number | null;
  articleNumber: string;
  qualityAnswers: Record<string, boolean>;
  note: string;
  tiers: PriceTier[];
};

export type TenderFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
};

export type OwnBid = {
  id: string;
  version: number;
  state: 'draft' | 'submitted' | 'replaced' | 'withdrawn';
  currency: string;
  freightFixedAmount: number;
  leadTimeDays: number;
  validUntil: string;
  paymentTerms: PaymentTerms;
  notes: string;
  lines: BidLineView[];
  files: TenderFile[];
  sha256: string | null;
  submittedAt: string | null;
  endedAt: string | null;
  /** What `sha256` is the hash of, letter for letter. */
  text: string | null;
};

export type Amendment = {
  number: number;
  text: string;
  at: string;
  changes: {
    bidsClose?: { from: string; to: string };
    deliveryPlace?: { from: string; to: string };
    neededBy?: { from?: string; to?: string };
    lots?: { title: string; from: string; to: string }[];
  };
};
export type Question = {
  id: string;
  lot: string | null;
  question: string;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
};
export type Opening = {
  openedAt: string;
  count: number;
  record: {
    supplier: string;
    country: string;
    sha256: string;
    submittedAt: string;
    currency: string;
    lots: number;
  }[];
};

export type OwnAward = {
  at: string;
  won: boolean;
  currency: string | null;
  lines: { lotId: string; quantity: number; unitAmount: number; goodsAmount: number }[];
};

export type Tender = {
  round: TenderRound;
  place: {
    id: string;
    state: 'invited' | 'confirmed' | 'declined';
    locale: Locale;
    account: boolean;
    supplier: { id: string; name: string; country: string };
  };
  lots: TenderLot[];
  files: TenderFile[];
  amendments: Amendment[];
  questions: (Question & { mine: boolean })[];
  /** The supplier's own, the newest first. */
  bids: OwnBid[];
  currencies: string[];
  opening: Opening | null;
  award: OwnAward | null;
};

/** The tender as the supplier who asks reads it, by key or by account; null for everybody else. */
export async function readTender(db: Db, slug: string, key?: string): Promise<Tender | null> {
  const args = { p_slug: slug, ...(key && { p_key: key }) };
  return expectData(await db.rpc('read_tender', args)) as unknown as Tender | null;
}

/** Bids are taken at this moment. */
export function takesBids(round: TenderRound): boolean {
  return round.state === 'bidding' && Date.parse(round.now) <= Date.parse(round.bidsCloseAt);
}

export type TenderDoor = {
  id: string;
  slug: string;
  title: string;
  state: 'pledging' | 'bidding';
  zone: string;
  bidsCloseAt: string;
  cluster: string;
  suppliers: { id: string; name: string }[];
};

/** What a stranger sees of a tender that is open to every supplier; null of any other. */
export async function tenderDoor(db: Db, slug: string): Promise<TenderDoor | null> {
  return expectData(await db.rpc('tender_door', { p_slug: slug })) as unknown as TenderDoor | null;
}
