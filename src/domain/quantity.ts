import { atScale, decimalOf, divideRounded, parseTyped, plain } from './decimal.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * Units of UN/ECE Recommendation 20, by their code. `decimals`: how fine a quantity in it may be. `dimension`
 * is there where another unit measures the same (see `size`).
 * The names for people are messages, under the same code.
 */
export type Unit = {
  code: string;
  decimals: number;
  dimension: 'count' | 'mass' | 'length' | 'area' | 'volume' | null;
  /** Size in the smallest common step of its dimension: pieces, grams, centimetres, 10^-8 m², millilitres. */
  size: bigint;
};

const unit = (code: string, decimals: number, dimension: Unit['dimension'], size = 1): Unit => ({
  code,
  decimals,
  dimension,
  size: BigInt(size),
});

/**
 * The units that this market trades in. A pair (PR) and a set are things of their own, not two or more pieces. A square
 * foot is 0.09290304 m² exactly (the international foot of 0.3048 m). XBX and XRO are packages of Recommendation 21,
 * which Recommendation 20 writes with an X; what is in one is not said.
 */
export const UNITS: readonly Unit[] = [
  unit('PR', 0, null),
  unit('H87', 0, 'count'),
  unit('SET', 0, null),
  unit('DZN', 0, 'count', 12),
  unit('KGM', 3, 'mass', 1000),
  unit('GRM', 0, 'mass'),
  unit('MTR', 2, 'length', 100),
  unit('MTK', 2, 'area', 100_000_000),
  unit('FTK', 2, 'area', 9_290_304),
  unit('LTR', 3, 'volume', 1000),
  unit('MLT', 0, 'volume'),
  unit('XBX', 0, null),
  unit('XRO', 0, null),
];

const BY_CODE: ReadonlyMap<string, Unit> = new Map(UNITS.map((u) => [u.code, u]));

export const UNIT_CODES: readonly string[] = UNITS.map((u) => u.code);

export function isUnit(code: unknown): code is string {
  return typeof code === 'string' && BY_CODE.has(code);
}

/** The unit of a code. Throws RangeError on an unknown one, which is a bug by then. */
export function unitOf(code: string): Unit {
  const found = BY_CODE.get(code);
  if (!found) throw new RangeError(`unknown unit ${code}`);
  return found;
}

/** The largest quantity that may be typed, in any unit. */
export const TYPED_QUANTITY_MAX = 100_000_000;

/**
 * A quantity as typed (`1 200`, `2,5`), in its unit. Errors: `required`, `not_a_number`, `amount_ambiguous`,
 * `out_of_range` (zero, negative or over `TYPED_QUANTITY_MAX`), `quantity_too_precise`.
 */
export function parseQuantity(text: string, code: string, locale: string): Result<number> {
  const { decimals } = unitOf(code);
  const typed = parseTyped(text, locale, decimals);
  if (!typed.ok) return typed;
  const exact = atScale(typed.value, decimals);
  if (exact === null) return fail('quantity_too_precise');
  const most = BigInt(TYPED_QUANTITY_MAX) * 10n ** BigInt(decimals);
  if (exact <= 0n || exact > most) return fail('out_of_range');
  return ok(Number(plain(exact, decimals)));
}

/**
 * The quantity in another unit of the same dimension, to that unit's decimals, halves away from zero; null when the
 * two do not measure the same thing. `exact` says whether nothing was rounded off.
 * Throws RangeError on a quantity that is no plain decimal number.
 */
export function convert(
  quantity: number,
  from: string,
  to: string,
): { quantity: number; exact: boolean } | null {
  const [source, target] = [unitOf(from), unitOf(to)];
  const value = decimalOf(quantity);
  if (!value) throw new RangeError(`not a quantity: ${quantity}`);
  if (from === to) return { quantity, exact: true };
  if (source.dimension === null || source.dimension !== target.dimension) return null;
  const numerator = value.digits * source.size * 10n ** BigInt(target.decimals);
  const denominator = target.size * 10n ** BigInt(value.scale);
  const rounded = divideRounded(numerator, denominator);
  return {
    quantity: Number(plain(rounded, target.decimals)),
    exact: rounded * denominator === numerator,
  };
}

const formats = new Map<string, Intl.NumberFormat>();

/** The bare number as the locale writes it, without needless zeros: `1,200`, `2.5`. The unit's name is a message. */
export function formatQuantity(quantity: number, code: string, locale: string): string {
  const { decimals } = unitOf(code);
  const key = `${locale} ${decimals}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  formats.set(key, format);
  return format.format(quantity);
}
