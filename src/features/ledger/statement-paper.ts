import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Paper } from '#src/server/pdf/paper.ts';
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
  let balance = statement.opening;
  const rows = statement.lines.map((line) => {
    balance += line.amount;
    const what = {
      text: kindText(line.kind, t),
      notes: [line.partner ?? line.memo].filter(Boolean),
    };
    return [dayText(line.at, locale), what, line.order ?? '', sum(line.amount), sum(balance)];
  });
  const column = (head: string, end: boolean, width: 'auto' | number) =>
    ({ head, align: end ? 'end' : 'start', width }) as const;
  return {
    lang: locale,
    title: l.statement,
    label: l.accounts[asked.account],
    date: asked.to,
    dateText: monthText(asked.month, locale),
    author: organisation,
    key: { label: l.closing, value: sum(statement.closing) },
    parties: [],
    facts: [
      { label: l.account, value: l.accounts[asked.account] },
      { label: l.month, value: monthText(asked.month, locale) },
      { label: t.payments.currency, value: asked.currency },
    ],
    tables: [
      {
        title: '',
        columns: [
          column(l.day, false, 'auto'),
          column(l.event, false, 1),
          column(l.order, false, 'auto'),
          column(l.amount, true, 'auto'),
          column(l.balance, true, 'auto'),
        ],
        rows,
      },
    ],
    totals: [
      { label: l.opening, value: sum(statement.opening), weight: 'plain' },
      { label: l.closing, value: sum(statement.closing), weight: 'strong' },
    ],
    notes: statement.more ? [{ title: '', text: l.statementMore }] : [],
    footer: `${organisation} · ${site}`,
    pageOf: l.pageOf,
  };
}
