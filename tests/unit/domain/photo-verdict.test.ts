import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesFor, photoVerdict, VERDICT_THRESHOLDS } from '#src/domain/photo-verdict.ts';

const WIDTH = 192;
const HEIGHT = 128;

function picture(
  level: (x: number, y: number) => number,
  width = WIDTH,
  height = HEIGHT,
): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) =>
    level(i % width, Math.floor(i / width)),
  );
}

const judge = (grey: Uint8Array) => photoVerdict(grey, WIDTH, HEIGHT);
/** A wave of the given length in pixels: the longer, the softer. Its ratio is known: (2 − 2cos(2π/n))². */
const wave = (length: number, middle = 128, height = 90) =>
  picture((x) => Math.round(middle + height * Math.sin((2 * Math.PI * x) / length)));

describe('sharpness', () => {
  it('measures what theory says of a wave', () => {
    for (const length of [6, 8, 12, 16]) {
      const expected = (2 - 2 * Math.cos((2 * Math.PI) / length)) ** 2;
      expect(judge(wave(length)).measures.sharpness).toBeCloseTo(expected, 1);
    }
  });

  it('tells sharp, soft and blurred apart', () => {
    expect(judge(wave(6)).codes).toEqual([]);
    expect(judge(wave(8)).codes).toEqual(['soft']);
    expect(judge(wave(16)).codes).toEqual(['blurred']);
  });

  it('does not call a sharp dark picture blurred', () => {
    expect(judge(wave(5, 40, 39)).codes).toEqual(['dark']);
  });

  it('hardly depends on the light', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(6, 8, 12),
        fc.integer({ min: 40, max: 100 }),
        (length, height) => {
          const bright = judge(wave(length, 128, 100)).measures.sharpness ?? 0;
          const dim = judge(wave(length, 128, height)).measures.sharpness ?? 0;
          expect(Math.abs(bright - dim)).toBeLessThan(0.02);
        },
      ),
    );
  });

  it('does not take the jump from one row to the next for an edge', () => {
    const ramp = picture((x) => Math.round((x * 255) / (WIDTH - 1)));
    expect(judge(ramp).codes).toEqual(['blurred']);
    const falling = picture((_, y) => Math.round((y * 255) / (HEIGHT - 1)));
    expect(judge(falling).codes).toEqual(['blurred']);
  });

  it('looks where the picture is sharp: a small thing before a blurred wall', () => {
    const tile = (x: number, y: number) => x >= 48 && x < 144 && y >= 32 && y < 96;
    const mixed = picture(
      (x, y) => 128 + Math.round(60 * Math.sin((2 * Math.PI * x) / (tile(x, y) ? 5 : 40))),
    );
    expect(judge(mixed).codes).toEqual([]);
  });

  it('wants a tenth of the picture sharp: seven of the 64 tiles, not six', () => {
    const sharpTiles = (n: number) =>
      picture((x, y) => {
        const tile = Math.floor(y / 16) * 8 + Math.floor(x / 24);
        // Far apart; a tile beside a sharp one sees its edge and is no longer blurred, but not sharp.
        const sharp = tile % 9 === 0 && tile / 9 < n;
        return 128 + Math.round(60 * Math.sin((2 * Math.PI * x) / (sharp ? 4 : 24)));
      });
    expect(judge(sharpTiles(6)).codes).not.toEqual([]);
    expect(judge(sharpTiles(7)).codes).toEqual([]);
  });

  it('passes over the noise of a plain backdrop', () => {
    // Neighbours differ by one level all over: the ratio alone would call it extremely sharp.
    const noise = picture((x, y) => 128 + ((x * 7 + y * 13) % 3));
    expect(judge(noise)).toMatchObject({ codes: ['flat'], measures: { sharpness: null } });
  });
});

describe('light', () => {
  it('sees dark, bright, burnt out and flat', () => {
    expect(judge(picture(() => 0)).codes).toEqual(['dark', 'flat']);
    expect(judge(picture(() => 255)).codes).toEqual(['bright', 'burnt_out', 'flat']);
    expect(judge(picture(() => 128)).codes).toEqual(['flat']);
    const { measures } = judge(picture((x) => (x < WIDTH / 2 ? 100 : 200)));
    expect(measures).toMatchObject({ mean: 150, deviation: 50, burntShare: 0 });
  });

  it('changes its mind exactly at the thresholds', () => {
    const t = VERDICT_THRESHOLDS;
    const fine = { sharpness: t.soft, mean: t.dark, deviation: t.flat, burntShare: t.burntShare };
    expect(codesFor(fine)).toEqual([]);
    expect(codesFor({ ...fine, sharpness: t.soft - 0.001 })).toEqual(['soft']);
    expect(codesFor({ ...fine, sharpness: t.blurred })).toEqual(['soft']);
    expect(codesFor({ ...fine, sharpness: t.blurred - 0.001 })).toEqual(['blurred']);
    expect(codesFor({ ...fine, sharpness: null })).toEqual([]);
    expect(codesFor({ ...fine, mean: t.dark - 0.001 })).toEqual(['dark']);
    expect(codesFor({ ...fine, mean: t.bright })).toEqual([]);
    expect(codesFor({ ...fine, mean: t.bright + 0.001 })).toEqual(['bright']);
    expect(codesFor({ ...fine, burntShare: t.burntShare + 0.001 })).toEqual(['burnt_out']);
    expect(codesFor({ ...fine, deviation: t.flat - 0.001 })).toEqual(['flat']);
  });

  it('counts as burnt what is at the level or above', () => {
    const at = (level: number) =>
      judge(picture((x) => (x < WIDTH / 4 ? level : 100))).measures.burntShare;
    expect([at(247), at(248), at(255)]).toEqual([0, 0.25, 0.25]);
  });
});

describe('any picture', () => {
  it('gets finite measures and no code twice', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 60 }),
      height: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(sizes, fc.integer(), ({ width, height }, seed) => {
        let state = seed >>> 0;
        const grey = picture(
          () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24,
          width,
          height,
        );
        const { codes, measures } = photoVerdict(grey, width, height);
        expect(new Set(codes).size).toBe(codes.length);
        const { sharpness, ...rest } = measures;
        expect(
          [...Object.values(rest), sharpness ?? 0].every((n) => Number.isFinite(n) && n >= 0),
        ).toBe(true);
        if (Math.min(width, height) < 24) expect(sharpness).toBeNull();
      }),
    );
  });

  it('is refused when pixels and size do not belong together', () => {
    expect(() => photoVerdict(new Uint8Array(0), 0, 0)).toThrow(RangeError);
    expect(() => photoVerdict(new Uint8Array(5), 2, 3)).toThrow(RangeError);
    expect(() => photoVerdict(new Uint8Array(6), -2, -3)).toThrow(RangeError);
    expect(() => photoVerdict(new Uint8Array(6), 1.5, 4)).toThrow(RangeError);
    expect(() => photoVerdict(new Uint8Array(6), NaN, NaN)).toThrow(RangeError);
  });
});
