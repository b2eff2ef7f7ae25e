import type { OrderDocument } from '#src/domain/order-document.ts';
import type {
  ChangeState,
  DisputeReason,
  DisputeState,
  OrderFacts,
  OrderSide,
  OrderState,
  TurnFacts,
} from '#src/domain/order-states.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** Minor units of `currency`. `held`: what arrived and is not on its way back; `refunding`: what is. */
export type OrderMoney = {
  currency: string;
  total: number;
  deposit: number;
  credited: number;
  paid: number;
  refunded: number;
  outstanding: number;
  depositOutstanding: number;
  held: number;
  underway: boolean;
  refunding: number;
};

export type OrderEntry = {
  id: string;
  reference: string;
  state: OrderState;
  at: string;
  promisedOn: string;
  title: string;
  lines: number;
  producer: string;
  buyer: string;
  currency: string;
  totalAmount: number;
  paymentTerms: OrderDocument['paymentTerms'];
  money: OrderMoney;
  unread: boolean;
  proposedBy: OrderSide | null;
  disputed: boolean;
};

export type OrderFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
  at: string;
};
export type Milestone = {
  id: string;
  title: string;
  note: string;
  percent: number | null;
  dueOn: string | null;
  doneAt: string | null;
  files: OrderFile[];
};
export type Shipment = {
  id: string;
  carrier: string;
  tracking: string;
  trackingUrl: string | null;
  packages: number;
  grossWeightGrams: number | null;
  shippedOn: string;
  expectedOn: string | null;
};
export type Proposal = {
  id: string;
  kind: 'terms' | 'cancel';
  state: ChangeState;
  side: OrderSide;
  reason: string;
  document: OrderDocument | null;
  refundAmount: number | null;
  keptAmount: number | null;
  answer: string | null;
  at: string;
  decidedAt: string | null;
};
export type Revision = {
  revision: number;
  at: string;
  sha256: string;
  document: OrderDocument;
  reason: string | null;
};
export type OrderEvent = {
  id: number;
  at: string;
  action: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  side: OrderSide | 'mediator' | 'operator' | 'both' | null;
  onBehalf: boolean;
  data: Record<string, unknown>;
};
export type OrderReview = {
  rating: number;
  quality: number | null;
  communication: number | null;
  punctuality: number | null;
  body: string;
  name: string;
  country: string | null;
  reply: string | null;
  repliedAt: string | null;
  at: string;
  state: 'published' | 'hidden';
};

/** An order as one side sees it. */
export type Order = {
  id: string;
  reference: string;
  state: OrderState;
  side: OrderSide;
  revision: number;
  inquiryId: string;
  promisedOn: string;
  createdAt: string;
  deliveredAt: string | null;
  document: OrderDocument;
  money: OrderMoney;
  producer: { id: string; slug: string; name: string };
  buyer: { id: string; name: string; country: string };
  revisions: Revision[];
  changes: Proposal[];
  milestones: Milestone[];
  shipments: Shipment[];
  files: OrderFile[];
  disputes: {
    id: string;
    side: OrderSide;
    state: DisputeState;
    reason: DisputeReason;
    createdAt: string;
  }[];
  review: OrderReview | null;
  mayReview: boolean;
  history: OrderEvent[];
};

/** Reads the order and marks it read; null when the caller has no part in it. */
export async function readOrder(db: Db, id: string): Promise<Order | null> {
  const answer = await db.rpc('read_order', { p_order: id });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as Order;
}

export const ORDER_PAGE = 30;

/** Newest first; `over`: null all, false those that run. An address that makes no sense opens the first page. */
export async function listOrders(
  db: Db,
  side: OrderSide,
  producer: string | null,
  over: boolean | null,
  before?: { at: string; id: string },
): Promise<OrderEntry[]> {
  const answer = await db.rpc('list_orders', {
    p_side: side,
    p_limit: ORDER_PAGE,
    ...(producer ? { p_producer: producer } : {}),
    ...(over === null ? {} : { p_over: over }),
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  if (before && answer.error && codeOf(answer.error) === 'invalid_input')
    return listOrders(db, side, producer, over);
  return expectData(answer) as unknown as OrderEntry[];
}

/** What decides about an order's moves, as the domain asks for it. */
export function factsOf(order: Order): OrderFacts {
  return {
    state: order.state,
    paid: order.money.paid,
    outstanding: order.money.outstanding,
    underway: order.money.underway,
    changeOpen: order.changes.some((change) => change.state === 'proposed'),
    disputeOpen: openDispute(order) !== undefined,
  };
}

/** What decides whom the order waits for, as the domain asks for it. */
export function turnFactsOf(order: Order): TurnFacts {
  const { depositOutstanding } = order.money;
  return { ...factsOf(order), depositOutstanding, paymentTerms: order.document.paymentTerms };
}

export function openDispute(order: Order): Order['disputes'][0] | undefined {
  return order.disputes.find(({ state }) => state === 'open' || state === 'mediating');
}

/** Whether this reader may write a review now: one, after the goods came, by somebody who does not work for the workshop. */
export function canReview(order: Order): boolean {
  return order.mayReview && !order.review && ['delivered', 'closed'].includes(order.state);
}
