import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** Strokes of a pen in a box of 1000 × 400. */
export type Strokes = [number, number][][];

/** Quantities are steps of 10^-decimals of the unit, everywhere here. */
type Counted = { unit: string; decimals: number };

/** `expected`: what the supplier agreed to; the other figures are all deliveries together. `closed`: no more will come. */
export type OrderLine = Counted & {
  id: string;
  lotId: string;
  title: string;
  specification: string;
  pack: number;
  ordered: number;
  expected: number;
  counted: number;
  damaged: number;
  good: number;
  closed: boolean;
  promisedOn: string | null;
};
export type ReceivingOrder = {
  id: string;
  label: string;
  state: string;
  supplier: string;
  sentAt: string;
  newest: string | null;
  lines: OrderLine[];
};
export type StoreLot = Counted & {
  id: string;
  title: string;
  ordered: number;
  counted: number;
  damaged: number;
  good: number;
  closed: boolean;
  /** What members get of it. */
  share: number;
  /** What nobody takes: to be returned, or for a member that wants more. */
  over: number;
  /** Went back to suppliers. */
  returned: number;
  handed: number;
  placing: {
    /** Who could have more; `quantity`: takes up to that much beyond its pledge. */
    takers: { id: string; name: string; quantity: number }[];
    /** `room`: the most that can have gone back in all; `returned`: what did. */
    lines: { id: string; label: string; supplier: string; room: number; returned: number }[];
  };
};
export type DeliveryLine = Counted & {
  orderLineId: string;
  title: string;
  ordered: number;
  counted: number;
  damaged: number;
  qualityOk: boolean | null;
  complete: boolean;
  note: string;
};
export type StoredFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
};
export type Delivery = {
  id: string;
  orderId: string;
  label: string;
  supplier: string;
  deliveredOn: string;
  receiver: string;
  signature: Strokes | null;
  note: string;
  /** Why it replaces another. */
  reason: string | null;
  replacesId: string | null;
  replacedById: string | null;
  receivedAt: string;
  by: string | null;
  lines: DeliveryLine[];
  files: StoredFile[];
};
/** `ready`: what of the share lies in the store and was not fetched. */
export type MemberLot = { lotId: string; quantity: number; handed: number; ready: number };
export type StoreMember = { id: string; name: string; slug: string; lots: MemberLot[] };

export type ReceivingDesk = {
  /** What arrived was not shared yet. */
  stale: boolean;
  /** The day in the round's zone. */
  today: string;
  orders: ReceivingOrder[];
  lots: StoreLot[];
  deliveries: Delivery[];
  members: StoreMember[];
};

export type SheetLot = Counted & {
  id: string;
  title: string;
  firm: number;
  awarded: number;
  quantity: number;
  handed: number;
  ready: number;
  reason: { code?: string };
  ordered: number;
  counted: number;
  damaged: number;
  good: number;
  share: number;
  closed: boolean;
};
export type Handover = {
  id: string;
  receiver: string;
  signature: Strokes | null;
  note: string;
  reason: string | null;
  replacesId: string | null;
  replacedById: string | null;
  handedAt: string;
  by: string | null;
  lines: (Counted & { lotId: string; title: string; quantity: number })[];
};
export type Goods = { lots: SheetLot[]; handovers: Handover[] };
export type HandoverSheet = Goods & {
  stale: boolean;
  member: { id: string; name: string; slug: string };
};

/** The store room of a round; null for whoever does not coordinate it. */
export async function receivingDesk(db: Db, round: string): Promise<ReceivingDesk | null> {
  const data = expectData(await db.rpc('receiving_desk', { p_round: round }));
  return data as unknown as ReceivingDesk | null;
}

export async function oneDelivery(
  db: Db,
  delivery: string,
): Promise<(Delivery & { roundId: string; before: Delivery | null }) | null> {
  const data = expectData(await db.rpc('one_delivery', { p_delivery: delivery }));
  return data as unknown as (Delivery & { roundId: string; before: Delivery | null }) | null;
}

/** What one member fetches; null for strangers and for a member without a share. */
export async function handoverSheet(
  db: Db,
  round: string,
  member: string,
): Promise<HandoverSheet | null> {
  const data = expectData(await db.rpc('handover_sheet', { p_round: round, p_producer: member }));
  return data as unknown as HandoverSheet | null;
}

/** A member's own goods; null before anything arrived and for strangers. */
export async function studioGoods(db: Db, slug: string, round: string): Promise<Goods | null> {
  const data = expectData(await db.rpc('studio_goods', { p_slug: slug, p_round: round }));
  return data as unknown as Goods | null;
}
