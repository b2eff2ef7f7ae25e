import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, printedCode, readCode } from '#src/domain/exhibitions/code.ts';

const SIGNS = [...'0123456789abcdefghjkmnpqrstvwxyz'];
const code = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 7, maxLength: 7 })
  .map((signs) => signs.join(''));

describe('a printed code', () => {
  it('is read as it was printed, and as people copy it', () => {
    fc.assert(
      fc.property(code, (signs) => {
        const { shown, address } = printedCode(signs);
        expect(shown.replace('-', '')).toBe(address);
        for (const typed of [
          shown,
          address,
          address.toLowerCase(),
          [...address].join(' '),
          address.replaceAll('0', 'O').replaceAll('1', 'l'),
        ])
          expect(readCode(typed)).toBe(signs);
      }),
    );
  });

  it('is refused with one sign mistaken or two neighbours swapped', () => {
    fc.assert(
      fc.property(code, fc.nat(6), fc.constantFrom(...SIGNS), (signs, place, other) => {
        const { address } = printedCode(signs);
        const wrong = address.slice(0, place) + other + address.slice(place + 1);
        if (other !== signs[place]) expect(readCode(wrong)).toBeNull();
        const next = place + 1;
        if (next < 7 && signs[place] !== signs[next]) {
          const swapped = [...address];
          [swapped[place], swapped[next]] = [swapped[next]!, swapped[place]!];
          expect(readCode(swapped.join(''))).toBeNull();
        }
      }),
    );
  });

  it('is no code when it is too short, too long or of other signs', () => {
    for (const typed of ['', 'abc', 'abcdefgh!', '12345678901', '////////', 'ééééééé0'])
      expect(readCode(typed)).toBeNull();
  });

  it('has the check character of the published rule', () => {
    // 1234 is a number of four signs; 1234 as base 32 is 34916, and 34916 modulo 37 is 25, the sign s.
    expect(checkCharacter('1234')).toBe('s');
    expect(checkCharacter('0000000')).toBe('0');
    expect(() => checkCharacter('!')).toThrow(RangeError);
  });
});
