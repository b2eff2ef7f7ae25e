import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lotQueue,
  microsecondsOf,
  replayPledges,
  unitPlace,
  type PledgeEntry,
} from '#src/domain/procurement/pledge-queue.ts';
import { sum } from './pledges.ts';

const entry = (at: number, firm: number, tolerance = 0, ceiling: number | null = null) => ({
  at,
  firm,
  tolerance,
  ceiling,
});
const someLog = fc
  .array(fc.tuple(fc.nat(9), fc.nat(5), fc.option(fc.nat(500))), { maxLength: 12 })
  .map((list): PledgeEntry[] =>
    list.map(([firm, tolerance, ceiling], i) => entry(i + 1, firm, tolerance, ceiling)),
  );

/** The place of every step by itself: pushed at its time, popped from the end. */
function stepByStep(log: readonly PledgeEntry[]): number[] {
  const places: number[] = [];
  for (const { at, firm } of log) {
    while (places.length < firm) places.push(at);
    while (places.length > firm) places.pop();
  }
  return places;
}

describe('the queue of pledges', () => {
  it('gives an increase a new place, and takes a decrease from the newest', () => {
    const log = [entry(1, 10), entry(2, 14), entry(3, 15), entry(4, 11, 3, 900)];
    expect(replayPledges(log)).toEqual({
      firm: 11,
      tolerance: 3,
      ceiling: 900,
      slices: [
        { at: 1, quantity: 10 },
        { at: 2, quantity: 1 },
      ],
      committedAt: 2,
    });
    expect(replayPledges([])).toMatchObject({ firm: 0, slices: [], committedAt: null });
  });

  it('stands by the tolerance where nothing is firm, and nowhere without either', () => {
    expect(replayPledges([entry(1, 0, 5), entry(2, 0, 6), entry(3, 0, 4)]).committedAt).toBe(1);
    expect(replayPledges([entry(1, 0, 5), entry(2, 3, 9)]).committedAt).toBe(2);
    expect(replayPledges([entry(1, 4, 5), entry(2, 0, 0)]).committedAt).toBeNull();
  });

  it('is what every step by itself would have', () => {
    fc.assert(
      fc.property(someLog, (log) => {
        const { slices, firm, committedAt } = replayPledges(log);
        const places = stepByStep(log);
        expect(sum(slices.map((slice) => slice.quantity))).toBe(firm);
        expect(places.map((_, i) => unitPlace(slices, i + 1))).toEqual(places);
        expect(unitPlace(slices, firm + 1)).toBeNull();
        if (firm > 0) expect(committedAt).toBe(places.at(-1));
        expect(slices.every((slice, i) => i === 0 || slice.at > slices[i - 1]!.at)).toBe(true);
      }),
    );
  });

  it('never gains a place by giving up and asking again', () => {
    fc.assert(
      fc.property(someLog, fc.nat(9), (log, less) => {
        const before = replayPledges(log);
        if (before.firm === 0) return;
        const dip = Math.min(less, before.firm - 1);
        const after = replayPledges([...log, entry(100, dip), entry(101, before.firm)]);
        for (let n = 1; n <= before.firm; n += 1)
          expect(unitPlace(after.slices, n)).toBeGreaterThanOrEqual(unitPlace(before.slices, n)!);
        expect(after.committedAt).toBe(101);
      }),
    );
  });

  it('puts all members in one queue', () => {
    const b = { id: 'b', slices: [{ at: 1, quantity: 2 }] };
    const a = {
      id: 'a',
      slices: [
        { at: 1, quantity: 3 },
        { at: 9, quantity: 1 },
      ],
    };
    expect(lotQueue([b, a]).map(({ id, at }) => `${id}${at}`)).toEqual(['a1', 'b1', 'a9']);
    expect(lotQueue([a, b])).toEqual(lotQueue([b, a]));
  });

  it('reads timestamps to the microsecond, whichever way they are written', () => {
    const at = microsecondsOf('2026-11-23T07:55:09.1+00:00');
    expect(microsecondsOf('2026-11-23T07:55:09.100001+00:00') - at).toBe(1);
    expect(microsecondsOf('2026-11-23 09:55:09.1+02')).toBe(at);
    expect(microsecondsOf('2026-11-23T07:55:09Z')).toBe(at - 100_000);
    expect(() => microsecondsOf('2026-11-23')).toThrow(RangeError);
    expect(() => microsecondsOf('soon')).toThrow(RangeError);
  });
});
