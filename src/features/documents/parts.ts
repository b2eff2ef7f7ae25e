import { countryName } from '#src/domain/countries.ts';
import { formatHsCode } from '#src/domain/hs.ts';
import type { OrderDocument, OrderLine } from '#src/domain/order-document.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type {
  PaperCell,
  PaperNote,
  PaperParty as Party,
  PaperTable,
  PaperTotal,
} from '#src/server/pdf/paper.ts';
import { facts, type Figures } from './figures.ts';
import type { PaperAccount, PaperParty } from './snapshot.ts';

/** What every part of a paper is written with. */
export type Pen = { t: Messages; locale: Locale; say: Figures };

type Line = Pick<
  OrderLine,
  | 'description'
  | 'sku'
  | 'hsCode'
  | 'countryOfOrigin'
  | 'unit'
  | 'quantity'
  | 'unitAmount'
  | 'lineAmount'
  | 'weightGrams'
  | 'sample'
>;
type Sums = Pick<
  OrderDocument,
  | 'goodsAmount'
  | 'discountAmount'
  | 'freightAmount'
  | 'taxBp'
  | 'taxAmount'
  | 'totalAmount'
  | 'depositBp'
  | 'depositAmount'
>;

export function party(role: string, of: PaperParty, { t, locale }: Pen): Party {
  const p = t.papers;
  return {
    role,
    name: of.legalName,
    lines: [...of.address.split(/\r?\n/), of.country && countryName(of.country, locale)].filter(
      (line) => line.trim() !== '',
    ),
    facts: facts(
      [p.tradingAs, of.name === of.legalName ? null : of.name],
      [p.taxNumber, of.taxNumber],
      [p.registration, of.registration],
      [p.email, of.email],
      [p.phone, of.phone],
    ),
  };
}

/** The name of the goods with what customs and the buyer's store want to read beside it. */
function described(line: Line, { t, say }: Pen, weight: boolean): PaperCell {
  const notes = [
    line.sku,
    line.sample ? t.papers.sample : null,
    weight && line.weightGrams ? t.papers.each(say.weight(line.weightGrams)) : null,
  ].filter((note) => note !== null && note !== '');
  return { text: line.description, notes: notes.length > 0 ? [notes.join(' · ')] : [] };
}

const hs = (line: Line) => (line.hsCode ? formatHsCode(line.hsCode) : '–');
const origin = (line: Line, locale: Locale) =>
  line.countryOfOrigin ? countryName(line.countryOfOrigin, locale) : '–';

/** Goods with prices: quote, pro forma, invoice. */
export function priceTable(lines: readonly Line[], pen: Pen): PaperTable {
  const { t, say, locale } = pen;
  const p = t.papers;
  return {
    title: p.goods,
    columns: [
      { head: p.number, align: 'end', width: 'auto' },
      { head: p.description, align: 'start', width: 1 },
      { head: p.hsCode, align: 'start', width: 'auto' },
      { head: p.origin, align: 'start', width: 'auto' },
      { head: p.quantity, align: 'end', width: 'auto' },
      { head: p.unitPrice, align: 'end', width: 'auto' },
      { head: p.amount, align: 'end', width: 'auto' },
    ],
    rows: lines.map((line, n) => [
      say.count(n + 1),
      described(line, pen, true),
      hs(line),
      origin(line, locale),
      say.quantity(line.quantity, line.unit),
      say.plain(line.unitAmount),
      say.plain(line.lineAmount),
    ]),
  };
}

/** Net weight of a line or of all, null when one is unknown. */
export const lineWeight = (line: Pick<Line, 'weightGrams' | 'quantity'>): number | null =>
  line.weightGrams === null ? null : line.weightGrams * line.quantity;
export const netWeight = (lines: readonly Line[]): number | null =>
  lines.reduce<number | null>((sum, line) => {
    const own = lineWeight(line);
    return sum === null || own === null ? null : sum + own;
  }, 0);

/** Goods with weights and no prices: packing list. */
export function weightTable(lines: readonly Line[], pen: Pen): PaperTable {
  const { t, say, locale } = pen;
  const p = t.papers;
  const weight = (grams: number | null) => (grams === null ? '–' : say.weight(grams));
  return {
    title: p.goods,
    columns: [
      { head: p.number, align: 'end', width: 'auto' },
      { head: p.description, align: 'start', width: 1 },
      { head: p.hsCode, align: 'start', width: 'auto' },
      { head: p.origin, align: 'start', width: 'auto' },
      { head: p.quantity, align: 'end', width: 'auto' },
      { head: p.netWeight, align: 'end', width: 'auto' },
    ],
    rows: lines.map((line, n) => [
      say.count(n + 1),
      described(line, pen, true),
      hs(line),
      origin(line, locale),
      say.quantity(line.quantity, line.unit),
      weight(lineWeight(line)),
    ]),
    sums: ['', p.sum, '', '', '', weight(netWeight(lines))],
  };
}

/** From the goods to the total, each step that is not nothing; tax always, for the books of both. */
export function sums(of: Sums, { t, say }: Pen): PaperTotal[] {
  const p = t.papers;
  const plain = (label: string, value: string): PaperTotal => ({ label, value, weight: 'plain' });
  return [
    plain(p.goodsTotal, say.plain(of.goodsAmount)),
    ...(of.discountAmount ? [plain(p.discount, say.plain(-of.discountAmount))] : []),
    ...(of.freightAmount ? [plain(p.freight, say.plain(of.freightAmount))] : []),
    plain(p.tax(say.share(of.taxBp)), say.plain(of.taxAmount)),
    { label: p.total, value: say.money(of.totalAmount), weight: 'strong' },
    ...(of.depositAmount && of.depositAmount < of.totalAmount
      ? [
          {
            label: p.deposit(say.share(of.depositBp)),
            value: say.money(of.depositAmount),
            weight: 'quiet' as const,
          },
        ]
      : []),
  ];
}

/** Four signs at a time, as banks print it. */
const grouped = (iban: string | null) => iban && iban.replace(/(.{4})(?=.)/g, '$1 ');

export function accountNote(account: PaperAccount, reference: string, { t }: Pen): PaperNote {
  const p = t.papers;
  return {
    title: account.method === 'mobile_money' ? p.mobileMoney : p.payTo,
    bordered: true,
    facts: facts(
      [p.holder, account.holder],
      [p.bank, account.bank],
      [p.iban, grouped(account.iban)],
      [p.account, account.accountNumber],
      [p.bic, account.bic],
      [p.network, account.network],
      [p.phone, account.phone],
      [p.currency, account.currency],
      [p.reference, reference],
    ),
  };
}

export const note = (title: string, text: string): PaperNote[] =>
  text.trim() === '' ? [] : [{ title, text: text.trim() }];
