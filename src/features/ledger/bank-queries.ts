import { proposals, type Candidate, type Match, type OpenLine } from '#src/domain/payment-match.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

type PaymentRow = {
  id: string;
  orderId: string;
  order: string;
  reference: string;
  buyer: string;
  amount: number;
  currency: string;
  paidOn: string | null;
  createdAt: string;
};
type OrderRow = {
  id: string;
  reference: string;
  buyer: string;
  currency: string;
  outstanding: number;
  depositOutstanding: number;
};

/** Whose bank it is, by id, as the forms carry it. */
export type BankOwner = { producer: string } | { cluster: string };

export type Placed = { line: OpenLine; matches: Match[] };
/** Lines that wait, each with what it may be, and every order that it could belong to. */
export type BankDesk = { placed: Placed[]; orders: OrderRow[] };

/** Null when the caller may not see the producer's bank. */
export async function bankDesk(db: Db, producer: string): Promise<BankDesk | null> {
  const answer = await db.rpc('statement_desk', { p_producer: producer });
  if (answer.error && codeOf(answer.error) === 'not_found') return null;
  const desk = expectData(answer) as unknown as {
    lines: OpenLine[];
    payments: PaymentRow[];
    orders: OrderRow[];
  };
  const candidates = [...desk.payments.map(fromPayment), ...desk.orders.map(fromOrder)];
  return { placed: placedLines(desk.lines, candidates), orders: desk.orders };
}

/** Lines with what they may be. What fits best is answered first; lines that fit alike stay in their order, the newest first. */
export function placedLines(
  lines: readonly OpenLine[],
  candidates: readonly Candidate[],
): Placed[] {
  const placed = lines.map((line) => ({ line, matches: proposals(line, candidates) }));
  const best = ({ matches }: Placed) => matches[0]?.score ?? 0;
  return placed.toSorted((a, b) => best(b) - best(a));
}

function fromPayment(row: PaymentRow): Candidate {
  return {
    id: row.id,
    kind: 'payment',
    reference: row.reference,
    orderReference: row.order,
    currency: row.currency,
    amounts: [row.amount],
    buyer: row.buyer,
    day: row.paidOn ?? row.createdAt.slice(0, 10),
  };
}

function fromOrder(row: OrderRow): Candidate {
  return {
    id: row.id,
    kind: 'order',
    reference: row.reference,
    orderReference: row.reference,
    currency: row.currency,
    amounts: [row.depositOutstanding, row.outstanding].filter((amount) => amount > 0),
    buyer: row.buyer,
    day: null,
  };
}
