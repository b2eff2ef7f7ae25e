import type { MediaView } from './media.ts';

/**
 * The files of one picture as a IIIF Image API 3 service of compliance level 0: every size is a file that was made
 * beforehand, named as a viewer asks for it. Widths and heights are pixels of the upright picture.
 */
export type PictureSize = { width: number; height: number };

/** Widths that are made of each picture, when it is that wide: none is ever enlarged. */
export const DERIVATIVE_WIDTHS = [320, 640, 960, 1440, 2048] as const;

/** What old viewers ask for as a thumbnail, by width alone. */
export const THUMBNAIL_WIDTH = 90;

export type ImageFormat = 'jpg' | 'avif';

/** One file to make and store; `path` is relative to the picture's own folder. */
export type ImageFile = PictureSize & { path: string; format: ImageFormat };

/** A region of the picture: left, top, width, height in pixels. */
export type Region = PictureSize & { x: number; y: number };

function checked({ width, height }: PictureSize): PictureSize {
  if (![width, height].every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new RangeError(`not a picture: ${width} × ${height}`);
  }
  return { width, height };
}

/** The picture at another width. The height is rounded to the nearest pixel as validators expect, and never 0. */
export function scaledTo(full: PictureSize, width: number): PictureSize {
  const { width: w, height: h } = checked(full);
  return { width, height: Math.max(1, Math.round((h * width) / w)) };
}

/** Each size that exists, narrow to wide, ending with the full picture; the full size is not repeated. */
export function pictureSizes(full: PictureSize): PictureSize[] {
  const narrower = DERIVATIVE_WIDTHS.filter((width) => width < full.width);
  return [...narrower.map((width) => scaledTo(full, width)), checked(full)];
}

/** `full/{w},{h}/0/default.{format}`: the canonical name of a whole picture at a size. */
export function sizePath({ width, height }: PictureSize, format: ImageFormat): string {
  return `full/${width},${height}/0/default.${format}`;
}

/** `full/max/0/default.jpg`: the full picture under the name that every viewer knows. */
export const MAX_PATH = 'full/max/0/default.jpg';
/** `full/90,/0/default.jpg`, made when the picture is at least that wide. */
export const THUMBNAIL_PATH = `full/${THUMBNAIL_WIDTH},/0/default.jpg`;

/** `{x},{y},{w},{h}/{w},{h}/0/default.{format}`: a detail, for tour stops. Throws when it leaves the picture. */
export function regionPath(
  full: PictureSize,
  region: Region,
  out: PictureSize,
  format: ImageFormat,
): string {
  const { width, height } = checked(region);
  const inside =
    region.x >= 0 &&
    region.y >= 0 &&
    region.x + width <= full.width &&
    region.y + height <= full.height;
  const whole = Number.isSafeInteger(region.x) && Number.isSafeInteger(region.y);
  if (!inside || !whole || checked(out).width > width || out.height > height) {
    throw new RangeError('a region lies inside its picture and is not enlarged');
  }
  return `${region.x},${region.y},${width},${height}/${out.width},${out.height}/0/default.${format}`;
}

/** Every file of a picture in one format. JPEG has the thumbnail and `max` besides; AVIF is the sizes alone. */
export function imageFiles(full: PictureSize, format: ImageFormat): ImageFile[] {
  const sizes = pictureSizes(full).map((size) => ({
    ...size,
    path: sizePath(size, format),
    format,
  }));
  if (format === 'avif') return sizes;
  const extra: ImageFile[] = [{ ...checked(full), path: MAX_PATH, format }];
  if (full.width >= THUMBNAIL_WIDTH) {
    extra.unshift({ ...scaledTo(full, THUMBNAIL_WIDTH), path: THUMBNAIL_PATH, format });
  }
  return [...sizes, ...extra];
}

const FILE =
  /^(?:deep\/)?(?:full\/(?:max|\d{1,5},\d{0,5})|\d{1,5},\d{1,5},\d{1,5},\d{1,5}\/\d{1,5},\d{1,5})\/0\/default\.(?:jpg|avif)$/;

/** Whether a path below a picture's folder can be one of ours, `deep/` for its tiles: the door of the route that serves them. */
export function isImagePath(path: string): boolean {
  return path === 'info.json' || path === 'deep/info.json' || FILE.test(path);
}

/** `{code}-{sha8}`, the picture's name in the URL, taken apart; null when it cannot be one. */
export function parsePictureName(name: string): { code: string; sha8: string } | null {
  const match = /^([0-9a-hjkmnp-tv-z]{10})-([0-9a-f]{8})$/.exec(name);
  return match ? { code: match[1] ?? '', sha8: match[2] ?? '' } : null;
}

/**
 * The content of `info.json`. `id` is the absolute address of the picture's folder, without a slash at the end.
 * AVIF is named only once its files exist: a level-0 service must not promise a file that is not there.
 */
export function imageInformation(id: string, full: PictureSize, made: { avif: boolean }) {
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    ...checked(full),
    sizes: pictureSizes(full),
    preferredFormats: made.avif ? ['avif', 'jpg'] : ['jpg'],
    ...(made.avif ? { extraFormats: ['avif'] } : {}),
  } as const;
}

/** `srcset` of a picture: every size up to `widthMax` (the smallest always), by width. `base` is its folder's URL. */
export function srcset(
  base: string,
  full: PictureSize,
  format: ImageFormat,
  widthMax = Infinity,
): string {
  return pictureSizes(full)
    .filter((size, index) => index === 0 || size.width <= widthMax)
    .map((size) => `${base}/${sizePath(size, format)} ${size.width}w`)
    .join(', ');
}

/** The JPEG for `src`: the smallest that is at least `width` wide, else the full picture. */
export function fallbackSource(base: string, full: PictureSize, width: number): string {
  const sizes = pictureSizes(full);
  const size = sizes.find((s) => s.width >= width) ?? checked(full);
  return `${base}/${sizePath(size, 'jpg')}`;
}

/** What `<picture>` needs of a stored picture; `avif` is null until those files exist. */
export function pictureSources(
  base: string,
  media: Pick<MediaView, 'width' | 'height' | 'avif'>,
  options: { width: number; widthMax?: number },
): { avif: string | null; jpg: string; src: string } {
  return {
    avif: media.avif ? srcset(base, media, 'avif', options.widthMax) : null,
    jpg: srcset(base, media, 'jpg', options.widthMax),
    src: fallbackSource(base, media, options.width),
  };
}
