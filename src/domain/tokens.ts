import { fail, ok, type Result } from './result.ts';

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The check character takes five more signs, since it counts modulo 37. */
const CHECK_ALPHABET = `${ALPHABET}*~$=U`;

/** Bytes as base 32, five bits a character, the last one filled up with zero bits. Upper case. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}

/** A code as typed: any case, with hyphens or blanks, O for 0, I or L for 1. Error: `token_invalid`. */
export function readCode(typed: string): Result<string> {
  const code = clean(typed);
  return code !== '' && [...code].every((c) => ALPHABET.includes(c))
    ? ok(code)
    : fail('token_invalid');
}

function clean(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** The code's value modulo 37: one wrong character, or two neighbours swapped, always change it. */
function checkOf(code: string): string {
  let rest = 0;
  for (const c of code) rest = (rest * 32 + ALPHABET.indexOf(c)) % 37;
  return CHECK_ALPHABET.charAt(rest);
}

/** The code with its check character behind it. Throws RangeError on what is no code. */
export function withCheck(code: string): string {
  const read = readCode(code);
  if (!read.ok) throw new RangeError('not a base 32 code');
  return read.value + checkOf(read.value);
}

/** The code without its check character when the two fit, as typed by a person. Error: `token_invalid`. */
export function readChecked(typed: string): Result<string> {
  const text = clean(typed);
  const read = readCode(text.slice(0, -1));
  if (!read.ok) return read;
  return checkOf(read.value) === text.slice(-1) ? read : fail('token_invalid');
}
