import { fail, ok, type Result } from './result.ts';

/** An exact decimal: `digits / 10^scale`. `scale` is 0 or more and never padded by trailing zeros. */
export type Decimal = { digits: bigint; scale: number };

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const TYPED_MAX_LENGTH = 40;
const GROUPED = /^[1-9]\d{0,2}(?:([ .,'])\d{3})(?:\1\d{3})*$/;
const LOOKS_GROUPED = /^[1-9]\d{0,2}[.,]\d{3}$/;

function trimmed(digits: bigint, scale: number): Decimal {
  let [d, s] = [digits, scale];
  while (s > 0 && d % 10n === 0n) {
    d /= 10n;
    s -= 1;
  }
  return { digits: d, scale: s };
}

function build(negative: boolean, whole: string, fraction: string): Decimal {
  const digits = BigInt(`${whole}${fraction}` || '0');
  return trimmed(negative ? -digits : digits, fraction.length);
}

/**
 * The decimal that a JavaScript number prints as (0.1 is exactly one tenth here). Null for NaN, the infinities and
 * numbers that print with an exponent: at 1e21 and above, or closer to zero than 1e-6.
 */
export function decimalOf(value: number): Decimal | null {
  const match = PLAIN.exec(String(value));
  return match ? build(match[1] === '-', match[2] ?? '', match[3] ?? '') : null;
}

/** `digits / 10^scale` written plainly with a dot: `plain(12500n, 2)` is `125.00`. Keeps every decimal place. */
export function plain(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** The decimal as an integer count of 10^-scale, or null when it has more places than that. */
export function atScale(value: Decimal, scale: number): bigint | null {
  if (value.scale > scale) return null;
  return value.digits * 10n ** BigInt(scale - value.scale);
}

/** `numerator / denominator` to the nearest integer, halves away from zero. The denominator is above zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator must be above zero');
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (size * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -rounded : rounded;
}

const separators = new Map<string, '.' | ','>();

/** The decimal sign of a locale, as `Intl` knows it. */
export function decimalSign(locale: string): '.' | ',' {
  const known = separators.get(locale);
  if (known) return known;
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find((p) => p.type === 'decimal');
  const sign = part?.value === ',' ? ',' : '.';
  separators.set(locale, sign);
  return sign;
}

/**
 * Reads a number as a person typed it, whichever way they group: `12 500`, `12,500.50`, `12.500,50`, `12'500`.
 *
 * One separator before exactly three digits (`1.500`) can mean two things a thousand apart. It is a group when no
 * fraction is allowed (`places` 0) or when the locale's decimal sign is the other one; it is a fraction when three or
 * more places are allowed; otherwise we ask (`amount_ambiguous`) rather than guess.
 *
 * Errors: `required`, `not_a_number`, `amount_ambiguous`.
 */
export function parseTyped(text: string, locale: string, places: number): Result<Decimal> {
  // NFKC turns the no-break spaces that Intl prints, and full-width digits, into plain ones.
  const clean = text.normalize('NFKC').replace(/[’`]/g, "'").trim();
  if (clean === '') return fail('required');
  if (clean.length > TYPED_MAX_LENGTH) return fail('not_a_number');
  const negative = /^[-−]/.test(clean);
  const body = clean.replace(/^[-−+]\s*/, '');
  if (LOOKS_GROUPED.test(body) && places > 0 && body.includes(decimalSign(locale))) {
    if (places < 3) return fail('amount_ambiguous');
    return fraction(negative, body);
  }
  if (/^\d+$/.test(body) || GROUPED.test(body))
    return ok(build(negative, body.replace(/\D/g, ''), ''));
  return fraction(negative, body);
}

/** The last of `.` or `,` is the decimal sign; what stands before it is plain or grouped by another sign. */
function fraction(negative: boolean, body: string): Result<Decimal> {
  const match = /^(.*)([.,])(\d+)$/.exec(body);
  if (!match) return fail('not_a_number');
  const [, whole = '', sign = '', rest = ''] = match;
  const wellFormed = /^\d*$/.test(whole) || (GROUPED.test(whole) && !whole.includes(sign));
  if (!wellFormed) return fail('not_a_number');
  return ok(build(negative, whole.replace(/\D/g, ''), rest));
}
