import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Paper, PaperCell, PaperColumn } from '#src/server/pdf/paper.ts';
import type { Statement } from './queries.ts';
import { kindText } from './statement-file.ts';
import { dayText, monthText, natural, sumText, type Asked } from './words.ts';

type Printed = { statement: Statement; asked: Asked; organisation: string; site: string };

/** One month of an account as a paper: balance before, each booking, balance after. */
export function statementPaper(printed: Printed, t: Messages, locale: Locale): Paper {
  const { statement, asked, organisation, site } = printed;
  const l = t.ledger;
  const sum = (amount: number) =>
    sumText(natural(amount, statement.nature), asked.currency, locale);
  const account = l.accounts[asked.account];
  const month = monthText(asked.month, locale);
  return {
    lang: locale,
    title: l.statement,
    label: account,
    date: asked.to,
    dateText: month,
    author: organisation,
    key: { label: l.closing, value: sum(statement.closing) },
    parties: [],
    facts: [
      { label: l.account, value: account },
      { label: l.month, value: month },
      { label: t.payments.currency, value: asked.currency },
    ],
    tables: [{ title: '', columns: columnsOf(t), rows: rowsOf(statement, sum, t, locale) }],
    totals: [
      { label: l.opening, value: sum(statement.opening), weight: 'plain' },
      { label: l.closing, value: sum(statement.closing), weight: 'strong' },
    ],
    notes: statement.more ? [{ title: '', text: l.statementMore }] : [],
    footer: `${organisation} · ${site}`,
    pageOf: l.pageOf,
  };
}

function columnsOf({ ledger: l }: Messages): PaperColumn[] {
  const column = (head: string, align: 'start' | 'end', width: 'auto' | number) => ({
    head,
    align,
    width,
  });
  return [
    column(l.day, 'start', 'auto'),
    column(l.event, 'start', 1),
    column(l.order, 'start', 'auto'),
    column(l.amount, 'end', 'auto'),
    column(l.balance, 'end', 'auto'),
  ];
}

function rowsOf(
  statement: Statement,
  sum: (amount: number) => string,
  t: Messages,
  locale: Locale,
): PaperCell[][] {
  let balance = statement.opening;
  return statement.lines.map((line) => {
    balance += line.amount;
    const notes = [line.partner ?? line.memo].filter(Boolean);
    const what = { text: kindText(line.kind, t), notes };
    return [dayText(line.at, locale), what, line.order ?? '', sum(line.amount), sum(balance)];
  });
}
