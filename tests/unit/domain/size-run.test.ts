import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSizeRun, sizeRunTotal, writeSizeRun } from '#src/domain/size-run.ts';

const code = (text: string) => {
  const run = parseSizeRun(text);
  return run.ok ? 'ok' : run.failure.code;
};

describe('a size run', () => {
  it('is read as people write it', () => {
    const run = [
      { size: '39', quantity: 10 },
      { size: '40', quantity: 20 },
    ];
    for (const text of ['39=10, 40=20', '39: 10; 40: 20', ' 39 × 10\n40×20 ', '39 x 10,,40 x 20\n'])
      expect(parseSizeRun(text)).toEqual({ ok: true, value: run });
    expect(parseSizeRun('')).toEqual({ ok: true, value: [] });
    expect(parseSizeRun('40=1, 40=2')).toEqual({ ok: true, value: [{ size: '40', quantity: 3 }] });
    expect(parseSizeRun('UK 7 1/2: 3')).toEqual({
      ok: true,
      value: [{ size: 'UK 7 1/2', quantity: 3 }],
    });
  });

  it('says what cannot be read', () => {
    for (const text of ['39', '39=', '=10', '39=ten', '39=1.5', '39=-1'])
      expect(code(text), text).toBe('invalid_input');
    expect(code('39=0')).toBe('out_of_range');
    expect(code('39=1000000000')).toBe('out_of_range');
    expect(code(`${'x'.repeat(31)}=1`)).toBe('too_long');
    expect(code(Array.from({ length: 41 }, (_, n) => `s${n}=1`).join())).toBe('out_of_range');
  });

  it('survives being written and read again, and throws at nothing', () => {
    const size = fc.stringMatching(/^[A-Z0-9/.]{1,8}$/).filter((one) => !/X$/i.test(one));
    const run = fc.uniqueArray(fc.record({ size, quantity: fc.integer({ min: 1, max: 9999 }) }), {
      selector: (one) => one.size,
      maxLength: 12,
    });
    fc.assert(
      fc.property(run, (sizes) => {
        expect(parseSizeRun(writeSizeRun(sizes))).toEqual({ ok: true, value: sizes });
        expect(sizeRunTotal(sizes)).toBe(sizes.reduce((sum, one) => sum + one.quantity, 0));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseSizeRun(text)));
  });
});
