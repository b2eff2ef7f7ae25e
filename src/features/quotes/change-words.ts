import { formatPercent } from '#src/domain/percent.ts';
import {
  quoteChanges,
  type ComparableLine,
  type LineFact,
  type QuoteChange,
  type TermName,
} from '#src/domain/quote-changes.ts';
import { wordChanges, type TextPart } from '#src/domain/word-changes.ts';
import { numberFormat } from '#src/i18n/formats.ts';
import type { Quote } from './queries.ts';
import { amountOf, day, paymentWords, price, unitWord, type Words } from './words.ts';

/** One change: what it is about, what it was, what it is, and for amounts the difference. */
export type ChangeWords = {
  what: string;
  from: string;
  to: string;
  difference: string;
  /** Two texts too long to stand in one line; `parts` lays them over each other where they are alike. */
  long?: { parts: TextPart[] | null };
};
/** The changes of one line under its number and short name, or, without a title, of the whole quote. */
export type ChangeGroup = { title: string; changes: ChangeWords[] };

/** Longer than this a text is not shown whole twice in one sentence. */
const SHORT = 48;
const TITLE_AT_MOST = 36;

/** Line by line in the newer version's order, lines that came or went among them, then the terms. */
export function changeGroups(before: Quote, after: Quote, words: Words): ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const change of quoteChanges(before, after)) {
    const title = 'line' in change ? lineTitle(change.line, words) : '';
    const said = inWords(change, before, after, words);
    const last = groups.at(-1);
    if (last?.title === title) last.changes.push(said);
    else groups.push({ title, changes: [said] });
  }
  return groups;
}

function lineTitle(line: ComparableLine, { t }: Words): string {
  const short =
    line.description.length <= TITLE_AT_MOST
      ? line.description
      : `${line.description.slice(0, TITLE_AT_MOST).replace(/[\s,;:.]+\S*$/, '')} …`;
  return `${t.quotes.line(line.position + 1)} · ${short}`;
}

function inWords(change: QuoteChange, before: Quote, after: Quote, words: Words): ChangeWords {
  const q = words.t.quotes;
  if (change.kind === 'line_added' || change.kind === 'line_removed') {
    const { line } = change;
    const text = amountOf(line.quantity, line.unit, words);
    return change.kind === 'line_added'
      ? { what: q.lineAdded, from: '–', to: text, difference: '' }
      : { what: q.lineRemoved, from: text, to: '–', difference: '' };
  }
  const fact = change.kind === 'line' ? change.fact : change.term;
  const [from, to] = [
    written(fact, change.from, before.currency, words),
    written(fact, change.to, after.currency, words),
  ];
  const long = Math.max(from.length, to.length) > SHORT;
  return {
    what: factLabels(words)[fact],
    from,
    to,
    difference: differenceOf(fact, change, before, after, words),
    ...(long ? { long: { parts: wordChanges(from, to) } } : {}),
  };
}

const AMOUNTS = /Amount$/;

function differenceOf(
  fact: TermName | LineFact,
  change: { from: unknown; to: unknown },
  before: Quote,
  after: Quote,
  words: Words,
): string {
  if (!AMOUNTS.test(fact) || before.currency !== after.currency) return '';
  const by = Number(change.to) - Number(change.from);
  const size = price(Math.abs(by), after.currency, words);
  return by > 0 ? words.t.quotes.more(size) : words.t.quotes.less(size);
}

function written(
  fact: TermName | LineFact,
  value: string | number | boolean,
  currency: string,
  words: Words,
) {
  if (AMOUNTS.test(fact)) return price(Number(value), currency, words);
  if (fact.endsWith('Bp')) return formatPercent(Number(value), words.locale);
  if (fact === 'leadTimeDays') return words.t.quotes.days(Number(value));
  if (fact === 'quantity') return numberFormat(words.locale).format(Number(value));
  if (fact === 'validUntil') return day(String(value), words);
  if (fact === 'paymentTerms') return paymentWords(String(value), words);
  if (fact === 'unit') return unitWord(String(value), 2, words);
  if (typeof value === 'boolean') return value ? words.t.common.yes : words.t.common.no;
  return value === '' ? '–' : String(value);
}

function factLabels({ t: { quotes: q } }: Words): Record<TermName | LineFact, string> {
  return {
    currency: q.currency,
    incoterm: q.incoterm,
    incotermPlace: q.incotermPlace,
    leadTimeDays: q.leadTime,
    paymentTerms: q.payment,
    depositBp: `${q.deposit} %`,
    taxBp: `${q.tax} %`,
    discountAmount: q.discount,
    freightAmount: q.freight,
    taxAmount: q.tax,
    goodsAmount: q.goods,
    totalAmount: q.total,
    depositAmount: q.deposit,
    validUntil: q.validUntil,
    notes: q.notes,
    description: q.description,
    quantity: q.quantity,
    unit: q.unit,
    unitAmount: q.unitPrice,
    lineAmount: q.amount,
    moqWaived: q.moqWaived,
  };
}
