import type { ErrorCode } from '#src/domain/error-codes.ts';
import { ascii } from './sniff-header.ts';

const HEIC_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|hevm|hevs|mif1|msf1)$/;

/** Starts of picture files that are pictures all right, but of a kind this site does not take. */
const OTHER_PICTURES = [
  /^GIF8[79]a/,
  /^BM.{4}\0{4}/s, // two letters are too few: a text may begin with them
  /^II\*\0|^MM\0\*/, // TIFF and the raw files of most cameras
  /^8BPS/,
  /^\xff\x0a|^\0\0\0\x0cJXL /,
  /^\0\0\0\x0cjP /,
  /^\0\0\x01\0/,
  /^FUJIFILMCCD-RAW/,
];

/** Why a file that is neither JPEG, PNG nor WebP is refused: HEIC and other pictures get their own sentence. */
export function foreignKind(bytes: Uint8Array): ErrorCode {
  const start = ascii(bytes, 0, 16);
  if (start.slice(4, 8) === 'ftyp') {
    const brand = start.slice(8, 12);
    if (HEIC_BRANDS.test(brand)) return 'photo_heic';
    if (brand === 'avif' || brand === 'avis' || brand === 'crx ') return 'photo_kind';
    return 'photo_not_an_image';
  }
  if (OTHER_PICTURES.some((signature) => signature.test(start))) return 'photo_kind';
  return 'photo_not_an_image';
}

/**
 * True when a picture is also something a browser, an archiver or a server might run: script text
 * anywhere, a PDF header near the start, a ZIP directory at the end. Re-encoding would drop all of it
 * from what is served, but the original is kept, and nobody's camera writes such files.
 */
export function holdsSomethingElse(bytes: Uint8Array): boolean {
  return holdsScript(bytes) || holdsPdfHeader(bytes) || holdsZipDirectory(bytes);
}

/** The same question for a PDF, which begins with its own header. */
export function holdsScriptOrArchive(bytes: Uint8Array): boolean {
  return holdsScript(bytes) || holdsZipDirectory(bytes);
}

const SCRIPT_STARTS = ['<script', '<?php', '<!doctype html', '<iframe', '__halt_compiler'];
const LONGEST_START = Math.max(...SCRIPT_STARTS.map((start) => start.length));

/** Searches without copying the file into a string: a candidate is looked at only where `<` or `__` stands. */
function holdsScript(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['<', '__'].some((opener) => {
    for (let at = buffer.indexOf(opener); at !== -1; at = buffer.indexOf(opener, at + 1)) {
      const text = buffer.toString('latin1', at, at + LONGEST_START).toLowerCase();
      if (SCRIPT_STARTS.some((start) => text.startsWith(start))) return true;
    }
    return false;
  });
}

/** Readers accept `%PDF-` anywhere in the first 1024 bytes. */
function holdsPdfHeader(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 1024).includes('%PDF-');
}

const ZIP_END_LENGTH = 22;
const MAX_ZIP_COMMENT = 0xffff;

/** A ZIP is found from its end: a directory record whose comment runs exactly to the last byte. */
function holdsZipDirectory(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - ZIP_END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_ZIP_COMMENT; at -= 1) {
    if (view.getUint32(at) === 0x504b0506 && view.getUint16(at + 20, true) === last - at)
      return true;
  }
  return false;
}
