import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { imageFiles, MAX_PATH, type PictureSize } from '#src/domain/iiif.ts';
import type { Answer, Derivative, JpegPhase, Question } from '#src/server/media/codec-protocol.ts';
import { FULL_EDGE } from '#src/server/media/limits.ts';

// The demo's codec process, forked by startCodec in place of the site's own: a compact AVIF of the repository becomes
// the original that a phone would have sent and the files that the site would have made of it, under the same names.
// All come from one decode, and mozJPEG does not search for the best quantisation: a third of the time for a tenth
// more bytes, in files that browsers stop asking for as soon as the worker has made the AVIF.

const DERIVATIVE: JpegOptions = {
  quality: 74,
  progressive: true,
  optimiseCoding: true,
  quantisationTable: 3,
};

/** The source has less in it than this keeps. The size matters more: half a thousand of them lie on the disk. */
const ORIGINAL: JpegOptions = { quality: 88, optimiseCoding: false };

/** Bytes of RGB, row by row. */
type Pixels = PictureSize & { data: Buffer };

// Two of these processes run side by side; more threads in each would only wait for each other.
sharp.concurrency(1);
sharp.cache(false);

process.on('disconnect', () => process.exit(0));
process.on('message', (question: Question) => {
  void answer(question).then((message) => process.send?.(message));
});

async function answer({ id, job }: Question): Promise<Answer> {
  try {
    const value = await derive(job.bytes);
    return { id, memoryBytes: process.memoryUsage.rss(), ok: true, value };
  } catch (error) {
    const memoryBytes = process.memoryUsage.rss();
    return { id, memoryBytes, ok: false, reason: 'crashed', message: String(error) };
  }
}

/** The original comes first of the files. No verdict: there is no photographer to advise. */
async function derive(avif: Uint8Array): Promise<Omit<JpegPhase, 'verdict'> & { verdict: null }> {
  const box = {
    width: FULL_EDGE,
    height: FULL_EDGE,
    fit: 'inside',
    withoutEnlargement: true,
  } as const;
  const full = await pixelsOf(sharp(avif).resize(box).toColourspace('srgb').removeAlpha());
  const original = await encode(full, 'original', ORIGINAL);
  const files = [original];
  let smallest = full;
  const wanted = imageFiles(full, 'jpg').filter(({ path }) => path !== MAX_PATH);
  for (const { width, height, path } of wanted.toSorted((a, b) => b.width - a.width)) {
    const from = enoughFor(width, smallest, full);
    const scaled = width === full.width ? full : await scale(from, { width, height });
    files.push(await encode(scaled, path, DERIVATIVE));
    smallest = scaled;
  }
  return {
    width: full.width,
    height: full.height,
    colour: average(smallest),
    verdict: null,
    files,
  };
}

/** A picture twice as wide is as good a start as the whole one, and four times quicker. */
function enoughFor(width: number, smaller: Pixels, full: Pixels): Pixels {
  return smaller.width >= 2 * width ? smaller : full;
}

const open = ({ data, width, height }: Pixels) =>
  sharp(data, { raw: { width, height, channels: 3 } });

const scale = (from: Pixels, { width, height }: PictureSize) =>
  pixelsOf(open(from).resize({ width, height, fit: 'fill' }));

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function encode(pixels: Pixels, path: string, options: JpegOptions): Promise<Derivative> {
  return { path, contentType: 'image/jpeg', bytes: await open(pixels).jpeg(options).toBuffer() };
}

/** #rrggbb of the whole picture. */
function average({ data }: Pixels): string {
  const sums = [0, 0, 0];
  for (let at = 0; at < data.length; at += 1) sums[at % 3]! += data[at]!;
  const mean = sums.map((sum) => Math.round((sum * 3) / data.length));
  return `#${mean.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
