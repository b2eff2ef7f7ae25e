import { bidViews } from './bid-views.ts';
import {
  defined,
  endOfDay,
  moment,
  period,
  quantityOf,
  valueOf,
  type JsonObject,
} from './ocds-values.ts';
import { itemOf } from './ocds-tender.ts';
import type {
  AwardFacts,
  AwardSupplierFacts,
  BidFacts,
  LotFacts,
  OrderFacts,
  RoundFacts,
} from './round-facts.ts';

type Names = { lots: ReadonlyMap<string, LotFacts>; suppliers: ReadonlyMap<string, string> };

function namesOf(facts: RoundFacts): Names {
  return {
    lots: new Map(facts.lots.map((lot) => [lot.id, lot])),
    suppliers: new Map((facts.suppliers ?? []).map(({ id, name }) => [id, name])),
  };
}

function reference(id: string, { suppliers }: Names): JsonObject {
  return defined({ id, name: suppliers.get(id) });
}

/** The bids that were opened, or their number alone where the round shows that before. */
export function ocdsBids(facts: RoundFacts): JsonObject {
  const { bids, bidCount } = facts;
  const counted = bidCount ?? 0;
  const statistics = [{ id: 'bids', measure: 'bids', value: counted }];
  if (!bids) return { statistics };
  const names = namesOf(facts);
  return { statistics, details: bids.map((bid) => bidOf(bid, names)) };
}

function bidOf(bid: BidFacts, names: Names): JsonObject {
  return {
    id: bid.id,
    date: moment(bid.submittedAt),
    status: 'valid',
    tenderers: [reference(bid.supplier, names)],
    relatedLots: bid.lines.map((line) => line.lot),
    documents: [
      {
        id: `${bid.id}-offer`,
        title: 'The bid as it was opened',
        description: offerWords(bid, names),
        language: 'en',
      },
    ],
  };
}

/** What was offered, line by line: no extension of the standard has fields for prices by quantity, packs and freight. */
function offerWords(bid: BidFacts, names: Names): string {
  const sum = (amount: number) =>
    `${String(valueOf(amount, bid.currency)['amount'])} ${bid.currency}`;
  const lines = bid.lines.flatMap((line) => {
    const lot = names.lots.get(line.lot);
    if (!lot) return [];
    const many = (steps: number) => `${String(quantityOf(steps, lot)['quantity'])} ${lot.unit}`;
    const tiers = line.tiers.map(
      (tier) => `${sum(tier.unitAmount)} from ${many(tier.minQuantity)}`,
    );
    const facts = [
      tiers.join(', '),
      `pack ${many(line.pack)}`,
      ...(line.moq > 0 ? [`at least ${many(line.moq)}`] : []),
      ...(line.capacity === null ? [] : [`at most ${many(line.capacity)}`]),
      `freight ${sum(line.freightUnit)} a unit`,
      `${line.leadTimeDays} days`,
    ];
    return [`${lot.title}: ${facts.join('; ')}.`];
  });
  const whole = [`Fixed freight ${sum(bid.freightFixed)}.`, `Valid until ${bid.validUntil}.`];
  return [...lines, ...whole, `SHA-256 ${bid.sha256}`].join('\n');
}

/** Each supplier's part of each award that was ever decided; one that was replaced is cancelled. */
export function ocdsAwards(facts: RoundFacts): JsonObject[] | undefined {
  const names = namesOf(facts);
  return facts.awards?.flatMap((award) =>
    award.suppliers.map((part) => awardOf(award, part, facts, names)),
  );
}

const awardIdOf = (award: string, supplier: string) => `${award}-${supplier}`;

function awardStatus(award: AwardFacts, { state }: RoundFacts): string {
  if (!award.current || state === 'cancelled') return 'cancelled';
  return state === 'awarded' ? 'pending' : 'active';
}

function awardOf(award: AwardFacts, part: AwardSupplierFacts, facts: RoundFacts, names: Names) {
  const goods = part.lines.reduce((sum, line) => sum + line.goods + line.freight, 0);
  const marks = award.current ? marksOf(facts, part) : undefined;
  const items = part.lines.flatMap((line) => {
    const lot = names.lots.get(line.lot);
    return lot
      ? [itemOf(lot, line.quantity, { amount: line.unitAmount, currency: part.currency })]
      : [];
  });
  return defined({
    id: awardIdOf(award.id, part.supplier),
    title: facts.title,
    description: [award.reason, marks].filter(Boolean).join('\n') || null,
    status: awardStatus(award, facts),
    date: moment(award.decidedAt),
    value: valueOf(goods + part.freightFixed, facts.currency),
    suppliers: [reference(part.supplier, names)],
    relatedLots: part.lines.map((line) => line.lot),
    relatedBid: part.bid,
    items,
  });
}

/** The winner's marks, lot by lot. */
function marksOf(facts: RoundFacts, part: AwardSupplierFacts): string {
  const views = bidViews(facts);
  const marks = part.lines.flatMap(({ lot }) => {
    const found = views.get(lot)?.find((view) => view.supplierId === part.supplier);
    const title = facts.lots.find(({ id }) => id === lot)?.title;
    return found && title ? [`${title}: ${found.totalBp / 100} of 100 points`] : [];
  });
  return marks.join('\n');
}

const CONTRACT_STATES = {
  sent: 'pending',
  confirmed: 'active',
  changed: 'active',
  declined: 'cancelled',
  cancelled: 'cancelled',
} as const;

/** The purchase orders, each with what was delivered and paid. */
export function ocdsContracts(facts: RoundFacts): JsonObject[] | undefined {
  const names = namesOf(facts);
  return facts.orders?.map((order) => contractOf(order, facts, names));
}

function contractOf(order: OrderFacts, facts: RoundFacts, names: Names): JsonObject {
  const { currency } = order;
  const ends = facts.state === 'settled' && CONTRACT_STATES[order.state] === 'active';
  const items = order.lines.flatMap((line) => {
    const lot = names.lots.get(line.lot);
    return lot ? [itemOf(lot, line.quantity, { amount: line.unitAmount, currency })] : [];
  });
  const implementation = implementationOf(order, facts, names);
  return defined({
    id: order.id,
    awardID: awardIdOf(order.award, order.supplier),
    title: order.label,
    status: ends ? 'terminated' : CONTRACT_STATES[order.state],
    period: period(order.sentAt, ends ? facts.settledAt : null),
    value: valueOf(order.total, currency),
    dateSigned: order.answeredAt ? moment(order.answeredAt) : null,
    documents: [
      { id: `${order.id}-order`, title: order.label, description: `SHA-256 ${order.sha256}` },
    ],
    items,
    implementation: Object.keys(implementation).length > 0 ? implementation : undefined,
  });
}

function implementationOf(order: OrderFacts, facts: RoundFacts, names: Names): JsonObject {
  const { cluster } = facts;
  const transactions = order.paid.map((payment) => ({
    id: payment.id,
    date: endOfDay(payment.on),
    value: valueOf(payment.amount, payment.currency),
    payer: { id: cluster.id, name: cluster.name },
    payee: reference(order.supplier, names),
  }));
  const milestones = order.lines.flatMap((line) => {
    const lot = names.lots.get(line.lot);
    return lot ? [deliveryOf(line, lot)] : [];
  });
  return defined({ milestones, transactions });
}

/** A line of an order as a milestone: met when all of it arrived whole. */
function deliveryOf(line: OrderFacts['lines'][number], lot: LotFacts): JsonObject {
  const good = line.counted - line.damaged;
  const status = good >= line.quantity ? 'met' : line.counted > 0 ? 'partiallyMet' : 'scheduled';
  const amount = (steps: number) => `${String(quantityOf(steps, lot)['quantity'])} ${lot.unit}`;
  return defined({
    id: line.id,
    type: 'delivery',
    title: lot.title,
    description: `${amount(good)} of ${amount(line.quantity)}`,
    dueDate: line.promisedOn ? endOfDay(line.promisedOn) : null,
    dateMet: status === 'met' && line.lastOn ? endOfDay(line.lastOn) : null,
    status,
  });
}
