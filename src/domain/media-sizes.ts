/** Widths in pixels of the derivatives a page may choose from; a picture is never enlarged to reach one. */
export const MEDIA_WIDTHS = [320, 640, 960, 1440, 2048] as const;

/** Longest edge in pixels of the largest derivative. */
export const FULL_EDGE = 2048;

/** Width in pixels of the small square-ish picture beside a name in lists and viewers. */
export const THUMB_WIDTH = 90;

export type Size = { width: number; height: number };

/** The largest derivative of an upright picture: fitted inside FULL_EDGE × FULL_EDGE, rounded, at least 1 × 1. */
export function fullSize(width: number, height: number): Size {
  const scale = Math.min(1, FULL_EDGE / Math.max(width, height));
  return { width: atLeastOne(width * scale), height: atLeastOne(height * scale) };
}

/**
 * Every size that exists for a picture whose largest derivative is `width` × `height`, smallest first,
 * the largest last. File names and `srcset` both come from here, so they cannot disagree on rounding.
 */
export function derivativeSizes(width: number, height: number): Size[] {
  const smaller = MEDIA_WIDTHS.filter((step) => step < width).map((step) => ({
    width: step,
    height: atLeastOne((step * height) / width),
  }));
  return [...smaller, { width, height }];
}

/** Size of the thumbnail; a picture narrower than it stays as it is. */
export function thumbSize(width: number, height: number): Size {
  const thumb = Math.min(THUMB_WIDTH, width);
  return { width: thumb, height: atLeastOne((thumb * height) / width) };
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
