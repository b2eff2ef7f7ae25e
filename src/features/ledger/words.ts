import type { AccountKind } from '#src/domain/ledger.ts';
import { formatMoney, plainAmount } from '#src/domain/money.ts';
import { dateFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Balance, Nature } from './queries.ts';

export function dayText(day: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

export function monthText(month: string, locale: Locale): string {
  return dateFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
}

export function sumText(amount: number, currency: string, locale: Locale): string {
  return formatMoney({ amount, currency }, locale);
}

/** For a spreadsheet: the amount in the currency's own unit. Fifteen digits are exact in a double. */
export function cellAmount(amount: number, currency: string): number {
  return Number(plainAmount({ amount, currency }));
}

/** A balance as people read it: debts and income count up, though they are booked as credits. */
export function natural(amount: number, nature: Nature | null): number {
  return nature === 'liability' || nature === 'income' ? 0 - amount : amount;
}

/** Accounts that a page shows by currency, in the order of the chart; those of zero are left out. */
export function byCurrency(balances: readonly Balance[]): [string, Balance[]][] {
  return [
    ...Map.groupBy(
      balances.filter(({ balance }) => balance !== 0),
      ({ currency }) => currency,
    ),
  ];
}

/** The months from the first booking on would need another read; a year back is what people look at. */
export function recentMonths(count: number, now = new Date()): string[] {
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

export type Asked = {
  account: AccountKind;
  currency: string;
  month: string;
  from: string;
  to: string;
};

/** What an address asks of a statement, else the first account of the book and this month. */
export function askedStatement(
  params: URLSearchParams,
  balances: readonly Balance[],
  fallback: AccountKind,
): Asked {
  const first = balances.find(({ account }) => account === fallback) ?? balances[0];
  const wanted = balances.find(
    ({ account, currency }) =>
      account === params.get('account') && currency === params.get('currency'),
  );
  const { account, currency } = wanted ?? first ?? { account: fallback, currency: 'USD' };
  const month = params.get('month') ?? '';
  const valid = /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : recentMonths(1)[0]!;
  return { account, currency, month: valid, ...daysOf(valid) };
}

function daysOf(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return {
    from: `${month}-01`,
    to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10),
  };
}

const COUNT_UP: ReadonlySet<AccountKind> = new Set([
  'held_for_producers',
  'commission_tax_due',
  'commission_income',
  'sales_tax',
  'payable',
]);

/** Whether an account of the operator's book grows by credits. */
export function ledgerNature(account: AccountKind): Nature {
  return COUNT_UP.has(account) ? 'liability' : 'asset';
}
