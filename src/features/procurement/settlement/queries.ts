import type { InvoiceDifference, MatchLine } from '#src/domain/procurement/invoice-match.ts';
import type { SettlementBasis } from '#src/domain/procurement/settlement.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { RoundHead } from '../pledges/queries.ts';

/** As `payment_account_view` gives it. */
export type Account = {
  id: string;
  method: 'bank_transfer' | 'mobile_money';
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
export type Paid = {
  id: string;
  purpose: 'deposit' | 'balance';
  method: 'bank_transfer' | 'mobile_money';
  state: 'pending' | 'proof_sent' | 'confirmed' | 'rejected' | 'failed' | 'cancelled';
  reference: string;
  amount: number;
  confirmedAmount: number | null;
  paidOn: string | null;
  note: string;
  reason: string | null;
  createdAt: string;
  account: Account | null;
  files: {
    id: string;
    name: string;
    contentType: 'application/pdf' | 'image/jpeg';
    bytes: number;
    pages: number | null;
  }[];
};
export type CostWord = 'freight' | 'duty' | 'bank_fee' | 'storage' | 'other' | 'tax';

/** A frozen line of a settlement: quantities in steps, amounts in minor units of the round's currency. */
export type SettledLine = {
  lotId: string;
  title: string;
  unit: string;
  decimals: number;
  quantity: number;
  firm: number;
  awardedQuantity: number;
  goodsAmount: number;
  creditAmount: number;
  lotQuantity: number;
  lotGoodsAmount: number;
  referenceAmount: number | null;
  shares: {
    cost: string;
    kind: CostWord;
    note: string;
    of: number;
    basis: 'value' | 'weight' | 'quantity';
    amount: number;
  }[];
};
export type Settlement = {
  label: string;
  goods: number;
  costs: number;
  total: number;
  reference: number | null;
  settledAt: string;
  lines: SettledLine[];
};
export type MemberMoney = {
  id: string;
  name: string;
  slug: string;
  hasPhone: boolean;
  /** The reader belongs to it, and so does not answer for the cluster about it. */
  own: boolean;
  deposit: number;
  paid: number;
  /** Below 0: paid ahead. */
  owed: number;
  freeCredit: number;
  settlement: Settlement | null;
  payments: Paid[];
  refunds: {
    id: string;
    amount: number;
    reason: string;
    state: 'pending' | 'succeeded' | 'failed';
    createdAt: string;
    settledAt: string | null;
  }[];
  writeOffs: {
    id: string;
    amount: number;
    reason: string;
    state: 'proposed' | 'approved' | 'declined';
    mine: boolean;
  }[];
};
export type Cost = {
  id: string;
  kind: Exclude<CostWord, 'tax'>;
  amount: number;
  note: string;
  enteredAt: string;
  paidOn: string | null;
  voidReason: string | null;
};
export type Invoice = {
  id: string;
  state: 'matched' | 'differs' | 'accepted' | 'disputed' | 'void';
  number: string;
  date: string;
  currency: string;
  goods: number;
  freight: number;
  tax: number;
  total: number;
  roundTotal: number;
  differences: InvoiceDifference[];
  reason: string | null;
  /** Whether it agrees with what has arrived by now. */
  agrees: boolean;
  paid: number;
  lines: { orderLineId: string; quantity: number; unitAmount: number; lineAmount: number }[];
  payments: { id: string; amount: number; roundAmount: number; paidOn: string; note: string }[];
};
export type OrderLine = MatchLine & {
  lotId: string;
  title: string;
  unit: string;
  quantity: number;
};
export type InvoiceFacts = {
  toleranceBp: number;
  currency: string;
  freightAmount: number;
  freightElsewhere: number;
  lines: OrderLine[];
};
export type BilledOrder = {
  id: string;
  label: string;
  state: string;
  currency: string;
  total: number;
  supplier: string;
  facts: InvoiceFacts;
  invoices: Invoice[];
};
export type RoundMoney = {
  round: RoundHead & { toleranceBp: number };
  acts: boolean;
  accounts: Account[];
  costs: Cost[];
  orders: BilledOrder[];
  members: MemberMoney[];
  books: Record<'bank' | 'members' | 'suppliers' | 'costs' | 'writtenOff', number>;
};

/** Costs, invoices, payments and balances of a round; null for who neither coordinates it nor runs the site. */
export async function roundMoney(db: Db, round: string): Promise<RoundMoney | null> {
  return expectData(
    await db.rpc('round_money', { p_round: round }),
  ) as unknown as RoundMoney | null;
}

export type MemberStatement = {
  round: RoundHead;
  money: MemberMoney;
  /** The reader belongs to the member, and may announce payments. */
  pays: boolean;
  accounts: Account[];
};

/** A member's own statement of a round; null for everybody but it and its coordinators. */
export async function memberMoney(
  db: Db,
  slug: string,
  round: string,
): Promise<MemberStatement | null> {
  return expectData(
    await db.rpc('member_round_money', { p_slug: slug, p_round: round }),
  ) as unknown as MemberStatement | null;
}

export type RoundDue = {
  roundId: string;
  title: string;
  state: string;
  currency: string;
  owed: number;
  deposit: number;
  paid: number;
};

/** What a producer owes for joint purchases, has too much there, or is asked to pay ahead. */
export async function roundDues(db: Db, producer: string): Promise<RoundDue[]> {
  return expectData(
    await db.rpc('studio_round_dues', { p_producer: producer }),
  ) as unknown as RoundDue[];
}

export type ReportLine = {
  memberId: string;
  member: string;
  lotId: string;
  quantity: number;
  goods: number;
  costs: number;
  /** The same quantity in the shop; null where nobody said. */
  reference: number | null;
  credit: number;
};
export type ReportLot = {
  id: string;
  title: string;
  unit: string;
  decimals: number;
  ordered: number;
  counted: number;
  damaged: number;
};
export type RoundReport = {
  round: RoundHead & { languages: string[] };
  members: number;
  pledged: number;
  invoices: number;
  costs: number;
  lots: ReportLot[];
  deliveries: { on: string; supplier: string; promised: string | null }[];
  lines: ReportLine[];
};

/** What the round came to; `lines` are empty until it is settled. Null for strangers. */
export async function roundReport(db: Db, round: string): Promise<RoundReport | null> {
  return expectData(
    await db.rpc('round_report', { p_round: round }),
  ) as unknown as RoundReport | null;
}

/** What there is to share among whom; null for who does not coordinate the round. */
export async function settlementBasis(db: Db, round: string): Promise<SettlementBasis | null> {
  return expectData(
    await db.rpc('settlement_basis', { p_round: round }),
  ) as unknown as SettlementBasis | null;
}
