/**
 * What a look at a photograph tells: advice to its maker, never a reason to refuse it. The phone asks before it
 * sends and the server when it stores, so both must hand in the same thing: 8-bit grey pixels, row by row, of the
 * picture scaled to 768 px on its longer side.
 */
export const VERDICT_EDGE = 768;

export const VERDICT_CODES = ['blurred', 'soft', 'dark', 'bright', 'burnt_out', 'flat'] as const;
export type VerdictCode = (typeof VERDICT_CODES)[number];

/** A start, to be tuned on real uploads; nothing else holds a number. */
export const VERDICT_THRESHOLDS = {
  /** Sharpness below this is blurred, below the next one soft. */
  blurred: 0.15,
  soft: 0.45,
  /** Mean grey, 0..255. */
  dark: 45,
  bright: 200,
  /** A pixel this bright has lost its detail; more than this share of them is burnt out. */
  burntLevel: 248,
  burntShare: 0.1,
  /** Standard deviation of grey. */
  flat: 20,
  /** Tiles of less variance are backdrop: their noise would pass for the sharpest thing in the picture. */
  tileVariance: 25,
} as const;

/** The picture is cut into this many tiles each way, and sharpness is taken where it is good: at this percentile. */
const TILES = 8;
const PERCENTILE = 0.9;

/** `sharpness` is null when no tile had anything to judge; `burntShare` is 0..1, the other two in grey levels. */
export type VerdictMeasures = {
  sharpness: number | null;
  mean: number;
  deviation: number;
  burntShare: number;
};

export type Verdict = { codes: VerdictCode[]; measures: VerdictMeasures };

/**
 * Judges a grey picture. A plain variance of the Laplacian calls every dark picture blurred; divided by the tile's own
 * variance it does not depend on the light. Sharpness is null for a picture too thin to cut up (under 24 px). Throws
 * RangeError when there are no pixels or they and the size do not belong together.
 */
export function photoVerdict(
  grey: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): Verdict {
  const sized = Number.isSafeInteger(width) && Number.isSafeInteger(height) && width > 0;
  if (!sized || grey.length === 0 || width * height !== grey.length) {
    throw new RangeError(`${grey.length} pixels are not ${width} × ${height}`);
  }
  const measures = { ...light(grey), sharpness: sharpness(grey, width, height) };
  return { codes: codesFor(measures), measures };
}

/** The advice that measures call for, worst first. */
export function codesFor(measures: VerdictMeasures): VerdictCode[] {
  const limit = VERDICT_THRESHOLDS;
  const codes: VerdictCode[] = [];
  if (measures.sharpness !== null) {
    if (measures.sharpness < limit.blurred) codes.push('blurred');
    else if (measures.sharpness < limit.soft) codes.push('soft');
  }
  if (measures.mean < limit.dark) codes.push('dark');
  if (measures.mean > limit.bright) codes.push('bright');
  if (measures.burntShare > limit.burntShare) codes.push('burnt_out');
  if (measures.deviation < limit.flat) codes.push('flat');
  return codes;
}

/** Mean, spread and burnt share from a histogram: one pass, and exact sums. */
function light(grey: ArrayLike<number>): Omit<VerdictMeasures, 'sharpness'> {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < grey.length; i++) histogram[grey[i]!]!++;
  let sum = 0;
  let squares = 0;
  let burnt = 0;
  for (let level = 0; level < 256; level++) {
    const count = histogram[level]!;
    sum += level * count;
    squares += level * level * count;
    if (level >= VERDICT_THRESHOLDS.burntLevel) burnt += count;
  }
  const mean = sum / grey.length;
  const variance = Math.max(0, squares / grey.length - mean * mean);
  return { mean, deviation: Math.sqrt(variance), burntShare: burnt / grey.length };
}

/** The 90th percentile over the tiles of var(Laplacian) / var(grey), or null when every tile is backdrop. */
function sharpness(grey: ArrayLike<number>, width: number, height: number): number | null {
  if (Math.min(width, height) < TILES * 3) return null;
  const ratios: number[] = [];
  for (let row = 0; row < TILES; row++) {
    for (let column = 0; column < TILES; column++) {
      const ratio = tileRatio(grey, width, {
        left: Math.max(1, Math.floor((column * width) / TILES)),
        right: Math.min(width - 1, Math.floor(((column + 1) * width) / TILES)),
        top: Math.max(1, Math.floor((row * height) / TILES)),
        bottom: Math.min(height - 1, Math.floor(((row + 1) * height) / TILES)),
      });
      if (ratio !== null) ratios.push(ratio);
    }
  }
  ratios.sort((a, b) => a - b);
  return ratios[Math.ceil(ratios.length * PERCENTILE) - 1] ?? null;
}

type Tile = { left: number; right: number; top: number; bottom: number };

function tileRatio(grey: ArrayLike<number>, width: number, tile: Tile): number | null {
  let sum = 0;
  let squares = 0;
  let edgeSum = 0;
  let edgeSquares = 0;
  for (let y = tile.top; y < tile.bottom; y++) {
    const end = y * width + tile.right;
    for (let i = y * width + tile.left; i < end; i++) {
      const here = grey[i]!;
      const edge = grey[i - 1]! + grey[i + 1]! + grey[i - width]! + grey[i + width]! - 4 * here;
      sum += here;
      squares += here * here;
      edgeSum += edge;
      edgeSquares += edge * edge;
    }
  }
  const count = (tile.right - tile.left) * (tile.bottom - tile.top);
  const variance = squares / count - (sum / count) ** 2;
  if (variance < VERDICT_THRESHOLDS.tileVariance) return null;
  return (edgeSquares / count - (edgeSum / count) ** 2) / variance;
}
