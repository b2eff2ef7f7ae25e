import type { OrderLine } from '#src/domain/order-document.ts';
import type {
  DisputeReason,
  DisputeState,
  OrderSide,
  OrderState,
} from '#src/domain/order-states.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type Party = OrderSide | 'mediator';

type DisputeHead = {
  id: string;
  side: OrderSide;
  state: DisputeState;
  reason: DisputeReason;
  details: string;
  resolution: string | null;
  refundAmount: number | null;
  createdAt: string;
  resolvedAt: string | null;
  /** Whose coordinators mediate; null: an operator does. */
  cluster: { slug: string; name: string } | null;
};

/** A dispute as one party sees it; `mine`: this party opened it. Amounts are minor units of the order's currency. */
export type Dispute = DisputeHead & {
  party: Party;
  mine: boolean;
  messages: { id: string; party: Party; body: string; at: string }[];
  files: {
    id: string;
    name: string;
    contentType: 'application/pdf' | 'image/jpeg';
    bytes: number;
    pages: number | null;
    at: string;
  }[];
  order: {
    id: string;
    reference: string;
    state: OrderState;
    currency: string;
    totalAmount: number;
    creditedAmount: number;
    promisedOn: string;
    createdAt: string;
    shippedAt: string | null;
    deliveredAt: string | null;
    producer: { slug: string; name: string };
    buyer: string;
    /** What arrived of the buyer's money and is not on its way back. */
    held: number;
    lines: OrderLine[];
  };
};

export type DisputeEntry = DisputeHead & {
  mediates: boolean;
  reference: string;
  producer: string;
  buyer: string;
  currency: string;
  totalAmount: number;
  words: number;
};

/** Null when the caller has no part in it. */
export async function readDispute(db: Db, id: string): Promise<Dispute | null> {
  const answer = await db.rpc('read_dispute', { p_dispute: id });
  if (answer.error && codeOf(answer.error) === 'invalid_input') return null;
  return expectData(answer) as unknown as Dispute | null;
}

/** Those of a cluster by its slug; without one those that fall to the operators. What waits stands first. */
export async function listDisputes(db: Db, cluster?: string): Promise<DisputeEntry[]> {
  return expectData(
    await db.rpc('list_disputes', cluster ? { p_cluster: cluster } : {}),
  ) as unknown as DisputeEntry[];
}
