import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type Side = 'buyer' | 'producer';
export type Method = 'bank_transfer' | 'mobile_money' | 'card';
export type Terms =
  | 'in_advance'
  | 'deposit_balance_before_shipping'
  | 'deposit_balance_on_delivery'
  | 'net_14'
  | 'net_30'
  | 'net_60';

/** Where a producer takes money; `since` is when these details were entered. */
export type PaymentAccount = {
  id: string;
  method: Exclude<Method, 'card'>;
  currency: string;
  holder: string;
  bank: string;
  iban: string | null;
  accountNumber: string | null;
  bic: string | null;
  phone: string | null;
  network: string;
  active: boolean;
  since: string;
};
export type Due = {
  kind: 'deposit' | 'balance';
  amount: number;
  paid: number;
  outstanding: number;
  dueOn: string | null;
  status: 'settled' | 'later' | 'due' | 'overdue';
};
export type ProofFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
};
export type Payment = {
  id: string;
  purpose: 'deposit' | 'balance' | 'sample' | 'other';
  method: Method;
  state: 'pending' | 'proof_sent' | 'confirmed' | 'rejected' | 'failed' | 'cancelled';
  reference: string;
  amount: number;
  confirmedAmount: number | null;
  paidOn: string | null;
  note: string;
  reason: string | null;
  createdAt: string;
  confirmedAt: string | null;
  refundable: number;
  held: boolean;
  account: PaymentAccount | null;
  /** The receipt's document, once there is one. */
  receipt: string | null;
  files: ProofFile[];
};
export type Refund = {
  id: string;
  paymentId: string;
  reference: string;
  method: Method;
  state: 'pending' | 'succeeded' | 'failed';
  amount: number;
  reason: string;
  mine: boolean;
  createdAt: string;
  settledAt: string | null;
  /** Paid out to the producer already: it goes when it is covered, or when an operator lets it go. */
  waits: boolean;
};

/** The money of one order as one of its sides sees it; amounts in minor units of `order.currency`. */
export type OrderMoney = {
  side: Side;
  order: {
    id: string;
    reference: string;
    state: string;
    currency: string;
    startedAt: string | null;
    terms: Terms;
  };
  producer: { id: string; slug: string; name: string };
  buyer: { id: string; name: string };
  owed: number;
  paid: number;
  refunded: number;
  outstanding: number;
  credit: number;
  /** Of the credit, what is not promised back yet. */
  freeCredit: number;
  deposit: number;
  depositOutstanding: number;
  announced: number;
  commission: { bp: number; taxBp: number; booked: number } | null;
  dues: Due[];
  payments: Payment[];
  refunds: Refund[];
  accounts: PaymentAccount[];
};

/** Null when there is no such order or the caller has no part in it. */
export async function orderMoney(db: Db, order: string): Promise<OrderMoney | null> {
  const answer = await db.rpc('order_money_box', { p_order: order });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as OrderMoney;
}
