import { stepsPerUnit } from '#src/domain/procurement/lot-amount.ts';
import { unitsOf } from '#src/domain/procurement/unit-views.ts';
import { numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { alsoAs, amountText, lotQuantity, unitName } from '../words.ts';
import type { DeskLot } from './queries.ts';

type Sold = Pick<DeskLot, 'unit' | 'decimals' | 'pack' | 'moq'>;

/** "Sold in packs of 50 metres; at least 200 metres together, that is 4 packs"; null where one is sold singly. */
export function soldText(lot: Sold, t: Messages, locale: Locale): string | null {
  if (lot.pack === stepsPerUnit(lot.decimals) && lot.moq === 0) return null;
  const said = (steps: number) => {
    const other = alsoAs(steps, lot, t, locale)[0];
    return lotQuantity(steps, lot, t, locale) + (other ? ` (${other})` : '');
  };
  if (lot.moq === 0) return t.rounds.sold(said(lot.pack));
  const packs = numberFormat(locale).format(Math.ceil(lot.moq / lot.pack));
  return t.rounds.soldAtLeast(said(lot.pack), said(lot.moq), packs);
}

/** What members pledge for the lot, all together. */
export function pooledText(lot: DeskLot, t: Messages, locale: Locale): string {
  const { firm, tolerance } = lot.demand;
  if (firm + tolerance === 0) return t.rounds.nobody;
  const [sure, more] = [firm, tolerance].map((steps) => lotQuantity(steps, lot, t, locale));
  return tolerance > 0 ? t.rounds.pooledText(sure!, more!) : t.rounds.pooledFirm(sure!);
}

/** What the wishes said that the lot came from; null for one without. */
export function wishedText({ wished, unit }: DeskLot, t: Messages, locale: Locale): string | null {
  if (!wished) return null;
  const quantity = wished.quantity
    ? lotQuantity(wished.quantity, { unit, decimals: 0 }, t, locale)
    : '';
  return t.rounds.wished(wished.members, quantity);
}

export function retailText(lot: DeskLot, currency: string, t: Messages, locale: Locale) {
  return lot.referenceAmount === null
    ? null
    : t.rounds.retail(amountText(lot.referenceAmount, currency, locale), unitName(lot, t));
}

/** Steps as a person types them into a field: no grouping, the locale's decimal sign. */
export function typedSteps(steps: number, decimals: number, locale: Locale): string {
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: decimals }).format(
    unitsOf(steps, decimals),
  );
}
