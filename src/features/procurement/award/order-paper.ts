import { placeName } from '#src/domain/countries.ts';
import { dateFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Paper, PaperFact, PaperParty } from '#src/server/pdf/paper.ts';
import { amountText, lotQuantity, unitName } from '../words.ts';
import type { OpenOrder, PrintedOrder } from './order-queries.ts';

const facts = (...pairs: (readonly [string, string | null | undefined])[]): PaperFact[] =>
  pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));

function supplierOf({ supplier }: PrintedOrder, t: Messages, locale: Locale): PaperParty {
  const place = [supplier.place, placeName(supplier.country, locale)].filter(Boolean).join(', ');
  return {
    role: t.award.supplier,
    name: supplier.name,
    lines: [supplier.person, supplier.address, place, supplier.email].filter(
      (one) => !!one,
    ) as string[],
    facts: facts([t.papers.taxNumber, supplier.taxNumber]),
  };
}

function linesOf(order: OpenOrder, t: Messages, locale: Locale): Paper['tables'][number] {
  const a = t.award;
  const { printed, currency } = order;
  const money = (amount: number) => amountText(amount, currency, locale);
  return {
    title: a.order,
    columns: [
      { head: a.lot, align: 'start', width: 1 },
      { head: a.quantity, align: 'end', width: 'auto' },
      { head: a.price, align: 'end', width: 'auto' },
      { head: a.goods, align: 'end', width: 'auto' },
      { head: a.freight, align: 'end', width: 'auto' },
    ],
    rows: printed.lines.map((line) => [
      {
        text: line.title,
        notes: [
          line.specification,
          line.articleNumber && `${a.article}: ${line.articleNumber}`,
          line.hsCode && `HS ${line.hsCode}`,
        ].filter((note) => !!note) as string[],
      },
      lotQuantity(line.quantity, line, t, locale),
      `${money(line.unitAmount)} / ${unitName(line, t)}`,
      money(line.goodsAmount),
      money(line.freightAmount),
    ]),
  };
}

function buyerOf({ cluster }: PrintedOrder, t: Messages, locale: Locale): PaperParty {
  const lines = [cluster.place, placeName(cluster.country, locale)].filter((one) => !!one);
  return { role: t.award.buyer, name: cluster.name, lines, facts: [] };
}

const dayText = (value: string, locale: Locale) =>
  dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));

function termsOf(printed: PrintedOrder, t: Messages, locale: Locale): PaperFact[] {
  const a = t.award;
  const { round } = printed;
  const terms: Record<string, string> = t.quotes.paymentTerms;
  return facts(
    [t.rounds.title, round.title],
    [a.deliverTo, round.deliveryPlace],
    [a.neededBy, round.neededBy && dayText(round.neededBy, locale)],
    [a.leadTime, a.days(printed.leadTimeDays)],
    [a.payment, terms[printed.paymentTerms]],
  );
}

/** A purchase order as it is printed: everything from its snapshot, nothing from today. */
export function orderPaper(order: OpenOrder, t: Messages, locale: Locale): Paper {
  const a = t.award;
  const { printed, currency } = order;
  const money = (amount: number) => amountText(amount, currency, locale);
  const { cluster } = printed;
  return {
    lang: locale,
    title: a.order,
    label: printed.label,
    date: printed.placedAt.slice(0, 10),
    dateText: dayText(printed.placedAt, locale),
    author: cluster.name,
    key: { label: a.total, value: money(order.totalAmount) },
    parties: [supplierOf(printed, t, locale), buyerOf(printed, t, locale)],
    facts: termsOf(printed, t, locale),
    tables: [linesOf(order, t, locale)],
    totals: [
      { label: a.goods, value: money(order.goodsAmount), weight: 'plain' },
      { label: a.freight, value: money(order.freightAmount), weight: 'plain' },
      { label: a.total, value: money(order.totalAmount), weight: 'strong' },
    ],
    notes: [],
    footer: `${printed.label} · ${cluster.name}`,
    pageOf: t.papers.pageOf,
  };
}
