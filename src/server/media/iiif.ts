import { createHash } from 'node:crypto';
import { derivativeSizes, type Size } from '#src/domain/media-sizes.ts';
import { PIPELINE_VERSION } from './limits.ts';

/**
 * Names of the files of one picture, which are a IIIF Image API 3 level-0 service: in the bucket under
 * `{code}-{sha8}/…`, on the web under `/iiif/3/{code}-{sha8}/…`.
 */
export const FORMATS = ['jpg', 'avif'] as const;
export type Format = (typeof FORMATS)[number];

export const INFO_NAME = 'info.json';
export const THUMB_NAME = 'full/90,/0/default.jpg';

/** A part of the picture in pixels of its largest derivative, and the width in pixels it is wanted in. */
export type Region = { x: number; y: number; width: number; height: number; targetWidth: number };

export function derivativeName(size: Size, format: Format): string {
  return `full/${size.width},${size.height}/0/default.${format}`;
}

export function regionName(region: Region, format: Format): string {
  const { x, y, width, height } = region;
  const size = regionSize(region);
  return `${x},${y},${width},${height}/${size.width},${size.height}/0/default.${format}`;
}

/** Size in pixels of a region's file; never larger than the region itself. */
export function regionSize({ width, height, targetWidth }: Region): Size {
  const scaled = Math.min(targetWidth, width);
  return { width: scaled, height: Math.max(1, Math.round((scaled * height) / width)) };
}

/** Folder of a picture in the bucket, and its name on the web. */
export function mediaFolder(code: string, sha8: string): string {
  return `${code}-${sha8}`;
}

/** Hex SHA-256 of the original: two uploads of the same bytes are the same picture. */
export function sha256(original: Uint8Array): string {
  return createHash('sha256').update(original).digest('hex');
}

/** Eight hex digits that change with the original and with the pipeline, so that an address never changes its pixels. */
export function sha8(originalSha256: string): string {
  return createHash('sha256')
    .update(`${originalSha256}:${PIPELINE_VERSION}`)
    .digest('hex')
    .slice(0, 8);
}

/** What the IIIF service says of itself, without its `id`: the address is the site's to know. */
export function serviceDescription(
  full: Size,
  formats: readonly Format[],
): Record<string, unknown> {
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    width: full.width,
    height: full.height,
    sizes: derivativeSizes(full.width, full.height),
    ...(formats.includes('avif') && { extraFormats: ['avif'], preferredFormats: ['avif', 'jpg'] }),
  };
}

/** A file of a picture as an address asks for it. `max` names the largest derivative, whose size only info.json knows. */
export type Asked = { folder: string; name: string; max: Format | null };

const CODE = '[0-9a-hjkmnp-tv-z]{10}-[0-9a-f]{8}';
const N = '(?:0|[1-9]\\d{0,4})';
const ADDRESS = new RegExp(
  `^(${CODE})/(info\\.json|full/90,/0/default\\.jpg|(?:full|${N},${N},${N},${N})/${N},${N}/0/default\\.(?:jpg|avif)|full/max/0/default\\.(?:jpg|avif))$`,
);

/** Reads what follows `/iiif/3/`, undecoded. Null for anything that is not exactly one of our files. */
export function readAddress(path: string): Asked | null {
  const match = ADDRESS.exec(path);
  const [, folder, name] = match ?? [];
  if (!folder || !name) return null;
  const max = name.startsWith('full/max/') ? (name.endsWith('.avif') ? 'avif' : 'jpg') : null;
  return { folder, name, max };
}

/** True for a picture's bare address, which answers with a redirect to its info.json. */
export function isServiceAddress(path: string): boolean {
  return new RegExp(`^${CODE}$`).test(path);
}
