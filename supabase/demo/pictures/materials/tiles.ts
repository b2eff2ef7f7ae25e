/** Repeating relief tiles, made once: height and slope on a torus, sampled bilinearly. */
import { random } from '#supabase/demo/pictures/random.ts';
import { smooth } from '#supabase/demo/pictures/studio/vec.ts';

/** What the last sample found: height in [0, 1] and its slope per tile width. */
export const found = { h: 0.5, x: 0.5, y: 0.5 };

export interface Tile {
  size: number;
  height: Float32Array;
  slopeX: Float32Array;
  slopeY: Float32Array;
}

/** A tile from a height function over [0, 1)² that repeats. */
export function tile(size: number, f: (x: number, y: number) => number): Tile {
  const height = new Float32Array(size * size);
  for (let i = 0; i < height.length; i++) {
    height[i] = f((i % size) / size, Math.floor(i / size) / size);
  }
  return sloped(size, height);
}

/** Blurs heights on the torus, `radius` in texels, and adds the slopes. */
export function sloped(size: number, height: Float32Array, radius = 0): Tile {
  const wrap = size - 1;
  for (let pass = 0; pass < 2 * radius; pass++) {
    const step = pass % 2 === 0 ? 1 : size;
    const source = height.slice();
    for (let i = 0; i < height.length; i++) {
      const [x, y] = [i & wrap, Math.floor(i / size)];
      const next = step === 1 ? y * size + ((x + 1) & wrap) : ((y + 1) & wrap) * size + x;
      const last = step === 1 ? y * size + ((x - 1) & wrap) : ((y - 1) & wrap) * size + x;
      height[i] = 0.25 * source[last]! + 0.5 * source[i]! + 0.25 * source[next]!;
    }
  }
  const [slopeX, slopeY] = [new Float32Array(size * size), new Float32Array(size * size)];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = (i: number, j: number) =>
        height[((j + size) & wrap) * size + ((i + size) & wrap)]!;
      slopeX[y * size + x] = ((at(x + 1, y) - at(x - 1, y)) * size) / 2;
      slopeY[y * size + x] = ((at(x, y + 1) - at(x, y - 1)) * size) / 2;
    }
  }
  return { size, height, slopeX, slopeY };
}

/** Samples a tile at (x, y) in tile widths; any real number; leaves the answer in `found`. */
export function sample(t: Tile, x: number, y: number): void {
  const { size } = t;
  const px = (x - Math.floor(x)) * size;
  const py = (y - Math.floor(y)) * size;
  const ix = Math.floor(px);
  const iy = Math.floor(py);
  const fx = px - ix;
  const fy = py - iy;
  const wrap = size - 1;
  const x0 = ix & wrap;
  const x1 = (ix + 1) & wrap;
  const y0 = (iy & wrap) * size;
  const y1 = ((iy + 1) & wrap) * size;
  const a = (1 - fx) * (1 - fy);
  const b = fx * (1 - fy);
  const c = (1 - fx) * fy;
  const d = fx * fy;
  const { height: h, slopeX: sx, slopeY: sy } = t;
  found.h = a * h[y0 + x0]! + b * h[y0 + x1]! + c * h[y1 + x0]! + d * h[y1 + x1]!;
  found.x = a * sx[y0 + x0]! + b * sx[y0 + x1]! + c * sx[y1 + x0]! + d * sx[y1 + x1]!;
  found.y = a * sy[y0 + x0]! + b * sy[y0 + x1]! + c * sy[y1 + x0]! + d * sy[y1 + x1]!;
}

/** Nearest two distances to jittered points, `cells` a side, on the torus. */
export function cellular(key: string, cells: number, jitter: number) {
  const draw = random(key);
  const points = Array.from({ length: cells * cells }, () => [
    0.5 + (draw.next() - 0.5) * jitter,
    0.5 + (draw.next() - 0.5) * jitter,
    draw.next(),
  ]);
  return (x: number, y: number): { first: number; second: number; tone: number } => {
    const [cx, cy] = [Math.floor(x * cells), Math.floor(y * cells)];
    let [first, second, tone] = [9, 9, 0];
    for (let j = -1; j <= 1; j++) {
      for (let i = -1; i <= 1; i++) {
        const [gx, gy] = [cx + i, cy + j];
        const at = (((gy % cells) + cells) % cells) * cells + (((gx % cells) + cells) % cells);
        const p = points[at]!;
        const d = Math.hypot(gx + p[0]! - x * cells, gy + p[1]! - y * cells);
        if (d < first) [second, first, tone] = [first, d, p[2]!];
        else if (d < second) second = d;
      }
    }
    return { first, second, tone };
  };
}

const made = new Map<string, Tile>();
const once = (name: string, make: () => Tile): Tile => {
  const kept = made.get(name) ?? make();
  made.set(name, kept);
  return kept;
};

/** Leather grain: rounded pebbles between fine creases, with pores. */
export const grainTile = (): Tile =>
  once('grain', () => {
    const coarse = cellular('grain', 26, 0.95);
    const fine = cellular('grain-fine', 64, 1);
    const heights = new Float32Array(512 * 512);
    for (let i = 0; i < heights.length; i++) {
      const [x, y] = [(i % 512) / 512, Math.floor(i / 512) / 512];
      const wx = x + 0.006 * Math.sin(2 * Math.PI * (3 * y + x));
      const wy = y + 0.006 * Math.cos(2 * Math.PI * (2 * x + y));
      const c = coarse(wx - Math.floor(wx), wy - Math.floor(wy));
      const f = fine(x, y);
      const crease = smooth(0, 0.34, c.second - c.first) * (0.75 + 0.25 * c.tone);
      heights[i] = 0.72 * crease + 0.28 * smooth(0, 0.4, f.second - f.first);
    }
    return sloped(512, heights, 1);
  });

/** Large soft pebbles of milled leather. */
export const pebbleTile = (): Tile =>
  once('pebble', () => {
    const cell = cellular('pebble', 24, 0.85);
    const heights = new Float32Array(512 * 512);
    for (let i = 0; i < heights.length; i++) {
      const { first, second } = cell((i % 512) / 512, Math.floor(i / 512) / 512);
      heights[i] = smooth(-0.1, 0.62, second - first) * (1.1 - 0.4 * first * first);
    }
    return sloped(512, heights, 3);
  });

/** Very fine random nap: suede, felt, raw clay, paper. */
export const napTile = (): Tile =>
  once('nap', () => {
    const draw = random('nap');
    const white = () => Float32Array.from({ length: 512 * 512 }, () => draw.next());
    const [fine, broad] = [sloped(512, white(), 1), sloped(512, white(), 6)];
    const heights = fine.height.map(
      (h, i) => 0.5 + 0.9 * (h - 0.5) + 2.4 * (broad.height[i]! - 0.5),
    );
    return sloped(512, heights);
  });
