import { formatMoney } from '#src/domain/money.ts';
import { siblingViews, unitsOf } from '#src/domain/procurement/unit-views.ts';
import { formatQuantity } from '#src/domain/quantity.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';

/** What a lot's quantities are counted in. */
export type LotUnit = { unit: string; decimals: number };

function unitWord(quantity: number, unit: string, t: Messages): string {
  const units: Record<string, { one: string; other: string }> = t.common.units;
  return units[unit]?.[quantity === 1 ? 'one' : 'other'] ?? unit;
}

/** Steps of a lot as people say them: "82 pairs", "12.5 square feet". */
export function lotQuantity(steps: number, lot: LotUnit, t: Messages, locale: Locale): string {
  const units = unitsOf(steps, lot.decimals);
  return `${formatQuantity(units, lot.unit, locale)} ${unitWord(units, lot.unit, t)}`;
}

/** A unit a thousand times smaller says nothing new: 15 kilograms are 15,000 grams to everybody. */
const FAR = 100;

/** The same in the other units that measure it ("1.16 square metres"), where one is in use for such a quantity. */
export function alsoAs(steps: number, lot: LotUnit, t: Messages, locale: Locale): string[] {
  const units = unitsOf(steps, lot.decimals);
  return siblingViews(steps, lot.decimals, lot.unit)
    .filter(({ quantity }) => quantity < units * FAR && quantity * FAR > units)
    .map(
      ({ quantity, unit }) =>
        `${formatQuantity(quantity, unit, locale)} ${unitWord(quantity, unit, t)}`,
    );
}

/** One whole unit by name: "pair". */
export function unitName(lot: LotUnit, t: Messages): string {
  return unitWord(1, lot.unit, t);
}

export function amountText(amount: number, currency: string, locale: Locale): string {
  return formatMoney({ amount, currency }, locale);
}
