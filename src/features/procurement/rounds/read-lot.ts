import type { ErrorCode } from '#src/domain/error-codes.ts';
import { parseHsCode } from '#src/domain/hs.ts';
import { parseMoney, split } from '#src/domain/money.ts';
import { stepsPerUnit } from '#src/domain/procurement/lot-amount.ts';
import { parseQuantity, unitOf } from '#src/domain/quantity.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { sortTiers, TIERS_MAX, type PriceTier } from '#src/domain/tiers.ts';
import type { QualityCriterion } from './queries.ts';
import type { LotForm } from './schema.ts';

type Wrong = Partial<Record<keyof LotForm, ErrorCode>>;

export const CRITERIA_MAX = 10;

/**
 * The lot's form as `save_lot` takes it: quantities in steps of the unit, prices in minor units for one whole unit. Every
 * field that cannot be read is named at once; a number that can be read in two ways is `amount_ambiguous`.
 */
export function readLot(form: LotForm, locale: string): Result<Record<string, unknown>> {
  const wrong: Wrong = {};
  const steps = (text: string, name: keyof LotForm, empty: number) =>
    text === '' ? empty : stepsOf(text, form.unit, locale, name, wrong);
  const price = (text: string, name: keyof LotForm) =>
    text === '' ? null : priceOf(text, form.currency, locale, name, wrong);
  const record = {
    title: form.title,
    specification: form.specification,
    unit: form.unit,
    pack: steps(form.pack, 'pack', stepsPerUnit(unitOf(form.unit).decimals)),
    moq: steps(form.moq, 'moq', 0),
    policy: form.policy,
    whenShort: form.whenShort,
    lateMinutes: form.lateMinutes ?? 0,
    referenceAmount: price(form.reference, 'reference'),
    hsCode: hsOf(form.hsCode, wrong),
    weightGrams: form.weight ?? weightOf(form.unit),
    qualityCriteria: criteriaOf(form.criteria, wrong),
    freightNote: form.freightNote,
    tiers: tiersOf(form, locale, wrong),
  };
  return Object.keys(wrong).length > 0 ? fail('invalid_input', wrong) : ok(record);
}

/** A kilogram weighs a kilogram: nobody has to say so. */
function weightOf(unit: string): number | null {
  const { dimension, size } = unitOf(unit);
  return dimension === 'mass' ? Number(size) : null;
}

function stepsOf(
  text: string,
  unit: string,
  locale: string,
  name: keyof LotForm,
  wrong: Wrong,
): number | null {
  const typed = parseQuantity(text, unit, locale);
  if (typed.ok) return Math.round(typed.value * stepsPerUnit(unitOf(unit).decimals));
  wrong[name] = typed.failure.code;
  return null;
}

function priceOf(
  text: string,
  currency: string,
  locale: string,
  name: keyof LotForm,
  wrong: Wrong,
): number | null {
  const typed = parseMoney(text, currency, locale);
  if (typed.ok && typed.value.amount > 0) return typed.value.amount;
  wrong[name] = typed.ok ? 'out_of_range' : typed.failure.code;
  return null;
}

function hsOf(text: string, wrong: Wrong): string | null {
  if (text === '') return null;
  const code = parseHsCode(text);
  if (code.ok) return code.value;
  wrong.hsCode = code.failure.code;
  return null;
}

/** One question in a line; all weigh the same, and the hundredths of a per cent that are left go to the first. */
function criteriaOf(text: string, wrong: Wrong): QualityCriterion[] {
  const questions = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const odd = questions.some((question) => question.length < 3 || question.length > 200);
  if (odd || questions.length > CRITERIA_MAX) wrong.criteria = 'out_of_range';
  const weights =
    questions.length > 0 ? split(10_000, Array<number>(questions.length).fill(1)) : [];
  return questions.map((question, n) => ({ id: `q${n + 1}`, question, weightBp: weights[n]! }));
}

/** Rows left empty are passed over; a price without a quantity counts from the first pack. */
function tiersOf(form: LotForm, locale: string, wrong: Wrong): PriceTier[] {
  const rows = form.tierFrom.flatMap((from, n): PriceTier[] => {
    const [quantity, price] = [from?.trim() ?? '', form.tierPrice[n]?.trim() ?? ''];
    if (price === '') {
      if (quantity !== '') wrong.tierPrice = 'required';
      return [];
    }
    const minQuantity =
      quantity === '' ? 1 : stepsOf(quantity, form.unit, locale, 'tierFrom', wrong);
    const unitAmount = priceOf(price, form.currency, locale, 'tierPrice', wrong);
    return minQuantity === null || unitAmount === null ? [] : [{ minQuantity, unitAmount }];
  });
  const tiers = sortTiers(rows);
  const before = tiers.slice(0, -1);
  if (tiers.length > TIERS_MAX) wrong.tierFrom = 'too_many_tiers';
  if (before.some((tier, n) => tier.minQuantity === tiers[n + 1]!.minQuantity))
    wrong.tierFrom = 'tier_twice';
  if (before.some((tier, n) => tier.unitAmount < tiers[n + 1]!.unitAmount))
    wrong.tierPrice = 'tier_price_rises';
  return tiers;
}
