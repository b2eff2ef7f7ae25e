import { ascii, type Header } from './sniff-header.ts';

const FIRST_CHUNK = 8;
const CHUNK_OVERHEAD = 12; // length, name, checksum
const MAX_DIMENSION = 0x7fffffff;

/** Bit depths that the PNG standard allows for each colour type. */
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Reads a PNG's IHDR and walks its chunk list: animation and a cut-off end show without decompressing. */
export function readPngHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FIRST_CHUNK + CHUNK_OVERHEAD + 13) return 'photo_damaged';
  if (view.getUint32(FIRST_CHUNK) !== 13 || ascii(bytes, FIRST_CHUNK + 4, 4) !== 'IHDR')
    return 'photo_damaged';
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const depths = DEPTHS[bytes[25] ?? -1];
  if (!depths?.includes(bytes[24] ?? 0)) return 'photo_damaged';
  if (width > MAX_DIMENSION || height > MAX_DIMENSION) return 'photo_damaged';
  return walkChunks(bytes, view) ?? { width, height };
}

/** Null when every chunk up to IEND lies inside the file and none starts an animation. */
function walkChunks(bytes: Uint8Array, view: DataView): 'photo_damaged' | 'photo_animated' | null {
  let at = FIRST_CHUNK;
  while (at + CHUNK_OVERHEAD <= bytes.length) {
    const name = ascii(bytes, at + 4, 4);
    if (name === 'acTL') return 'photo_animated';
    if (name === 'IEND') return null;
    at += CHUNK_OVERHEAD + view.getUint32(at);
  }
  return 'photo_damaged';
}
