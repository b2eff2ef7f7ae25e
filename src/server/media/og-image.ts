import type { Sharp } from 'sharp';

/** Where a photograph lies on the drawing, in pixels. */
export type PhotoBox = { left: number; top: number; width: number; height: number };

/** Shared links show it small; at this quality a card stays well below what messengers accept. */
const QUALITY = 82;

let loaded: Promise<typeof import('sharp')> | undefined;

/** Loaded with the first picture: a server whose pages nobody shares does without libvips. */
function library(): Promise<typeof import('sharp')> {
  loaded ??= import('sharp').then((module) => {
    // One thread and no cache: a card is drawn once in a while, beside pages that must not wait.
    module.default.concurrency(1);
    module.default.cache(false);
    return module;
  });
  return loaded;
}

/**
 * A drawing of ours as JPEG, with one of our own derivatives cropped into `box`. The drawing must hold no text elements:
 * a server may have no fonts. Throws when the photo cannot be decoded.
 */
export async function drawPicture(
  svg: string,
  photo?: { jpeg: Uint8Array; box: PhotoBox },
): Promise<Buffer> {
  const { default: sharp } = await library();
  let image: Sharp = sharp(Buffer.from(svg));
  if (photo) {
    const { left, top, width, height } = photo.box;
    const cropped = await sharp(photo.jpeg).resize(width, height, { fit: 'cover' }).toBuffer();
    image = image.composite([{ input: cropped, left, top }]);
  }
  return image.flatten({ background: '#f7f4ee' }).jpeg({ quality: QUALITY }).toBuffer();
}
