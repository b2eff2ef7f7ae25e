import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liesInside } from '#src/domain/iiif-parts.ts';
import {
  fitted,
  LEAST_EDGE,
  readRegion,
  typedRegion,
  wrongSides,
} from '#src/features/exhibitions/tours/region.ts';

const FULL = { width: 1000, height: 500 };
const edge = fc.integer({ min: LEAST_EDGE, max: 4000 });
const size = fc.record({ width: edge, height: edge });
const near = fc.integer({ min: -200, max: 4200 });
const region = fc.record({ x: near, y: near, width: near, height: near });

describe('the four numbers of a frame', () => {
  it('are wrong exactly when the frame leaves the picture or shows too little of it', () => {
    fc.assert(
      fc.property(size, region, (full, frame) => {
        const isRight =
          liesInside(full, frame) && frame.width >= LEAST_EDGE && frame.height >= LEAST_EDGE;
        expect(wrongSides(full, frame).length === 0).toBe(isRight);
      }),
    );
  });

  it('are right once a frame is fitted into its picture', () => {
    fc.assert(
      fc.property(size, region, (full, frame) => {
        expect(wrongSides(full, fitted(full, frame))).toEqual([]);
      }),
    );
  });

  it.each([
    [{ x: -1, y: 0, width: 100, height: 100 }, ['x']],
    [{ x: 0, y: 490, width: 100, height: 100 }, ['y']],
    [{ x: 0, y: 0, width: 1001, height: 100 }, ['width']],
    [{ x: 0, y: 0, width: 100, height: 31 }, ['height']],
    [{ x: 900, y: 450, width: 101, height: 51 }, ['width', 'height']],
  ])('are named when they are wrong: %j', (frame, sides) => {
    expect(wrongSides(FULL, frame)).toEqual(sides);
  });

  it('are read back as they were written, and are no frame while one is missing', () => {
    fc.assert(
      fc.property(size, region, (full, frame) => {
        const inside = fitted(full, frame);
        expect(readRegion(typedRegion(inside))).toEqual(inside);
      }),
    );
    expect(readRegion(typedRegion(null))).toBeNull();
    for (const width of ['', '-3', '1.5', '1e3', 'wide', '9999999'])
      expect(readRegion({ x: '0', y: '0', width, height: '40' })).toBeNull();
  });
});
