import { atScale, decimalSign, parseTyped, plain } from './decimal.ts';
import { fail, ok, type Result } from './result.ts';

/** Shares are stored as basis points: 1800 is 18 %. */
export const BASIS_POINTS = 10_000;

/**
 * A share as typed (`18`, `7,5`, `18 %`), in basis points; nothing typed is 0.
 * Errors: `not_a_number`, `amount_ambiguous`, `amount_too_precise` (finer than 0.01 %), `out_of_range` (0 to 100).
 */
export function parsePercent(text: string, locale: string): Result<number> {
  const clean = text.normalize('NFKC').replace(/%/g, '').trim();
  if (clean === '') return ok(0);
  const typed = parseTyped(clean, locale, 2);
  if (!typed.ok) return typed;
  const basisPoints = atScale(typed.value, 2);
  if (basisPoints === null) return fail('amount_too_precise');
  return basisPoints < 0n || basisPoints > BigInt(BASIS_POINTS)
    ? fail('out_of_range')
    : ok(Number(basisPoints));
}

/** The share as a form field shows it, without needless zeros: `7.5`. `parsePercent` reads it back exactly. */
export function inputPercent(basisPoints: number, locale: string): string {
  if (basisPoints === 0) return '';
  const written = plain(BigInt(basisPoints), 2).replace(/\.?0+$/, '');
  return written.replace('.', decimalSign(locale));
}

/** The share as the locale writes it: `7.5 %`. */
export function formatPercent(basisPoints: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(plain(BigInt(basisPoints), 4) as Intl.StringNumericLiteral);
}
