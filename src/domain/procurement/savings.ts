import { divideRounded } from '../decimal.ts';
import { amountFor } from './lot-amount.ts';

/**
 * What a member received of a lot and all that it cost (goods and the shares of freight, duty and the rest), in minor
 * units. `referenceAmount`: what one unit costs in retail; null when nobody said, and the line then counts nowhere.
 */
export type SavingLine = {
  memberId: string;
  lotId: string;
  quantity: number;
  decimals: number;
  referenceAmount: number | null;
  paidAmount: number;
};

/**
 * `retailAmount`: the same quantity at the reference price. `savedAmount` = retail − paid, negative when the round cost
 * more than the shop. `savedBp`: that in basis points of retail, halves away from zero; null when retail is 0.
 */
export type Saving = {
  retailAmount: number;
  paidAmount: number;
  savedAmount: number;
  savedBp: number | null;
};

const savingOf = (retailAmount: number, paidAmount: number): Saving => {
  const savedAmount = retailAmount - paidAmount;
  return {
    retailAmount,
    paidAmount,
    savedAmount,
    savedBp:
      retailAmount === 0
        ? null
        : Number(divideRounded(BigInt(savedAmount) * 10_000n, BigInt(retailAmount))),
  };
};

/** The saving of one line; null without a reference price. Retail is rounded halves up to the minor unit. */
export function lineSaving(line: SavingLine): Saving | null {
  if (line.referenceAmount === null) return null;
  return savingOf(amountFor(line.quantity, line.referenceAmount, line.decimals), line.paidAmount);
}

/** The saving of lines together: sums of their amounts, never a mean of their percentages. */
export function totalSaving(lines: readonly SavingLine[]): Saving {
  const known = lines.map(lineSaving).filter((saving) => saving !== null);
  return savingOf(
    known.reduce((sum, saving) => sum + saving.retailAmount, 0),
    known.reduce((sum, saving) => sum + saving.paidAmount, 0),
  );
}

/** Of the round, of each member and of each lot; members and lots in the order in which they first appear. */
export function roundSavings(lines: readonly SavingLine[]): {
  round: Saving;
  members: Map<string, Saving>;
  lots: Map<string, Saving>;
} {
  return {
    round: totalSaving(lines),
    members: savingsBy(lines, (line) => line.memberId),
    lots: savingsBy(lines, (line) => line.lotId),
  };
}

function savingsBy(
  lines: readonly SavingLine[],
  key: (line: SavingLine) => string,
): Map<string, Saving> {
  const groups = Map.groupBy(lines, key);
  return new Map([...groups].map(([id, group]) => [id, totalSaving(group)]));
}
