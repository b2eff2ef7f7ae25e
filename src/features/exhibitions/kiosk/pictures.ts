import { pictureSizes, sizePath, type PictureSize } from '#src/domain/iiif.ts';
import { regionFiles } from '#src/domain/iiif-parts.ts';
import type { MediaView } from '#src/domain/media.ts';
import { paths } from '#src/paths.ts';
import type { StopPicture } from '../tours/views.ts';
import type { Said } from '../visiting/views.ts';
import type { KioskPicture } from './bundle.ts';

/** Pixels: a list's card, and a photograph that fills a screen. A JPEG of that size weighs twice as much as the AVIF. */
const SMALL_WIDTH = 320;
const LARGE_WIDTH = { avif: 1440, jpg: 960 };

function atLeast<T extends PictureSize>(sizes: readonly T[], width: number): T {
  return sizes.find((size) => size.width >= width) ?? sizes.at(-1)!;
}

export function kioskPicture(media: MediaView, caption: Said | null = null): KioskPicture {
  const base = paths.media(media.code, media.sha8);
  const format = media.avif ? 'avif' : 'jpg';
  const sizes = pictureSizes(media);
  const large = atLeast(sizes, LARGE_WIDTH[format]);
  return {
    small: `${base}/${sizePath(atLeast(sizes, SMALL_WIDTH), format)}`,
    large: `${base}/${sizePath(large, format)}`,
    width: large.width,
    height: large.height,
    colour: media.colour,
    alt: media.alt,
    caption,
  };
}

/** The part that a stop shows, or, until that is cut, the whole picture. */
export function stopPicture({ picture, region, cut }: StopPicture): KioskPicture {
  const whole = kioskPicture(picture);
  if (!region || !cut) return whole;
  const base = paths.media(picture.code, picture.sha8);
  const format = cut.avif ? 'avif' : 'jpg';
  const sizes = regionFiles(picture, region, format);
  const large = atLeast(sizes, LARGE_WIDTH[format]);
  return {
    ...whole,
    small: `${base}/${atLeast(sizes, SMALL_WIDTH).path}`,
    large: `${base}/${large.path}`,
    width: large.width,
    height: large.height,
  };
}
