import { REGION, RWANDA_FRAME, type Corner, type Frame } from './outlines.ts';

/** Width of every map in its own units; the height follows from the frame. */
export const MAP_WIDTH = 520;

export type Place = { latitude: number; longitude: number };

/** Air around the outermost places and the least extent of a map of the region, in degrees. */
const AIR = 1.6;
const EXTENT_MIN = 7;
/** No side of a map is less than this share of the other. */
const SLIM = 0.8;

type Range = [low: number, high: number];

/**
 * Rwanda when every place lies there, else as much of the region as they need; null when there is nothing to show or
 * one lies beyond what we have drawn.
 */
export function frameFor(places: readonly Place[]): Frame | null {
  if (places.length === 0) return null;
  if (places.every((place) => isInside(RWANDA_FRAME, place))) return RWANDA_FRAME;
  return places.every((place) => isInside(REGION, place)) ? regionAround(places) : null;
}

function isInside(frame: Frame, { latitude, longitude }: Place): boolean {
  const { west, east, north, south } = frame;
  return longitude > west && longitude < east && latitude < north && latitude > south;
}

function regionAround(places: readonly Place[]): Frame {
  const across = around(places.map(({ longitude }) => longitude));
  const along = around(places.map(({ latitude }) => latitude));
  const [west, east] = atLeast(across, SLIM * (along[1] - along[0]));
  const [south, north] = atLeast(along, SLIM * (across[1] - across[0]));
  const countries = REGION.countries.map((country) => ({
    ...country,
    name: nameWithin(country.name, { west, east, south, north }),
  }));
  return { ...REGION, west, east, south, north, countries };
}

type Edges = Pick<Frame, 'west' | 'east' | 'south' | 'north'>;

/** A name that would lie outside is not written. */
function nameWithin(at: Corner | null, edges: Edges): Corner | null {
  if (!at) return null;
  const [x, y] = at;
  const { west, east, south, north } = edges;
  return x > west + 0.5 && x < east - 0.5 && y > south + 0.4 && y < north - 0.4 ? at : null;
}

function around(values: readonly number[]): Range {
  return atLeast([Math.min(...values) - AIR, Math.max(...values) + AIR], EXTENT_MIN);
}

function atLeast([low, high]: Range, extent: number): Range {
  const more = Math.max(0, extent - (high - low)) / 2;
  return [low - more, high + more];
}

export function mapHeight(frame: Frame): number {
  return Math.round((MAP_WIDTH * (frame.north - frame.south)) / (frame.east - frame.west));
}

/** Near the equator a degree is as wide as it is high, so degrees are drawn as they are. */
export function toMap(frame: Frame, [longitude, latitude]: Corner): { x: number; y: number } {
  const scale = MAP_WIDTH / (frame.east - frame.west);
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round((longitude - frame.west) * scale), y: round((frame.north - latitude) * scale) };
}

/** An outline as the `d` of a path. */
export function outlinePath(frame: Frame, corners: readonly Corner[]): string {
  const points = corners.map((corner) => toMap(frame, corner));
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}z`;
}

/** Something on the map; `href` leads to it. */
export type Dot = { x: number; y: number; label?: string | undefined; href?: string | undefined };
/** One dot, or several that lie too close to be told apart. */
export type Mark = { x: number; y: number; dots: Dot[] };

/** Dots nearer than this, in map units, become one mark with their number. */
const TOUCHING = 26;

/** Each dot joins the first mark it would touch. */
export function gather(dots: readonly Dot[]): Mark[] {
  const marks: Mark[] = [];
  for (const dot of dots) {
    const near = marks.find(({ x, y }) => Math.hypot(x - dot.x, y - dot.y) < TOUCHING);
    if (near) near.dots.push(dot);
    else marks.push({ x: dot.x, y: dot.y, dots: [dot] });
  }
  return marks;
}
