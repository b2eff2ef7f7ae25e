import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Paper, PaperColumn } from '#src/server/pdf/paper.ts';
import { lotQuantity } from '../words.ts';
import type { MemberStatement, RoundReport, Settlement } from './queries.ts';
import { byLot, byMember, damagedBp, onTime, savingOf } from './report.ts';
import { statementParts } from './statement-parts.ts';
import { costReason, dayText, lineReasons, percentText, settlementSaving, sums } from './words.ts';

const column = (
  head: string,
  align: 'start' | 'end' = 'start',
  width: 'auto' | number = 'auto',
): PaperColumn => ({ head, align, width });

/** A member's statement of a settled round. Null before it is settled. */
export function statementPaper(
  { round, money }: MemberStatement,
  site: string,
  t: Messages,
  locale: Locale,
): Paper | null {
  const { settlement } = money;
  if (!settlement) return null;
  const s = t.settlement;
  const sum = sums(round.currency, locale);
  return {
    lang: locale,
    title: s.statementOf(money.name),
    label: settlement.label,
    date: settlement.settledAt.slice(0, 10),
    dateText: dayText(settlement.settledAt, locale),
    author: round.cluster.name,
    subject: round.title,
    key: { label: s.total, value: sum(settlement.total) },
    parties: [
      { role: s.cluster, name: round.cluster.name, lines: [], facts: [] },
      { role: s.member, name: money.name, lines: [], facts: [] },
    ],
    facts: [],
    tables: statementTables(settlement, round.currency, t, locale),
    totals: statementTotals(money, settlement, sum, t),
    notes: savingNotes(settlement, round.currency, t, locale),
    footer: `${round.cluster.name} · ${site}`,
    pageOf: s.pageOf,
  };
}

function statementTotals(
  money: MemberStatement['money'],
  settlement: Settlement,
  sum: (amount: number) => string,
  { settlement: s }: Messages,
): Paper['totals'] {
  return [
    { label: s.total, value: sum(settlement.total), weight: 'strong' },
    { label: s.youPaid, value: sum(money.paid), weight: 'plain' },
    { label: s.youOwe, value: sum(Math.max(0, money.owed)), weight: 'plain' },
  ];
}

function savingNotes(settlement: Settlement, currency: string, t: Messages, locale: Locale) {
  const s = t.settlement;
  const sum = sums(currency, locale);
  const saving = settlementSaving(settlement);
  if (!saving || saving.savedBp === null || saving.savedAmount <= 0) return [];
  const text = s.savedText(sum(saving.retailAmount), percentText(saving.savedBp, locale));
  return [{ title: `${s.youSave} ${sum(saving.savedAmount)}`, text }];
}

function statementTables(settlement: Settlement, currency: string, t: Messages, locale: Locale) {
  const s = t.settlement;
  const sum = sums(currency, locale);
  const { goods, goodsAmount, costs, costsAmount } = statementParts(settlement);
  const columns = (head: string) => [column(head, 'start', 1), column(s.amount, 'end')];
  const goodsTable = {
    title: s.yourGoods,
    columns: columns(s.material),
    rows: goods.map((line) => [
      { text: line.title, notes: lineReasons(line, currency, t, locale) },
      sum(line.goodsAmount),
    ]),
    sums: [s.goods, sum(goodsAmount)],
  };
  if (costs.length === 0) return [goodsTable];
  const costsTable = {
    title: s.yourCosts,
    columns: columns(s.costKind),
    rows: costs.map((cost) => [
      {
        text: s.costKinds[cost.kind],
        notes: [...(cost.note ? [cost.note] : []), costReason(cost, currency, t, locale)],
      },
      sum(cost.amount),
    ]),
    sums: [s.costs, sum(costsAmount)],
  };
  return [goodsTable, costsTable];
}

/** The closing report on paper. */
export function reportPaper(report: RoundReport, site: string, t: Messages, locale: Locale): Paper {
  const s = t.settlement;
  const { round } = report;
  const sum = sums(round.currency, locale);
  const all = savingOf(report.lines);
  const day = round.settledAt ?? round.now;
  return {
    lang: locale,
    title: s.reportTitle,
    label: round.title,
    date: day.slice(0, 10),
    dateText: dayText(day, locale),
    author: round.cluster.name,
    ...(all ? { key: { label: s.savedAll, value: sum(all.savedAmount) } } : {}),
    parties: [{ role: s.cluster, name: round.cluster.name, lines: [], facts: [] }],
    facts: reportFacts(report, t, locale),
    tables: [
      groupTable(s.savedByMember, s.member, byMember(report), sum, t),
      groupTable(s.paidByLot, s.material, byLot(report), sum, t),
      qualityTable(report, t, locale),
    ],
    totals: [],
    notes: [],
    footer: `${round.cluster.name} · ${site}`,
    pageOf: s.pageOf,
  };
}

function reportFacts(report: RoundReport, t: Messages, locale: Locale) {
  const s = t.settlement;
  const late = onTime(report);
  const damaged = damagedBp(report.lots);
  const sum = sums(report.round.currency, locale);
  return [
    { label: s.tookPartOf, value: s.partOf(String(report.pledged), String(report.members)) },
    ...(late ? [{ label: s.onTime, value: s.partOf(String(late.good), String(late.all)) }] : []),
    ...(damaged === null ? [] : [{ label: s.damagedShare, value: percentText(damaged, locale) }]),
    { label: s.costs, value: sum(report.costs) },
  ];
}

function qualityTable({ lots }: RoundReport, t: Messages, locale: Locale) {
  const s = t.settlement;
  return {
    title: s.quality,
    columns: [
      column(s.material, 'start', 1),
      column(s.ordered, 'end'),
      column(s.counted, 'end'),
      column(s.damagedShare, 'end'),
    ],
    rows: lots.map((lot) => [
      lot.title,
      ...[lot.ordered, lot.counted, lot.damaged].map((n) => lotQuantity(n, lot, t, locale)),
    ]),
  };
}

type Group = ReturnType<typeof byMember>[number];
/** What stands under the columns of paid, in the shop, saved. */
const SUMS = [
  ({ paid }: Group) => paid,
  ({ saving }: Group) => saving?.retailAmount ?? 0,
  ({ saving }: Group) => saving?.savedAmount ?? 0,
];

function groupTable(
  title: string,
  head: string,
  groups: readonly Group[],
  sum: (amount: number) => string,
  { settlement: s }: Messages,
) {
  const saved = (group: Group) => group.saving?.savedAmount ?? 0;
  const sorted = groups.toSorted((a, b) => saved(b) - saved(a));
  const most = Math.max(1, ...groups.map(saved));
  return {
    title,
    columns: [
      column(head, 'start', 1),
      column(s.total, 'end'),
      column(s.shop, 'end'),
      column(s.saved, 'end'),
    ],
    rows: sorted.map(({ name, paid, saving }) => [
      { text: name, notes: [], bar: Math.max(0, saving?.savedAmount ?? 0) / most },
      sum(paid),
      saving ? sum(saving.retailAmount) : '–',
      saving ? sum(saving.savedAmount) : '–',
    ]),
    sums: [s.total, ...SUMS.map((of) => sum(groups.reduce((all, group) => all + of(group), 0)))],
  };
}
