/**
 * A printed code: seven signs of Crockford's base 32, and in print one check character more (modulo 37). Read as people
 * copy it: in capitals, with hyphens or blanks, o for 0, i or l for 1. https://www.crockford.com/base32.html
 */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const CHECKS = `${DIGITS}*~$=u`;
const LENGTH = 7;

/** The check character of seven signs. Throws when a sign is none. */
export function checkCharacter(code: string): string {
  let rest = 0;
  for (const sign of code) {
    const value = DIGITS.indexOf(sign);
    if (value < 0) throw new RangeError('not a sign of base 32');
    rest = (rest * 32 + value) % CHECKS.length;
  }
  return CHECKS[rest]!;
}

/** `shown`: `ABCD-EFGX`, as a person reads it; `address`: the same eight signs without the hyphen. */
export function printedCode(code: string): { shown: string; address: string } {
  const whole = `${code}${checkCharacter(code)}`.toUpperCase();
  return { shown: `${whole.slice(0, 4)}-${whole.slice(4)}`, address: whole };
}

/** The seven signs of what somebody typed or scanned; null when a sign is missing, foreign or mistaken. */
export function readCode(typed: string): string | null {
  const signs = typed
    .toLowerCase()
    .replaceAll(/[-\s]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  const code = signs.slice(0, LENGTH);
  if (signs.length !== LENGTH + 1 || [...code].some((sign) => !DIGITS.includes(sign))) return null;
  return checkCharacter(code) === signs[LENGTH] ? code : null;
}
