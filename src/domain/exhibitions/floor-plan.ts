/** A rectangle of the plan in its own units: left, top, width, height. */
export type Rect = { x: number; y: number; width: number; height: number };

export type PlannedBooth = { slug: string };
export type PlannedHall<B extends PlannedBooth> = { slug: string; booths: readonly B[] };

export type PlacedBooth<B> = Rect & { booth: B; number: number };
/** `aisle` is the free way through the middle of a hall, where its name stands. `number` counts from 1. */
export type PlacedHall<H, B> = Rect & {
  hall: H;
  number: number;
  aisle: Rect;
  booths: PlacedBooth<B>[];
};
/** `doors` are gaps in the walls, in the order in which a visitor passes them: the entrance first. */
export type FloorPlan<H, B> = {
  width: number;
  height: number;
  halls: PlacedHall<H, B>[];
  doors: Rect[];
};

const PLAN_WIDTH = 960;
/** Booths along one side of the plan at most, so that each stays wide enough for a finger on a phone. */
const COLUMNS = 6;
const LEAST_COLUMNS = 2;
const WALL = 12;
const BOOTH_DEPTH = 120;
const GAP = 8;
const AISLE = 96;
const DOOR = 72;

/**
 * Where halls and booths stand. Booths face each other over an aisle, in order along the upper side and back along the lower,
 * as one walks. Halls lie in rows as wide as the plan; a hall with more booths is wider, and deeper when one row of walls is
 * not enough. The same halls give the same plan.
 */
export function floorPlan<B extends PlannedBooth, H extends PlannedHall<B>>(
  halls: readonly H[],
): FloorPlan<H, B> {
  const rows = inRows(halls.map((hall, n) => ({ hall, number: n + 1, columns: columnsOf(hall) })));
  const placed: PlacedHall<H, B>[] = [];
  let booths = 0;
  let y = 0;
  for (const row of rows) {
    const depth = Math.max(...row.map(({ hall, columns }) => depthOf(hall, columns)));
    const columns = row.reduce((sum, one) => sum + one.columns, 0);
    let x = 0;
    for (const [n, one] of row.entries()) {
      const isLast = n === row.length - 1;
      const width = isLast ? PLAN_WIDTH - x : Math.round((PLAN_WIDTH * one.columns) / columns);
      const rect = { x, y, width, height: depth };
      placed.push(furnish<B, H>(one.hall, one.number, rect, booths, one.columns));
      booths += one.hall.booths.length;
      x += width;
    }
    y += depth;
  }
  return { width: PLAN_WIDTH, height: y, halls: placed, doors: doorsOf(placed) };
}

function columnsOf(hall: PlannedHall<PlannedBooth>): number {
  return Math.min(COLUMNS, Math.max(LEAST_COLUMNS, Math.ceil(hall.booths.length / 2)));
}

/** Rows of two facing walls that a hall needs. */
function lanesOf(hall: PlannedHall<PlannedBooth>, columns: number): number {
  return Math.max(1, Math.ceil(hall.booths.length / (2 * columns)));
}

function depthOf(hall: PlannedHall<PlannedBooth>, columns: number): number {
  return 2 * WALL + lanesOf(hall, columns) * (2 * BOOTH_DEPTH + AISLE);
}

function inRows<T extends { columns: number }>(halls: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const hall of halls) {
    const row = rows.at(-1);
    const taken = row?.reduce((sum, one) => sum + one.columns, 0) ?? COLUMNS;
    if (row && taken + hall.columns <= COLUMNS) row.push(hall);
    else rows.push([hall]);
  }
  return rows;
}

function furnish<B extends PlannedBooth, H extends PlannedHall<B>>(
  hall: H,
  number: number,
  rect: Rect,
  before: number,
  columns: number,
): PlacedHall<H, B> {
  const inner = { x: rect.x + WALL, width: rect.width - 2 * WALL, y: rect.y + WALL };
  const lanes = lanesOf(hall, columns);
  const perLane = Math.ceil(hall.booths.length / lanes);
  const depth = (rect.height - 2 * WALL - lanes * AISLE) / (2 * lanes);
  const booths = hall.booths.map((booth, n): PlacedBooth<B> => {
    const lane = Math.floor(n / perLane);
    const inLane = Math.min(perLane, hall.booths.length - lane * perLane);
    const above = Math.ceil(inLane / 2);
    const place = n % perLane;
    const isAbove = place < above;
    const many = isAbove ? above : inLane - above;
    // Back along the lower wall: the first there stands under the last above.
    const column = isAbove ? place : many - 1 - (place - above);
    const top = inner.y + lane * (2 * depth + AISLE) + (isAbove ? 0 : depth + AISLE);
    const width = (inner.width - (many - 1) * GAP) / many;
    return {
      booth,
      number: before + n + 1,
      x: inner.x + column * (width + GAP),
      y: top,
      width,
      height: depth,
    };
  });
  return {
    ...rect,
    hall,
    number,
    aisle: { x: inner.x, y: inner.y + depth, width: inner.width, height: AISLE },
    booths,
  };
}

/** The entrance is on the left of the first hall; from each hall a door leads into the next. */
function doorsOf<H, B>(halls: readonly PlacedHall<H, B>[]): Rect[] {
  return halls.map((hall, n) => {
    const before = halls[n - 1];
    const isBeside = !before || before.y === hall.y;
    const middle = hall.aisle.y + (AISLE - DOOR) / 2;
    if (isBeside)
      return {
        x: hall.x - (before ? WALL : 0),
        y: middle,
        width: before ? 2 * WALL : WALL,
        height: DOOR,
      };
    return { x: WALL, y: hall.y - WALL, width: DOOR, height: 2 * WALL };
  });
}
