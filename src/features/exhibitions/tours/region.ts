import type { PictureSize, Region } from '#src/domain/iiif.ts';

/** The least that a stop shows, in pixels of the picture, each way. */
export const LEAST_EDGE = 32;

export const SIDES = ['x', 'y', 'width', 'height'] as const;
export type Side = (typeof SIDES)[number];

/** What stands in the four fields; '' for an empty one. */
export type TypedRegion = Record<Side, string>;

/** The region that four fields say: null while one of them is empty or no whole number. */
export function readRegion(typed: TypedRegion): Region | null {
  const numbers = SIDES.map((side) => (/^\d{1,6}$/.test(typed[side]) ? Number(typed[side]) : NaN));
  const [x = NaN, y = NaN, width = NaN, height = NaN] = numbers;
  return numbers.some(Number.isNaN) ? null : { x, y, width, height };
}

/** What stands in the fields for a region; nothing for the whole picture. */
export function typedRegion(region: Region | null): TypedRegion {
  const side = (name: Side) => (region ? String(region[name]) : '');
  return { x: side('x'), y: side('y'), width: side('width'), height: side('height') };
}

/** Which of the four is wrong: it leaves the picture, or leaves too little of it. None when the region lies inside. */
export function wrongSides(full: PictureSize, { x, y, width, height }: Region): Side[] {
  const fits = (size: number, edge: number) => size >= Math.min(LEAST_EDGE, edge) && size <= edge;
  const starts = (from: number, edge: number) => from >= 0 && from <= edge - LEAST_EDGE;
  const wrong: Record<Side, boolean> = {
    x: !starts(x, full.width),
    y: !starts(y, full.height),
    width: !fits(width, full.width) || (starts(x, full.width) && x + width > full.width),
    height: !fits(height, full.height) || (starts(y, full.height) && y + height > full.height),
  };
  return SIDES.filter((side) => wrong[side]);
}

const within = (value: number, low: number, high: number) =>
  Math.min(Math.max(Math.round(value), low), high);

/** A region that lies inside the picture, in whole pixels: the size is kept within it first, then the place. */
export function fitted(full: PictureSize, region: Region): Region {
  const width = within(region.width, Math.min(LEAST_EDGE, full.width), full.width);
  const height = within(region.height, Math.min(LEAST_EDGE, full.height), full.height);
  const x = within(region.x, 0, full.width - width);
  return { x, y: within(region.y, 0, full.height - height), width, height };
}

type Point = { x: number; y: number };

/** The region between two points of a drag, in any direction; what is drawn beyond the edge ends there. */
export function between(full: PictureSize, a: Point, b: Point): Region {
  const [left, right] = [a.x, b.x].map((x) => within(x, 0, full.width)).sort((m, n) => m - n);
  const [top, bottom] = [a.y, b.y].map((y) => within(y, 0, full.height)).sort((m, n) => m - n);
  return fitted(full, { x: left!, y: top!, width: right! - left!, height: bottom! - top! });
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What an arrow key makes of it: moved, or with `grows` its size changed. Null for another key. */
export function nudged(
  full: PictureSize,
  region: Region,
  key: string,
  grows: boolean,
): Region | null {
  const step = STEPS[key];
  if (!step) return null;
  const by = Math.max(1, Math.round(full.width / 100));
  const [across, down] = [step[0] * by, step[1] * by];
  return fitted(
    full,
    grows
      ? { ...region, width: region.width + across, height: region.height + down }
      : { ...region, x: region.x + across, y: region.y + down },
  );
}
