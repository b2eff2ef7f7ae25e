import type { RoundState } from '#src/domain/procurement/round-states.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { LotUnit } from '../words.ts';
import type { Challenge } from './queries.ts';

export const CONFIRMATIONS = ['accepted', 'short', 'later', 'declined'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];
export type OrderState = 'sent' | 'confirmed' | 'changed' | 'declined' | 'cancelled';
export type OrderLine = LotUnit & {
  id: string;
  lotId: string;
  title: string;
  quantity: number;
  unitAmount: number;
  goodsAmount: number;
  freightAmount: number;
  confirmation: Confirmation | 'open';
  confirmedQuantity: number | null;
  promisedOn: string | null;
  note: string;
};
/** In the bid's currency. */
export type PurchaseOrder = {
  id: string;
  label: string;
  state: OrderState;
  currency: string;
  goodsAmount: number;
  freightAmount: number;
  totalAmount: number;
  sentAt: string;
  answeredAt: string | null;
  answerNote: string | null;
  sha256: string;
  supplier: string;
  lines: OrderLine[];
};

export async function roundOrders(db: Db, round: string): Promise<PurchaseOrder[]> {
  return expectData(await db.rpc('round_orders', { p_round: round })) as unknown as PurchaseOrder[];
}

type PrintedParty = { name: string; country: string; place: string };
/** What was frozen when the order was placed. */
export type PrintedOrder = {
  label: string;
  placedAt: string;
  round: { title: string; deliveryPlace: string; neededBy: string | null };
  cluster: PrintedParty;
  supplier: PrintedParty &
    Partial<Record<'address' | 'email' | 'person' | 'taxNumber', string | null>>;
  currency: string;
  paymentTerms: string;
  leadTimeDays: number;
  freightFixedAmount: number;
  lines: (LotUnit & {
    title: string;
    specification: string;
    hsCode: string | null;
    articleNumber: string;
    pack: number;
    leadTimeDays: number;
    quantity: number;
    unitAmount: number;
    goodsAmount: number;
    freightAmount: number;
  })[];
};
export type OpenOrder = PurchaseOrder & {
  side: 'supplier' | 'coordinator';
  printed: PrintedOrder;
  round: {
    id: string;
    slug: string;
    title: string;
    state: RoundState;
    zone: string;
    cluster: string;
  };
};

/** For its supplier (by account, or with the key of the tender) and the coordinators; null for everybody else. */
export async function openOrder(
  db: Db,
  order: string,
  key: string | null,
): Promise<OpenOrder | null> {
  const args = { p_order: order, ...(key ? { p_key: key } : {}) };
  return expectData(await db.rpc('purchase_order', args)) as unknown as OpenOrder | null;
}

export type Outcome = {
  roundId: string;
  state: RoundState;
  zone: string;
  decidedAt: string;
  standstillUntil: string;
  now: string;
  won: boolean;
  lots: (LotUnit & {
    title: string;
    quantity: number;
    outcome: 'awarded' | 'short' | 'failed';
    mine: { quantity: number; unitAmount: number; goodsAmount: number; currency: string } | null;
    winners: string[];
  })[];
  challenge: Pick<Challenge, 'text' | 'state' | 'answer' | 'madeAt'> | null;
  orders: { id: string; label: string; state: OrderState }[];
};

/** What became of a supplier's bid; null before the award, for a stranger and for who filed none. */
export async function tenderOutcome(
  db: Db,
  slug: string,
  key: string | null,
): Promise<Outcome | null> {
  const args = { p_slug: slug, ...(key ? { p_key: key } : {}) };
  return expectData(await db.rpc('tender_outcome', args)) as unknown as Outcome | null;
}
