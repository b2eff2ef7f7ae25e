import { countryName } from '#src/domain/countries.ts';
import { convertForReading, type ReadIn } from '#src/domain/exchange.ts';
import { formatHsCode } from '#src/domain/hs.ts';
import { calculatePrice, type Calculation } from '#src/domain/price-calculator.ts';
import { leastOrder } from '#src/domain/tiers.ts';
import { readingText } from '#src/ui/reading.ts';
import { measures, priceRows, sampleText } from '../product/facts.ts';
import { listedOf } from '../product/calculator.ts';
import type { ComparedProduct } from '../views.ts';
import { number, placeName, price, quantity, type Words } from '../words.ts';

/** One fact of one product: lines of words, and what makes it stand out. */
export type Cell = { lines: string[]; mark: string };
export type Row = { label: string; cells: Cell[]; differs: boolean };

type Ask = { quantity: number | null; read: ReadIn | null };
type Fact = (one: ComparedProduct, n: number) => string | readonly string[];

const NONE = '–';

/** Every fact of trade, a row each, in the same order for the table and for the stacked form on a phone. */
export function compareRows(items: readonly ComparedProduct[], ask: Ask, words: Words): Row[] {
  const row = (label: string, fact: Fact, marks: readonly string[] = []): Row => {
    const cells = items.map((one, n) => {
      const said = fact(one, n);
      const lines = (typeof said === 'string' ? [said] : said).filter((line) => line !== '');
      return { lines: lines.length > 0 ? lines : [NONE], mark: marks[n] ?? '' };
    });
    const differs = new Set(cells.map(({ lines }) => lines.join('\n'))).size > 1;
    return { label, cells, differs };
  };
  return [
    ...priceFacts(items, ask, words, row),
    ...orderFacts(items, words, row),
    ...originFacts(words, row),
    ...makingFacts(words, row),
    ...makerFacts(words, row),
  ].filter((one) => one.cells.some(({ lines }) => lines[0] !== NONE));
}

type MakeRow = (label: string, fact: Fact, marks?: readonly string[]) => Row;

function priceFacts(
  items: readonly ComparedProduct[],
  ask: Ask,
  words: Words,
  row: MakeRow,
): Row[] {
  const c = words.t.finding.compare;
  const worked = items.map((one) => workedOut(one, ask.quantity));
  const shown = ask.quantity === null ? words.t.market.product.moq : number(ask.quantity, words);
  const marks = lowest(items, worked, ask.read).map((yes) => (yes ? c.lowest : ''));
  return [
    row(c.unitPrice(shown), (one, n) => unitLines(one, worked[n] ?? null, ask.read, words), marks),
    row(c.total(shown), (one, n) => {
      const calculation = worked[n];
      return calculation?.check.ok
        ? [
            ...money(one, calculation.totalAmount, ask.read, words),
            quantity(calculation.quantity, one.unit, words),
          ]
        : '';
    }),
    row(c.tiers, (one) =>
      priceRows(one).map(({ minQuantity, unitPrice }) =>
        c.tier(
          quantity(minQuantity, one.unit, words),
          price({ amount: unitPrice, currency: one.price.currency }, words),
        ),
      ),
    ),
  ];
}

function money(one: ComparedProduct, amount: number, read: ReadIn | null, words: Words): string[] {
  const value = { amount, currency: one.price.currency };
  return [price(value, words), readingText(value, read, words)];
}

function unitLines(
  one: ComparedProduct,
  calculation: Calculation | null,
  read: ReadIn | null,
  words: Words,
): string[] {
  const c = words.t.finding.compare;
  if (!calculation) return [c.notThisMany];
  const { check, unitAmount } = calculation;
  const lines = money(one, unitAmount, read, words);
  if (check.ok) return lines;
  const near = check.above ?? check.below;
  const nearest = near === null ? '' : c.nearest(quantity(near, one.unit, words));
  return [...lines, c.notThisMany, nearest];
}

function workedOut(one: ComparedProduct, wanted: number | null): Calculation | null {
  const read = calculatePrice(wanted ?? leastOrder(one), listedOf(one));
  return read.ok ? read.value : null;
}

/** Amounts in different money are not more or less than each other, unless the reader chose one to read them in. */
function lowest(
  items: readonly ComparedProduct[],
  worked: readonly (Calculation | null)[],
  read: ReadIn | null,
): boolean[] {
  const mixed = new Set(items.map((one) => one.price.currency)).size > 1;
  const units = new Set(items.map((one) => one.unit)).size > 1;
  const amounts = items.map((one, n) => {
    const calculation = worked[n];
    if (!calculation?.check.ok || units) return null;
    if (!mixed) return calculation.unitAmount;
    const value = { amount: calculation.unitAmount, currency: one.price.currency };
    return read
      ? (convertForReading(value, read.currency, read.rates)?.value.amount ?? null)
      : null;
  });
  const known = amounts.filter((amount) => amount !== null);
  const least = Math.min(...known);
  const all = known.length < 2 || known.every((amount) => amount === least);
  return amounts.map((amount) => !all && amount === least);
}

function orderFacts(items: readonly ComparedProduct[], words: Words, row: MakeRow): Row[] {
  const m = words.t.market.product;
  const days = items.map((one) => one.leadTimeDays);
  const fastest = Math.min(...days);
  const fast = days.map((one) =>
    one === fastest && days.some((other) => other !== one) ? words.t.finding.compare.fastest : '',
  );
  return [
    row(m.moq, (one) => quantity(one.moq, one.unit, words)),
    row(m.multiple, (one) =>
      one.orderMultiple > 1 ? quantity(one.orderMultiple, one.unit, words) : '',
    ),
    row(m.leadTime, (one) => words.t.market.days(one.leadTimeDays), fast),
    row(m.capacity, (one) =>
      one.capacityPerMonth === null
        ? ''
        : m.perMonth(quantity(one.capacityPerMonth, one.unit, words)),
    ),
    row(m.sample, (one) => sampleText(one, words)),
    row(words.t.finding.compare.variants, (one) =>
      one.variants > 0 ? number(one.variants, words) : '',
    ),
  ];
}

function originFacts(words: Words, row: MakeRow): Row[] {
  const m = words.t.market.product;
  return [
    row(m.hsCode, (one) => (one.hsCode === null ? '' : formatHsCode(one.hsCode))),
    row(m.origin, (one) => (one.country === null ? '' : countryName(one.country, words.locale))),
    row(m.delivery, (one) =>
      one.incoterm && one.incotermPlace ? `${one.incoterm} ${one.incotermPlace.trim()}` : '',
    ),
  ];
}

function makingFacts(words: Words, row: MakeRow): Row[] {
  const m = words.t.market.product;
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ');
  const measure = (one: ComparedProduct, label: string) =>
    measures(one, words).find((fact) => fact.label === label)?.value ?? '';
  return [
    row(m.materials, (one) => names(one.materials)),
    row(m.techniques, (one) => names(one.techniques)),
    row(m.certificates, (one) => names(one.certifications)),
    row(
      words.t.finding.compare.customisation,
      (one) => one.customisation?.text.slice(0, 200) ?? '',
    ),
    row(m.weight, (one) => measure(one, m.weight)),
    row(m.size, (one) => measure(one, m.size)),
  ];
}

function makerFacts(words: Words, row: MakeRow): Row[] {
  const c = words.t.finding.compare;
  const { yes, no } = words.t.common;
  return [
    row(c.maker, ({ maker }) => [maker.name, placeName(maker, words)]),
    row(c.verified, ({ maker }) => (maker.verified ? yes : no)),
    row(c.rating, ({ rating }) =>
      rating.average === null
        ? c.ratingNone
        : c.ratingOf(rating.average.toLocaleString(words.locale), rating.count),
    ),
  ];
}
