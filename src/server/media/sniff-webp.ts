import { ascii, type Header } from './sniff-header.ts';

const FIRST_CHUNK = 12;
const ANIMATION_FLAG = 0x02;

/** Reads a WebP's first chunk (lossy, lossless or extended) and walks the rest: frames mean animation. */
export function readWebpHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30) return 'photo_damaged';
  const end = view.getUint32(4, true) + 8;
  if (end > bytes.length) return 'photo_damaged';
  const kind = ascii(bytes, FIRST_CHUNK, 4);
  if (kind === 'VP8 ') return readLossy(bytes, view);
  if (kind === 'VP8L') return readLossless(bytes, view);
  if (kind === 'VP8X') return readExtended(bytes, view, end);
  return 'photo_damaged';
}

/** VP8: a key frame's start code, then 14 bits of width and of height. */
function readLossy(bytes: Uint8Array, view: DataView): Header {
  if (bytes[23] !== 0x9d || bytes[24] !== 0x01 || bytes[25] !== 0x2a) return 'photo_damaged';
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** VP8L: a signature byte, then width - 1 and height - 1 in 14 bits each. */
function readLossless(bytes: Uint8Array, view: DataView): Header {
  if (bytes[20] !== 0x2f) return 'photo_damaged';
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** VP8X: flags, then width - 1 and height - 1 of the canvas in 24 bits each. */
function readExtended(bytes: Uint8Array, view: DataView, end: number): Header {
  if (((bytes[20] ?? 0) & ANIMATION_FLAG) !== 0) return 'photo_animated';
  for (let at = FIRST_CHUNK; at + 8 <= end;) {
    if (ascii(bytes, at, 4) === 'ANMF') return 'photo_animated';
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}
