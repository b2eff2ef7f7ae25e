import { csvLine, BYTE_ORDER_MARK } from '#src/domain/csv.ts';
import { plainAmount } from '#src/domain/money.ts';
import type { Saving } from '#src/domain/procurement/savings.ts';
import { unitsOf } from '#src/domain/procurement/unit-views.ts';
import { divideRounded } from '#src/domain/decimal.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { unitName } from '../words.ts';
import type { ReportLine, RoundReport } from './queries.ts';

/** Paid, and the same in the shop; lines without a price of the shop are in `paid` only. */
export type Group = { id: string; name: string; paid: number; saving: Saving | null };

/** Savings of lines together: sums of their amounts. Null where no line has a price of the shop. */
export function savingOf(lines: readonly ReportLine[]): Saving | null {
  const known = lines.filter(({ reference }) => reference !== null);
  if (known.length === 0) return null;
  const retailAmount = known.reduce((sum, { reference }) => sum + (reference ?? 0), 0);
  const paidAmount = known.reduce((sum, { goods, costs }) => sum + goods + costs, 0);
  const savedAmount = retailAmount - paidAmount;
  const savedBp =
    retailAmount === 0
      ? null
      : Number(divideRounded(BigInt(savedAmount) * 10_000n, BigInt(retailAmount)));
  return { retailAmount, paidAmount, savedAmount, savedBp };
}

function grouped(
  lines: readonly ReportLine[],
  key: (line: ReportLine) => string,
  name: (id: string, line: ReportLine) => string,
): Group[] {
  return [...Map.groupBy(lines, key)].map(([id, group]) => ({
    id,
    name: name(id, group[0]!),
    paid: group.reduce((sum, { goods, costs }) => sum + goods + costs, 0),
    saving: savingOf(group),
  }));
}

export function byMember({ lines }: RoundReport): Group[] {
  return grouped(
    lines,
    (line) => line.memberId,
    (_, line) => line.member,
  );
}

export function byLot({ lines, lots }: RoundReport): Group[] {
  const titles = new Map(lots.map(({ id, title }) => [id, title]));
  return grouped(
    lines,
    (line) => line.lotId,
    (id) => titles.get(id) ?? '',
  );
}

/** Deliveries by their promised day, else by the day that the round needs the goods; null where no day was given. */
export function onTime({ deliveries, round }: RoundReport): { all: number; good: number } | null {
  const timed = deliveries.flatMap(({ on, promised }) => {
    const by = promised ?? round.neededBy;
    return by ? [on <= by] : [];
  });
  return timed.length === 0 ? null : { all: timed.length, good: timed.filter(Boolean).length };
}

/** Basis points of all that was counted, over all lots in their own steps of a unit; null before anything came. */
export function damagedBp(lots: RoundReport['lots']): number | null {
  const shares = lots.filter(({ counted }) => counted > 0);
  if (shares.length === 0) return null;
  const sum = shares.reduce((all, { damaged, counted }) => all + (damaged * 10_000) / counted, 0);
  return Math.round(sum / shares.length);
}

/** One line for each member and material, to add up in a spreadsheet. */
export function reportCsv(report: RoundReport, t: Messages): string {
  const s = t.settlement;
  const { currency } = report.round;
  const lots = new Map(report.lots.map((lot) => [lot.id, lot]));
  const number = (amount: number) => Number(plainAmount({ amount, currency }));
  const head = csvLine([
    s.member,
    s.material,
    s.quantity,
    s.unit,
    `${s.goods} (${currency})`,
    `${s.costs} (${currency})`,
    `${s.total} (${currency})`,
    `${s.shop} (${currency})`,
    `${s.saved} (${currency})`,
  ]);
  const rows = report.lines.map((line) => {
    const lot = lots.get(line.lotId);
    const paid = line.goods + line.costs;
    return csvLine([
      line.member,
      lot?.title ?? '',
      unitsOf(line.quantity, lot?.decimals ?? 0),
      lot ? unitName(lot, t) : '',
      number(line.goods),
      number(line.costs),
      number(paid),
      line.reference === null ? null : number(line.reference),
      line.reference === null ? null : number(line.reference - paid),
    ]);
  });
  return BYTE_ORDER_MARK + head + rows.join('');
}
