import sharp, { type Sharp } from 'sharp';
import {
  imageFiles,
  MAX_PATH,
  type ImageFile,
  type ImageFormat,
  type PictureSize,
  type Region,
} from '#src/domain/iiif.ts';
import { regionFiles, TILE_EDGE } from '#src/domain/iiif-parts.ts';
import { photoVerdict, VERDICT_EDGE, type Verdict } from '#src/domain/photo-verdict.ts';
import type { Derivative, Job, JobKind, JobValue, JpegPhase } from './codec-protocol.ts';
import { FULL_EDGE, MAX_PHOTO_PIXELS, PLAIN_EDGE } from './limits.ts';
import { unpackTiles } from './tiles.ts';

// The only file that knows sharp, and it runs in a process of its own (codec-main.ts). Whatever a sniffer may
// miss, libvips cannot open: every loader is blocked, then the three we take are let in, from memory alone.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// Each photo is seen once: a cache would only hold memory.
sharp.cache(false);

/** Upright sRGB pixels, three bytes each, of the largest derivative. */
type Pixels = PictureSize & { data: Buffer };

/** The file's own fault: it cannot be decoded strictly. */
export class DamagedPhoto extends Error {}

/** Does one job. Throws DamagedPhoto for a file that does not decode cleanly, anything else is a fault of ours. */
export async function runJob(job: Job): Promise<JobValue[JobKind]> {
  switch (job.kind) {
    case 'check':
      return check(job.bytes);
    case 'jpeg':
      return jpegPhase(await decode(job.bytes));
    case 'plain':
      return plain(job.bytes);
    case 'avif':
      return avifPhase(await decode(job.bytes));
    case 'crop':
      return { files: await cropRegion(await decode(job.bytes), job.region, job.format) };
    case 'tile':
      return cutTiles(job.bytes);
    case 'draw':
      return { bytes: await draw(job.bytes, job.format) };
  }
}

/** Decodes every pixel and keeps next to none: the upright size of a sound file. */
async function check(bytes: Uint8Array): Promise<PictureSize> {
  return strictly(async (failOn) => {
    const { width = 0, height = 0, autoOrient } = await open(bytes, failOn).metadata();
    await open(bytes, failOn).resize({ width: 64 }).raw().toBuffer();
    return { width: autoOrient.width || width, height: autoOrient.height || height };
  });
}

/** The one decode that all derivatives of a phase come from. */
async function decode(bytes: Uint8Array, edge = FULL_EDGE): Promise<Pixels> {
  return strictly(async (failOn) => {
    const upright = open(bytes, failOn).resize({
      width: edge,
      height: edge,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const { data, info } = await toSrgb(upright).raw().toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  });
}

/** The pixels made anew: what hid in the file (place, owner, anything behind them) is not carried on. */
async function plain(bytes: Uint8Array): Promise<JobValue['plain']> {
  const pixels = await decode(bytes, PLAIN_EDGE);
  const jpeg = await fromPixels(pixels).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
  return { bytes: jpeg, width: pixels.width, height: pixels.height };
}

type Strictness = 'warning' | 'error';

function open(bytes: Uint8Array, failOn: Strictness): Sharp {
  return sharp(bytes, {
    failOn,
    limitInputPixels: MAX_PHOTO_PIXELS,
    sequentialRead: true,
    autoOrient: true,
  });
}

/** An embedded profile (CMYK, Display P3 …) is applied and dropped, transparency becomes white, grey becomes RGB. */
function toSrgb(image: Sharp): Sharp {
  return image.flatten({ background: '#ffffff' }).toColourspace('srgb');
}

/**
 * Remarks of libjpeg on files that are whole: some phones write wrong scan parameters or padding between
 * segments. Every other remark ("premature end", "bad Huffman code") is damage.
 */
const HARMLESS_REMARKS =
  /Invalid SOS parameters for sequential JPEG|extraneous bytes before marker/;

async function strictly<T>(work: (failOn: Strictness) => Promise<T>): Promise<T> {
  try {
    return await work('warning');
  } catch (error) {
    if (!HARMLESS_REMARKS.test(String(error))) throw damaged(error);
  }
  return work('error').catch((error: unknown) => {
    throw damaged(error);
  });
}

function damaged(error: unknown): DamagedPhoto {
  return new DamagedPhoto(error instanceof Error ? error.message : String(error));
}

async function jpegPhase(pixels: Pixels): Promise<JpegPhase> {
  const [files, colour, verdict] = await Promise.all([
    encodeAll(pixels, 'jpg'),
    averageColour(pixels),
    judge(pixels),
  ]);
  return { width: pixels.width, height: pixels.height, colour, verdict, files };
}

async function avifPhase(pixels: Pixels): Promise<JobValue['avif']> {
  const files = await encodeAll(pixels, 'avif');
  return { width: pixels.width, height: pixels.height, files };
}

/**
 * Every file of one format, largest first: it takes as long as all others together, which fill the
 * other core meanwhile. `max` is not stored a second time: the serving route knows it by its size.
 */
async function encodeAll(pixels: Pixels, format: ImageFormat): Promise<Derivative[]> {
  const files = imageFiles(pixels, format).filter((file) => file.path !== MAX_PATH);
  files.sort((a, b) => b.width - a.width);
  return Promise.all(files.map((file) => encode(pixels, file)));
}

async function encode(pixels: Pixels, file: ImageFile): Promise<Derivative> {
  const { width, height, format, path } = file;
  const scaled = fromPixels(pixels).resize({ width, height, fit: 'fill' });
  const bytes = await withFormat(scaled, width, format).toBuffer();
  return { path, contentType: CONTENT_TYPES[format], bytes };
}

const CONTENT_TYPES: Record<ImageFormat, string> = { jpg: 'image/jpeg', avif: 'image/avif' };

/** From this width on, AVIF artefacts are too small to see and the bytes are many. */
const LARGE_WIDTH = 1440;

/**
 * The encoders' settings, exported for the benchmark's bare counterpart. `optimiseScans` would add half the time for
 * three per cent of bytes; AVIF's default effort costs 6 to 16 times the time of effort 2.
 */
export function withFormat(image: Sharp, width: number, format: ImageFormat): Sharp {
  if (format === 'jpg')
    return image.jpeg({
      quality: 74,
      mozjpeg: true,
      optimiseScans: false,
      progressive: true,
    });
  return image.avif({
    quality: width >= LARGE_WIDTH ? 50 : 55,
    effort: 2,
    chromaSubsampling: '4:2:0',
  });
}

function fromPixels(pixels: Pixels): Sharp {
  return sharp(pixels.data, {
    raw: { width: pixels.width, height: pixels.height, channels: 3 },
  });
}

/** #rrggbb of the whole picture, averaged over a 16 × 16 reduction. */
async function averageColour(pixels: Pixels): Promise<string> {
  const cells = await fromPixels(pixels)
    .resize({ width: 16, height: 16, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  const mean = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let at = channel; at < cells.length; at += 3) sum += cells[at] ?? 0;
    return Math.round((sum * 3) / cells.length);
  });
  return `#${mean.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Advice on the light and the sharpness, from the same grey pixels that the phone looks at. */
async function judge(pixels: Pixels): Promise<Verdict> {
  const { data, info } = await fromPixels(pixels)
    .resize({ width: VERDICT_EDGE, height: VERDICT_EDGE, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return photoVerdict(data, info.width, info.height);
}

/** A part of the picture for a tour stop, at every width up to its own. Throws RangeError when it leaves the picture. */
async function cropRegion(
  pixels: Pixels,
  region: Region,
  format: ImageFormat,
): Promise<Derivative[]> {
  const files = regionFiles(pixels, region, format);
  const { x, y, width, height } = region;
  const data = await fromPixels(pixels)
    .extract({ left: x, top: y, width, height })
    .raw()
    .toBuffer();
  return Promise.all(files.map((file) => encode({ data, width, height }, file)));
}

const TILE_QUALITY = 78;

/** The upright original in tiles, from full size down to one file. */
async function cutTiles(bytes: Uint8Array): Promise<JobValue['tile']> {
  return strictly(async (failOn) => {
    // `tile` comes after `jpeg`: the later of the two says what is written.
    const { data, info } = await toSrgb(open(bytes, failOn))
      .jpeg({ quality: TILE_QUALITY })
      .tile({ size: TILE_EDGE, layout: 'iiif3', container: 'zip' })
      .toBuffer({ resolveWithObject: true });
    return unpackTiles(data, info);
  });
}

const SVG_LOADER = { operation: ['VipsForeignLoadSvgBuffer'] };

/**
 * Turns an SVG that we wrote (a card for sharing) into pixels, at its own size. Letters must be paths: there are
 * no fonts in this process. The loader is open for this one job, and no other job runs beside it.
 */
async function draw(svg: Uint8Array, format: 'png' | 'jpg'): Promise<Uint8Array> {
  sharp.unblock(SVG_LOADER);
  try {
    const image = sharp(svg, { limitInputPixels: FULL_EDGE * FULL_EDGE });
    return await (
      format === 'png' ? image.png() : withFormat(image.flatten(), 0, 'jpg')
    ).toBuffer();
  } finally {
    sharp.block(SVG_LOADER);
  }
}
