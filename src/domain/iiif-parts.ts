import {
  pictureSizes,
  regionPath,
  type ImageFile,
  type ImageFormat,
  type PictureSize,
  type Region,
} from './iiif.ts';

/** Whether a region lies inside its picture; both in pixels of the largest derivative. */
export function liesInside(full: PictureSize, { x, y, width, height }: Region): boolean {
  return x >= 0 && y >= 0 && x + width <= full.width && y + height <= full.height;
}

/** Every file of a region in one format, narrow to wide, ending with the region at its own size. Throws when it leaves the picture. */
export function regionFiles(full: PictureSize, region: Region, format: ImageFormat): ImageFile[] {
  const { width, height } = region;
  return pictureSizes({ width, height }).map((size) => ({
    ...size,
    format,
    path: regionPath(full, region, size, format),
  }));
}

/** What `<picture>` needs of a region that was cut; `base` is the folder's URL of its picture. `src` is at least `width` wide, if any is. */
export function regionSources(
  base: string,
  full: PictureSize,
  region: Region,
  { avif, width, widthMax = Infinity }: { avif: boolean; width: number; widthMax?: number },
): { avif: string | null; jpg: string; src: string } {
  const list = (format: ImageFormat) =>
    regionFiles(full, region, format)
      .filter((file, n) => n === 0 || file.width <= widthMax)
      .map((file) => `${base}/${file.path} ${file.width}w`)
      .join(', ');
  const files = regionFiles(full, region, 'jpg');
  const plain = files.find((file) => file.width >= width) ?? files.at(-1)!;
  return { avif: avif ? list('avif') : null, jpg: list('jpg'), src: `${base}/${plain.path}` };
}

/** A picture that may be looked into as deep as its original goes has a second service below its folder. */
export const DEEP_FOLDER = 'deep';
/** Pixels of a tile's edge. */
export const TILE_EDGE = 512;

/** By how much the levels of tiles are reduced: 1, 2, 4 … until the whole picture fits into one tile. */
export function scaleFactors({ width, height }: PictureSize): number[] {
  const factors = [1];
  while (Math.max(width, height) / factors.at(-1)! > TILE_EDGE) factors.push(factors.at(-1)! * 2);
  return factors;
}

/**
 * `info.json` of the second service. `id`: its absolute address without a slash at the end. `original` has the pixels of the
 * tiles, `largest` those of the largest derivative, which is what `full/max` gives; `whole` is the smallest level, one file.
 */
export function tileInformation(
  id: string,
  original: PictureSize,
  largest: PictureSize,
  whole: PictureSize,
) {
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    width: original.width,
    height: original.height,
    maxWidth: largest.width,
    maxHeight: largest.height,
    sizes: [whole],
    tiles: [{ width: TILE_EDGE, height: TILE_EDGE, scaleFactors: scaleFactors(original) }],
  } as const;
}
