import { plain } from '../decimal.ts';
import { convert, UNITS, unitOf } from '../quantity.ts';
import { count, stepsPerUnit } from './lot-amount.ts';

/** The same quantity in another unit. `exact` is false when the unit's decimals rounded something off. */
export type UnitView = { unit: string; quantity: number; exact: boolean };

/** A quantity of a lot as a decimal number of whole units: 1250 steps at two decimals are 12.5. */
export function unitsOf(quantity: number, decimals: number): number {
  stepsPerUnit(decimals);
  return Number(plain(BigInt(count(quantity)), decimals));
}

/**
 * A quantity of a lot in every other unit of its dimension (hide in ft² and m²), in the order of the unit list. Left
 * out where it would round to nothing or, counting pieces, where it does not come out whole: 40 pieces are no dozens.
 * Throws RangeError on an unknown unit.
 */
export function siblingViews(quantity: number, decimals: number, unit: string): UnitView[] {
  const { dimension } = unitOf(unit);
  if (dimension === null) return [];
  const units = unitsOf(quantity, decimals);
  return UNITS.flatMap(({ code, dimension: of }): UnitView[] => {
    const view = code === unit || of !== dimension ? null : convert(units, unit, code);
    if (!view || view.quantity === 0 || (of === 'count' && !view.exact)) return [];
    return [{ unit: code, ...view }];
  });
}
