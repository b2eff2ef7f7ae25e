import { describe, expect, it } from 'vitest';
import { placed } from '#src/features/catalogue/map/placed.ts';
import { RWANDA_FRAME } from '#src/features/catalogue/map/outlines.ts';
import {
  frameFor,
  gather,
  MAP_WIDTH,
  mapHeight,
  outlinePath,
  toMap,
} from '#src/features/catalogue/map/project.ts';

const KIGALI = { latitude: -1.95, longitude: 30.06 };
const NAIROBI = { latitude: -1.29, longitude: 36.82 };
const PARIS = { latitude: 48.86, longitude: 2.35 };

describe('which map is drawn', () => {
  it('is Rwanda when all lies there, the region around when not, none beyond it', () => {
    expect(frameFor([KIGALI])).toBe(RWANDA_FRAME);
    const region = frameFor([KIGALI, NAIROBI]);
    expect(region && region.west < KIGALI.longitude && region.east > NAIROBI.longitude).toBe(true);
    expect(frameFor([KIGALI, PARIS])).toBeNull();
    expect(frameFor([])).toBeNull();
  });

  it('holds every place with air around it, and no name that would lie outside', () => {
    const frame = frameFor([NAIROBI])!;
    const { x, y } = toMap(frame, [NAIROBI.longitude, NAIROBI.latitude]);
    expect(x).toBeGreaterThan(50);
    expect(x).toBeLessThan(MAP_WIDTH - 50);
    expect(y).toBeGreaterThan(50);
    expect(y).toBeLessThan(mapHeight(frame) - 50);
    const names = frame.countries.filter(({ name }) => name).map(({ code }) => code);
    expect(names).toContain('KE');
    expect(names).not.toContain('ET');
  });
});

describe('the drawing', () => {
  it('has the north above and the east at the right', () => {
    const [musanze, huye] = [
      toMap(RWANDA_FRAME, [29.63, -1.5]),
      toMap(RWANDA_FRAME, [29.74, -2.6]),
    ];
    expect(musanze.y).toBeLessThan(huye.y);
    expect(musanze.x).toBeLessThan(huye.x);
  });

  it('writes a closed outline without a broken number', () => {
    const path = outlinePath(RWANDA_FRAME, RWANDA_FRAME.home);
    expect(path).toMatch(/^M[\d.\- L]+z$/);
    expect(path).not.toContain('NaN');
  });

  it('gathers dots that touch, and keeps those apart', () => {
    const marks = gather([
      { x: 10, y: 10, label: 'a' },
      { x: 16, y: 12, label: 'b' },
      { x: 200, y: 10, label: 'c' },
    ]);
    expect(marks.map(({ dots }) => dots.map(({ label }) => label))).toEqual([['a', 'b'], ['c']]);
  });

  it('leaves out who does not say where they are', () => {
    const list = [
      { name: 'a', latitude: null, longitude: null },
      { name: 'b', ...KIGALI },
    ];
    expect(placed(list)).toEqual([{ name: 'b', ...KIGALI }]);
  });
});
