import { UPLOAD_LIMIT_BYTES } from '#src/config.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { ascii } from './sniff-header.ts';
import { foreignKind, holdsSomethingElse } from './sniff-foreign.ts';
import { readJpegHeader } from './sniff-jpeg.ts';
import { readPngHeader } from './sniff-png.ts';
import { readWebpHeader } from './sniff-webp.ts';
import { MAX_PHOTO_EDGE, MAX_PHOTO_PIXELS } from './limits.ts';

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/** Type by content and size in pixels as stored, before the orientation flag is applied. */
export type Sniffed = { type: PhotoType; width: number; height: number };

/**
 * Says what a file is by its bytes, never by its name, without decoding a pixel: bombs are refused here.
 * A file that passes may still be damaged further in; only the codec's strict decode tells.
 */
export function sniffPhoto(bytes: Uint8Array): Result<Sniffed> {
  if (bytes.length === 0) return fail('photo_empty');
  if (bytes.length > UPLOAD_LIMIT_BYTES) return fail('photo_too_large');
  const type = photoType(bytes);
  if (!type) return fail(foreignKind(bytes));
  const header = READERS[type](bytes);
  if (typeof header === 'string') return fail(header);
  if (header.width === 0 || header.height === 0) return fail('photo_damaged');
  const pixels = header.width * header.height;
  if (pixels > MAX_PHOTO_PIXELS || Math.max(header.width, header.height) > MAX_PHOTO_EDGE)
    return fail('photo_too_many_pixels');
  if (holdsSomethingElse(bytes)) return fail('photo_mixed');
  return ok({ type, width: header.width, height: header.height });
}

const READERS = {
  'image/jpeg': readJpegHeader,
  'image/png': readPngHeader,
  'image/webp': readWebpHeader,
} as const;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function photoType(bytes: Uint8Array): PhotoType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return null;
}
