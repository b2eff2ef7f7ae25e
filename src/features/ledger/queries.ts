import type { AccountKind } from '#src/domain/ledger.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type Nature = 'asset' | 'liability' | 'income' | 'expense';
/** Debit positive, in minor units. */
export type Balance = { account: AccountKind; nature: Nature; currency: string; balance: number };
export type OpenDue = {
  orderId: string;
  reference: string;
  state: string;
  currency: string;
  partner: string;
  kind: 'deposit' | 'balance';
  outstanding: number;
  dueOn: string | null;
  status: 'later' | 'due' | 'overdue';
  announced: number;
};
/** The organisation whose book is read: one of the two. */
export type Owner = { producer: string } | { buyer: string };

const ownerArgs = (owner: Owner) =>
  'producer' in owner ? { p_producer: owner.producer } : { p_buyer: owner.buyer };

/** Null when the caller may not read this book. */
function readable<T>(answer: {
  data: unknown;
  error: { message: string; code?: string } | null;
}): T | null {
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer as { data: T; error: null });
}

export async function balances(db: Db, owner: Owner): Promise<Balance[] | null> {
  return readable(await db.rpc('ledger_balances', ownerArgs(owner)));
}

export async function openDues(db: Db, owner: Owner): Promise<OpenDue[] | null> {
  return readable(await db.rpc('open_dues', ownerArgs(owner)));
}

export type StatementEntry = {
  at: string;
  kind: string;
  memo: string;
  orderId: string | null;
  order: string | null;
  partner: string | null;
  amount: number;
};
export type Statement = {
  opening: number;
  closing: number;
  nature: Nature | null;
  more: boolean;
  lines: StatementEntry[];
};
export type Period = { account: string; currency: string; from: string; to: string };

export async function statement(db: Db, owner: Owner, period: Period): Promise<Statement | null> {
  const answer = await db.rpc('ledger_statement', {
    // PostgREST finds a function by the names of all its arguments, so the other owner is null, not left out.
    p_producer: ('producer' in owner ? owner.producer : null) as string,
    p_buyer: ('buyer' in owner ? owner.buyer : null) as string,
    p_account: period.account,
    p_currency: period.currency,
    p_from: period.from,
    p_to: period.to,
  });
  return readable(answer);
}

export type AccountView = {
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
export type PayoutState = 'pending' | 'sent' | 'paid' | 'failed';
export type StudioMoney = {
  keepsAccounts: boolean;
  balances: Balance[];
  dues: OpenDue[];
  accounts: AccountView[];
  toConfirm: {
    id: string;
    orderId: string;
    order: string;
    buyer: string;
    reference: string;
    amount: number;
    currency: string;
    paidOn: string | null;
  }[];
  toRefund: {
    id: string;
    orderId: string;
    order: string;
    buyer: string;
    amount: number;
    currency: string;
    reason: string;
  }[];
  openLines: number;
  payouts: {
    id: string;
    state: PayoutState;
    currency: string;
    amount: number;
    reason: string | null;
    createdAt: string;
    settledAt: string | null;
  }[];
};

export async function studioMoney(db: Db, producer: string): Promise<StudioMoney | null> {
  return readable(await db.rpc('studio_money', { p_producer: producer }));
}

export type OperatorMoney = {
  commissionBp: number;
  commissionTaxBp: number;
  totals: { currency: string; account: AccountKind; balance: number }[];
  producers: {
    id: string;
    name: string;
    currency: string;
    held: number;
    owed: number;
    hasAccount: boolean;
    state: string;
  }[];
  payouts: {
    id: string;
    producer: string;
    state: PayoutState;
    method: 'bank_transfer' | 'mobile_money' | 'card';
    currency: string;
    amount: number;
    reason: string | null;
    createdAt: string;
    settledAt: string | null;
    account: AccountView | null;
  }[];
};

export async function operatorMoney(db: Db): Promise<OperatorMoney> {
  return expectData(await db.rpc('operator_money')) as unknown as OperatorMoney;
}
