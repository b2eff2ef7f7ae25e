import { fail, ok, type Result } from './result.ts';

/**
 * Harmonized System codes: 6 digits are the same in all countries, up to 10 in one. Stored without dots. The digits
 * nest: chapter 64, heading 6403, subheading 640351.
 */
const DIGITS = /^\d{6,10}$/;

/** Whether a text is a code as stored, with a chapter that the HS has (01 to 97, without the reserved 77). */
export function isHsCode(code: unknown): code is string {
  if (typeof code !== 'string' || !DIGITS.test(code)) return false;
  const chapter = Number(code.slice(0, 2));
  return chapter >= 1 && chapter <= 97 && chapter !== 77;
}

/** Reads a code as people write it: `6403.51`, `6403 51 00`, `640351`. Error: `hs_code_invalid`, `required`. */
export function parseHsCode(text: string): Result<string> {
  const code = text.normalize('NFKC').replace(/[\s.-]/g, '');
  if (code === '') return fail('required');
  return isHsCode(code) ? ok(code) : fail('hs_code_invalid');
}

/** `6403.51`, `6403.51.00`, `6403.51.00.10`: heading, then pairs; a last odd digit stands alone. */
export function formatHsCode(code: string): string {
  return [code.slice(0, 4), ...(code.slice(4).match(/\d{1,2}/g) ?? [])].join('.');
}

/** `64`: the chapter of a code or heading. */
export function hsChapter(code: string): string {
  return code.slice(0, 2);
}

/** `6403`: the heading of a code. */
export function hsHeading(code: string): string {
  return code.slice(0, 4);
}
