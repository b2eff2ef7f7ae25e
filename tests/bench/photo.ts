import sharp from 'sharp';
import { imageFiles, MAX_PATH, type ImageFormat } from '#src/domain/iiif.ts';
import { withFormat } from '#src/server/media/codec.ts';
import { startCodec, type Codec } from '#src/server/media/codec-process.ts';
import { FULL_EDGE } from '#src/server/media/limits.ts';

/**
 * A 12-megapixel phone photo to all its files, beside bare sharp making the same files in this process with
 * the same settings: `node tests/bench/photo.ts`. The price of a process of its own, a strict decode for each of
 * the two phases, colour and verdict is the ratio.
 */
export type Metric = {
  metric: string;
  value: number;
  unit: string;
  budget: number | null;
  ok: boolean;
  ceiling: number | null;
};

const ROUNDS = 5;
const RATIO_BUDGET = 1.3;

/** Runs the benchmark; takes some ten seconds. Times in milliseconds, medians of the rounds. */
export async function benchPhoto(rounds = ROUNDS): Promise<Metric[]> {
  const photo = await phonePhoto();
  const codec = startCodec();
  try {
    await once(codec, photo);
    await bare(photo);
    const ours: { jpeg: number; all: number }[] = [];
    const theirs: number[] = [];
    // By turns, so that a neighbour's load falls on both.
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await once(codec, photo));
      theirs.push(await timed(() => bare(photo)));
    }
    const all = median(ours.map((time) => time.all));
    const ceiling = median(theirs);
    const ratio = median(ours.map((time, round) => time.all / (theirs[round] ?? NaN)));
    return [
      metric('photo.derive.ratio', ratio, 'ratio', RATIO_BUDGET, 1),
      metric('photo.derive.all', all, 'ms', null, ceiling),
      metric('photo.derive.jpeg', median(ours.map((time) => time.jpeg)), 'ms', null, null),
    ];
  } finally {
    codec.close();
  }
}

/** Both phases as the worker runs them. */
async function once(codec: Codec, photo: Buffer): Promise<{ jpeg: number; all: number }> {
  const jpeg = await timed(() => codec.run({ kind: 'jpeg', bytes: photo }));
  const avif = await timed(() => codec.run({ kind: 'avif', bytes: photo }));
  return { jpeg, all: jpeg + avif };
}

/** The least that can be done: one decode, then every file at once. */
async function bare(photo: Buffer): Promise<void> {
  const { data, info } = await sharp(photo, { autoOrient: true })
    .resize({ width: FULL_EDGE, height: FULL_EDGE, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  const files = (['avif', 'jpg'] as ImageFormat[])
    .flatMap((format) => imageFiles(info, format))
    .filter((file) => file.path !== MAX_PATH)
    .sort((a, b) => b.width - a.width);
  await Promise.all(
    files.map(({ width, height, format }) =>
      withFormat(
        sharp(data, { raw }).resize({ width, height, fit: 'fill' }),
        width,
        format,
      ).toBuffer(),
    ),
  );
}

/** 4000 × 3000: soft light, hard edges, stitches and sensor noise, about as heavy as a phone makes them. */
async function phonePhoto(): Promise<Buffer> {
  const size = { width: 4000, height: 3000 };
  const stitches = Array.from(
    { length: 120 },
    (_, i) =>
      `<rect x="${200 + i * 30}" y="${1400 + 300 * Math.sin(i / 9)}" width="18" height="7" fill="#f0e0c0"/>`,
  ).join('');
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">
    <defs><linearGradient id="light" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#e8d8b8"/><stop offset="1" stop-color="#6a4a30"/>
    </linearGradient></defs>
    <rect width="4000" height="3000" fill="url(#light)"/>
    <path d="M300 2200C700 900 1600 1500 2200 1300S3500 1200 3700 2300Z" fill="#7a3b1e"/>
    <circle cx="2900" cy="900" r="420" fill="#a01c1c"/>
    <path d="M0 2500L4000 2300V3000H0Z" fill="#403020"/>${stitches}</svg>`;
  const noise = await sharp({
    create: {
      ...size,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 9 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  const photo = await sharp(Buffer.from(drawing))
    .flatten()
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
  sharp.block({ operation: ['VipsForeignLoadSvg'] });
  return photo;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function metric(
  name: string,
  value: number,
  unit: string,
  budget: number | null,
  ceiling: number | null,
): Metric {
  const digits = unit === 'ratio' ? 2 : 0;
  const rounded = Number(value.toFixed(digits));
  return {
    metric: name,
    value: rounded,
    unit,
    budget,
    ok: budget === null || rounded <= budget,
    ceiling: ceiling === null ? null : Number(ceiling.toFixed(digits)),
  };
}

if (import.meta.main) for (const line of await benchPhoto()) console.log(JSON.stringify(line));
