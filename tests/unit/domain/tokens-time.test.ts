import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSince, RETENTION_DAYS } from '#src/domain/retention.ts';
import { addDays, dayIn, daysBetween, isDay, isExpired, isInTime } from '#src/domain/time.ts';
import { encodeBase32, readChecked, readCode, withCheck } from '#src/domain/tokens.ts';

const code = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{1,20}$/);

describe('codes', () => {
  it('are base 32 of their bytes', () => {
    expect(encodeBase32(new Uint8Array(0))).toBe('');
    expect(encodeBase32(new Uint8Array([0]))).toBe('00');
    expect(encodeBase32(new Uint8Array([255]))).toBe('ZW');
    expect(encodeBase32(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff]))).toBe('ZZZZZZZZ');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        const bits = [...bytes].map((b) => b.toString(2).padStart(8, '0')).join('');
        const text = encodeBase32(bytes);
        expect(text).toHaveLength(Math.ceil(bits.length / 5));
        const back = [...text]
          .map((c) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c).toString(2).padStart(5, '0'))
          .join('');
        expect(back.slice(0, bits.length)).toBe(bits);
        expect(back.slice(bits.length)).toMatch(/^0*$/);
      }),
    );
  });

  it('are read as people type them', () => {
    expect(readCode(' ab-oi l')).toEqual({ ok: true, value: 'AB011' });
    for (const bad of ['', '  ', 'abu', 'ab*', 'é'])
      expect(readCode(bad)).toMatchObject({ ok: false });
  });

  it('carry a check that notices one wrong sign or two swapped', () => {
    const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
    fc.assert(
      fc.property(code, fc.nat(), fc.constantFrom(...alphabet), (plain, at, other) => {
        const whole = withCheck(plain);
        expect(readChecked(whole.toLowerCase())).toEqual({ ok: true, value: plain });
        const i = at % plain.length;
        if (whole[i] !== other) {
          expect(readChecked(whole.slice(0, i) + other + whole.slice(i + 1))).toMatchObject({
            ok: false,
          });
        }
        const [a, b] = [whole[i] ?? '', whole[i + 1] ?? ''];
        if (a !== b)
          expect(readChecked(whole.slice(0, i) + b + a + whole.slice(i + 2)).ok).toBe(false);
      }),
    );
    for (const bad of ['', 'A', '0', '*']) expect(readChecked(bad).ok).toBe(false);
    expect(() => withCheck('U')).toThrow(RangeError);
  });
});

describe('days', () => {
  it('exist or not', () => {
    for (const good of ['2026-02-28', '2028-02-29', '2000-02-29', '9999-12-31', '1000-01-01'])
      expect(isDay(good)).toBe(true);
    for (const bad of [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '0999-01-01',
      '2026-01-01T00:00',
      '',
      'today',
      null,
      5,
    ]) {
      expect([bad, isDay(bad)]).toEqual([bad, false]);
    }
  });

  it('are the ones of their place', () => {
    const lateEvening = new Date('2026-12-31T22:30:00Z');
    expect(dayIn('Africa/Kigali', lateEvening)).toBe('2027-01-01');
    expect(dayIn('UTC', lateEvening)).toBe('2026-12-31');
    expect(dayIn('America/New_York', new Date('2026-07-01T03:59:59Z'))).toBe('2026-06-30');
  });

  it('add up', () => {
    const day = fc.integer({ min: -300_000, max: 2_900_000 }).map((n) => addDays('2000-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, n) => {
        const to = addDays(from, n);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(n);
        expect(isExpired(from, to)).toBe(n > 0);
      }),
    );
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-20', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => daysBetween('soon', '2026-01-01')).toThrow(RangeError);
  });

  it('are the last day still valid, and in time to the day', () => {
    expect([
      isExpired('2026-05-01', '2026-05-01'),
      isExpired('2026-05-01', '2026-05-02'),
      isExpired(null, '2026-05-02'),
    ]).toEqual([false, true, false]);
    expect([
      isInTime('2026-05-31', '2026-05-01', 30),
      isInTime('2026-05-30', '2026-05-01', 30),
    ]).toEqual([true, false]);
  });

  it('are kept as long as said', () => {
    const now = new Date('2026-05-15T12:00:00Z');
    expect(keepSince('invitation', now).toISOString()).toBe('2026-05-01T12:00:00.000Z');
    expect(Object.values(RETENTION_DAYS).every((days) => Number.isInteger(days) && days > 0)).toBe(
      true,
    );
  });
});
