import type { PictureSize, Region } from '#src/domain/iiif.ts';

/** The least that a stop shows, in pixels of the picture, each way. */
export const LEAST_EDGE = 32;

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
