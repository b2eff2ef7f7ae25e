import { BYTE_ORDER_MARK, csvLine } from '#src/domain/csv.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { OperatorMoney, Statement } from './queries.ts';
import { cellAmount, natural, type Asked } from './words.ts';

/** One month of an account as CSV, with the balance after each line. */
export function statementCsv(statement: Statement, asked: Asked, t: Messages): string {
  const l = t.ledger;
  const { currency } = asked;
  const cell = (amount: number) => cellAmount(natural(amount, statement.nature), currency);
  let balance = statement.opening;
  const rows = statement.lines.map((line) => {
    balance += line.amount;
    return csvLine([
      line.at.slice(0, 10),
      kindText(line.kind, t),
      line.order,
      line.partner,
      line.memo,
      cell(line.amount),
      cell(balance),
      currency,
    ]);
  });
  const heads = [
    l.day,
    l.event,
    l.order,
    l.partner,
    t.payments.reference,
    l.amount,
    l.balance,
    t.payments.currency,
  ];
  const edge = (day: string, label: string, amount: number) =>
    csvLine([day, label, null, null, null, null, cell(amount), currency]);
  return [
    BYTE_ORDER_MARK + csvLine(heads),
    edge(asked.from, l.opening, statement.opening),
    ...rows,
    edge(asked.to, l.closing, statement.closing),
  ].join('');
}

export function kindText(kind: string, t: Messages): string {
  return (t.ledger.kinds as Record<string, string>)[kind] ?? kind;
}

/** A file for the browser to keep. */
export function csvAnswer(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** What is held for each producer and what it owes, then the payouts. */
export function operatorCsv(money: OperatorMoney, t: Messages): string {
  const l = t.ledger;
  const heads = [l.producer, t.payments.currency, l.held, l.owed];
  const balances = money.producers.map((row) =>
    csvLine([
      row.name,
      row.currency,
      cellAmount(row.held, row.currency),
      cellAmount(row.owed, row.currency),
    ]),
  );
  const payouts = money.payouts.map((row) =>
    csvLine([
      row.createdAt.slice(0, 10),
      row.producer,
      l.payoutStates[row.state],
      cellAmount(row.amount, row.currency),
      row.currency,
      row.reason,
    ]),
  );
  const payoutHeads = [
    l.day,
    l.producer,
    l.payouts,
    l.amount,
    t.payments.currency,
    t.payments.note,
  ];
  return [
    BYTE_ORDER_MARK,
    csvLine(heads),
    ...balances,
    '\r\n',
    csvLine(payoutHeads),
    ...payouts,
  ].join('');
}
