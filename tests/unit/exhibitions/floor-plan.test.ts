import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorPlan, type Rect } from '#src/domain/exhibitions/floor-plan.ts';

const hallsOf = (sizes: readonly number[]) =>
  sizes.map((size, h) => ({
    slug: `hall-${h}`,
    booths: Array.from({ length: size }, (_, b) => ({ slug: `booth-${h}-${b}` })),
  }));
const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });

/** A hair of rounding is no overlap. */
const HAIR = 1e-6;
const overlaps = (a: Rect, b: Rect) =>
  a.x + a.width > b.x + HAIR &&
  b.x + b.width > a.x + HAIR &&
  a.y + a.height > b.y + HAIR &&
  b.y + b.height > a.y + HAIR;
const lies = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x - HAIR &&
  inner.y >= outer.y - HAIR &&
  inner.x + inner.width <= outer.x + outer.width + HAIR &&
  inner.y + inner.height <= outer.y + outer.height + HAIR;
const pairs = <T>(list: readonly T[]) =>
  list.flatMap((one, n) => list.slice(n + 1).map((other) => [one, other] as const));

describe('the floor plan', () => {
  it('has every hall and booth once, in order, numbered from one', () => {
    fc.assert(
      fc.property(sizes, (wanted) => {
        const plan = floorPlan(hallsOf(wanted));
        expect(plan.halls.map(({ booths }) => booths.length)).toEqual(wanted);
        const numbers = plan.halls.flatMap(({ booths }) => booths.map(({ number }) => number));
        expect(numbers).toEqual(numbers.map((_, n) => n + 1));
        expect(plan.halls.map(({ number }) => number)).toEqual(wanted.map((_, n) => n + 1));
      }),
    );
  });

  it('lets nothing overlap and nothing stick out', () => {
    fc.assert(
      fc.property(sizes, (wanted) => {
        const plan = floorPlan(hallsOf(wanted));
        const sheet = { x: 0, y: 0, width: plan.width, height: plan.height };
        for (const hall of plan.halls) {
          expect(lies(hall, sheet)).toBe(true);
          expect(lies(hall.aisle, hall)).toBe(true);
          for (const booth of hall.booths) {
            expect(lies(booth, hall)).toBe(true);
            expect(overlaps(booth, hall.aisle)).toBe(false);
          }
          for (const [a, b] of pairs(hall.booths)) expect(overlaps(a, b)).toBe(false);
        }
        for (const [a, b] of pairs(plan.halls)) expect(overlaps(a, b)).toBe(false);
        for (const door of plan.doors) expect(lies(door, sheet)).toBe(true);
      }),
    );
  });

  it('keeps each booth large enough for a finger on a phone of 320 pixels', () => {
    fc.assert(
      fc.property(sizes, (wanted) => {
        const plan = floorPlan(hallsOf(wanted));
        const scale = 288 / plan.width;
        for (const booth of plan.halls.flatMap(({ booths }) => booths)) {
          expect(booth.width * scale).toBeGreaterThanOrEqual(24);
          expect(booth.height * scale).toBeGreaterThanOrEqual(24);
        }
      }),
    );
  });

  it('is the same for the same halls, and whole numbers of rows fill its width', () => {
    fc.assert(
      fc.property(sizes, (wanted) => {
        const plan = floorPlan(hallsOf(wanted));
        expect(floorPlan(hallsOf(wanted))).toEqual(plan);
        const area = plan.halls.reduce((sum, { width, height }) => sum + width * height, 0);
        expect(area).toBeCloseTo(plan.width * plan.height, 3);
      }),
    );
  });
});
