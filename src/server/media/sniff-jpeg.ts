import type { Header } from './sniff-header.ts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Baseline, extended and progressive Huffman: what phones write and libjpeg reads. */
const READABLE_FRAMES = new Set([0xc0, 0xc1, 0xc2]);

/** Lossless, hierarchical and arithmetic frames; 0xc4, 0xc8 and 0xcc are tables, not frames. */
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Walks a JPEG's segments up to its frame header. A thumbnail inside EXIF is skipped with its segment. */
export function readJpegHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'photo_damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return 'photo_damaged';
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2; // markers without a body
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return 'photo_damaged';
    if (OTHER_FRAMES.has(marker)) return 'photo_kind';
    if (READABLE_FRAMES.has(marker)) return readFrame(view, at + 4, length - 2);
    at += 2 + length;
  }
  return 'photo_damaged';
}

/** A frame body: precision, height, width, number of components. */
function readFrame(view: DataView, at: number, length: number): Header {
  if (length < 6) return 'photo_damaged';
  if (view.getUint8(at) !== 8) return 'photo_kind';
  return { width: view.getUint16(at + 3), height: view.getUint16(at + 1) };
}
