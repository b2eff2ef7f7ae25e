import { placeName } from '#src/domain/countries.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Paper, PaperFact, PaperTotal } from '#src/server/pdf/paper.ts';
import { facts, figures } from './figures.ts';
import {
  accountNote,
  netWeight,
  note,
  party,
  priceTable,
  sums,
  weightTable,
  type Pen,
} from './parts.ts';
import type { Snapshot } from './snapshot.ts';

type Parts = Pick<Paper, 'facts' | 'tables' | 'totals' | 'notes'> & {
  key?: PaperFact | undefined;
};

/** A document as it is printed: everything from its snapshot, nothing from today. */
export function documentPaper(paper: Snapshot, t: Messages, locale: Locale): Paper {
  const p = t.papers;
  const pen: Pen = { t, locale, say: figures(paper.agreement.currency, t, locale) };
  const { key, ...parts } = PARTS[paper.kind](paper, pen);
  const seller = party(p.seller, paper.producer, pen);
  return {
    lang: locale,
    title: p.kinds[paper.kind],
    label: paper.label,
    date: paper.issuedAt.slice(0, 10),
    dateText: pen.say.day(paper.issuedAt),
    author: seller.name,
    subject: [p.purpose[paper.kind], paper.replaces && p.replaces(paper.replaces)]
      .filter(Boolean)
      .join(' '),
    ...(key ? { key } : {}),
    parties: [seller, party(p.buyer, paper.buyer, pen)],
    ...parts,
    footer: `${paper.label} · ${seller.name}`,
    pageOf: p.pageOf,
  };
}

const PARTS: Record<Snapshot['kind'], (paper: Snapshot, pen: Pen) => Parts> = {
  pro_forma: proForma,
  commercial_invoice: invoice,
  packing_list: packingList,
  receipt,
  credit_note: creditNote,
};

function terms({ agreement, order, revision }: Snapshot, { t, locale, say }: Pen): PaperFact[] {
  const p = t.papers;
  return facts(
    [p.order, order],
    [p.orderedOn, say.day(agreement.orderedAt)],
    [p.revision, revision > 1 ? say.count(revision) : null],
    [p.delivery, p.incoterms(`${agreement.incoterm} ${agreement.incotermPlace}`.trim())],
    [p.destination, placeName(agreement.destination, locale)],
    [p.payment, t.quotes.paymentTerms[agreement.paymentTerms]],
  );
}

/** What the buyer has to send next, or that nothing is left. */
function due({ money }: Snapshot, { t, say }: Pen): PaperFact {
  const p = t.papers;
  const paidSomething = money.paid > 0 || money.outstanding <= 0;
  if (money.outstanding <= 0) return { label: p.paidInFull, value: say.money(money.paid) };
  if (money.depositOutstanding > 0 && money.depositOutstanding < money.outstanding)
    return { label: p.toPayDeposit, value: say.money(money.depositOutstanding) };
  return { label: paidSomething ? p.outstanding : p.toPay, value: say.money(money.outstanding) };
}

function settled({ money }: Snapshot, { t, say }: Pen): PaperTotal[] {
  const p = t.papers;
  const line = (label: string, value: string): PaperTotal => ({ label, value, weight: 'quiet' });
  if (money.paid === 0 && money.credited === 0) return [];
  return [
    ...(money.credited ? [line(p.credited, say.money(-money.credited))] : []),
    ...(money.paid ? [line(p.paid, say.money(-money.paid))] : []),
    money.outstanding < 0
      ? line(p.overpaid, say.money(-money.outstanding))
      : line(p.outstanding, say.money(money.outstanding)),
  ];
}

function proForma(paper: Snapshot, pen: Pen): Parts {
  const { agreement } = paper;
  const p = pen.t.papers;
  return {
    key: due(paper, pen),
    facts: [...terms(paper, pen), ...facts([p.readyBy, pen.say.day(agreement.promisedOn)])],
    tables: [priceTable(agreement.lines, pen)],
    totals: [...sums(agreement, pen), ...settled(paper, pen)],
    notes: [
      ...paper.accounts.map((account) => accountNote(account, paper.order, pen)),
      ...note(p.notes, agreement.notes),
    ],
  };
}

function invoice(paper: Snapshot, pen: Pen): Parts {
  const p = pen.t.papers;
  const base = proForma(paper, pen);
  return {
    ...base,
    facts: [...terms(paper, pen), ...freight(paper, pen)],
    notes: [...base.notes, ...note(p.declaration, p.declared)],
  };
}

/** Parcels and weights, where they are known. */
function freight({ agreement, shipments }: Snapshot, { t, say }: Pen): PaperFact[] {
  const p = t.papers;
  const net = netWeight(agreement.lines);
  const gross = shipments.map((parcel) => parcel.grossWeightGrams);
  const packages = shipments.reduce((sum, parcel) => sum + parcel.packages, 0);
  return facts(
    [p.shippedOn, shipments[0] && say.day(shipments[0].shippedOn)],
    [p.packages, packages > 0 ? say.count(packages) : null],
    [p.netWeight, net ? say.weight(net) : null],
    [
      p.grossWeight,
      gross.length > 0 && gross.every((grams) => grams !== null)
        ? say.weight(gross.reduce<number>((sum, grams) => sum + (grams ?? 0), 0))
        : null,
    ],
  );
}

function packingList(paper: Snapshot, pen: Pen): Parts {
  const { t, say } = pen;
  const p = t.papers;
  const parcels = paper.shipments.map((parcel) => [
    parcel.carrier,
    parcel.tracking || '–',
    say.day(parcel.shippedOn),
    say.count(parcel.packages),
    parcel.grossWeightGrams === null ? '–' : say.weight(parcel.grossWeightGrams),
  ]);
  return {
    facts: [
      ...terms(paper, pen).filter((fact) => fact.label !== p.payment),
      ...freight(paper, pen),
    ],
    tables: [
      weightTable(paper.agreement.lines, pen),
      ...(parcels.length > 0 ? [parcelTable(parcels, pen)] : []),
    ],
    totals: [],
    notes: note(p.notes, paper.agreement.notes),
  };
}

function parcelTable(rows: string[][], { t }: Pen): Paper['tables'][0] {
  const p = t.papers;
  return {
    title: p.parcels,
    columns: [
      { head: p.carrier, align: 'start', width: 1 },
      { head: p.tracking, align: 'start', width: 1 },
      { head: p.shippedOn, align: 'start', width: 'auto' },
      { head: p.packages, align: 'end', width: 'auto' },
      { head: p.grossWeight, align: 'end', width: 'auto' },
    ],
    rows,
  };
}

function receipt(paper: Snapshot, pen: Pen): Parts {
  const { t, say } = pen;
  const p = t.papers;
  const { payment, money } = paper;
  if (!payment) throw new Error(`receipt ${paper.label} without a payment`);
  return {
    key: { label: p.received, value: say.money(payment.amount) },
    facts: facts([p.order, paper.order], [p.orderedOn, say.day(paper.agreement.orderedAt)]),
    tables: [
      {
        title: p.payments.table,
        columns: [
          { head: p.reference, align: 'start', width: 'auto' },
          { head: p.payments.what, align: 'start', width: 1 },
          { head: p.payments.how, align: 'start', width: 'auto' },
          { head: p.payments.on, align: 'start', width: 'auto' },
          { head: p.amount, align: 'end', width: 'auto' },
        ],
        rows: [
          [
            payment.reference,
            t.payments.purposes[payment.purpose],
            t.payments.methods[payment.method],
            say.day(payment.paidOn ?? paper.issuedAt),
            say.money(payment.amount),
          ],
        ],
      },
    ],
    totals: [
      { label: p.orderTotal, value: say.money(money.total), weight: 'plain' },
      ...settled(paper, pen),
    ],
    notes: [],
  };
}

function creditNote(paper: Snapshot, pen: Pen): Parts {
  const { t, say } = pen;
  const p = t.papers;
  const { credit } = paper;
  if (!credit) throw new Error(`credit note ${paper.label} without a credit`);
  const what =
    credit.cause === 'refund'
      ? p.credits.refund(credit.payment ?? '')
      : credit.cancelled
        ? p.credits.cancelled
        : p.credits.agreed;
  return {
    key: { label: p.creditedKey, value: say.money(credit.amount) },
    facts: facts(
      [p.order, paper.order],
      [p.invoice, credit.invoice],
      [p.sentBack, credit.settledAt && say.day(credit.settledAt)],
    ),
    tables: [
      {
        title: p.credits.table,
        columns: [
          { head: p.description, align: 'start', width: 1 },
          { head: p.amount, align: 'end', width: 'auto' },
        ],
        rows: [[what, say.plain(credit.amount)]],
      },
    ],
    totals: [
      { label: p.net, value: say.plain(credit.amount - credit.taxAmount), weight: 'plain' },
      {
        label: p.taxIncluded(say.share(credit.taxBp)),
        value: say.plain(credit.taxAmount),
        weight: 'plain',
      },
      { label: p.creditedKey, value: say.money(credit.amount), weight: 'strong' },
    ],
    notes: note(p.reason, credit.reason),
  };
}
