import { inflateSync } from 'node:zlib';

/** The file cannot be followed far enough to be trusted. */
export class PdfTrouble extends Error {}

/** One object's own words, up to its end or to its stream; `streamAt` is where the stream's bytes begin. */
export type Region = { text: string; streamAt: number | null };

/** So many times the file's size may be read over before the file is called unreadable. */
const PATIENCE = 12;

/**
 * Every place where a reader may begin to read an object: after the word `obj` or `trailer`, wherever it stands, even
 * inside of what looks like a stream or a text, because a reader goes where the table of objects sends it.
 */
export function* regionsOf(text: string): Generator<Region> {
  let work = 0;
  for (const start of text.matchAll(/(?<!end)obj|trailer/g)) {
    const region = regionFrom(text, start.index + start[0].length);
    work += region.text.length;
    if (work > PATIENCE * text.length + 4096)
      throw new PdfTrouble('too many objects inside objects');
    yield region;
  }
}

const CLOSERS = /[(%]|endobj|stream|startxref/g;

/** Texts and remarks are stepped over, so that words inside of them end nothing; their names still count. */
function regionFrom(text: string, start: number): Region {
  let at = start;
  for (;;) {
    CLOSERS.lastIndex = at;
    const found = CLOSERS.exec(text);
    if (!found) return { text: text.slice(start), streamAt: null };
    if (found[0] === '(') at = afterString(text, found.index);
    else if (found[0] === '%') at = afterRemark(text, found.index);
    else if (found[0] === 'stream')
      return { text: text.slice(start, found.index), streamAt: afterEol(text, CLOSERS.lastIndex) };
    else return { text: text.slice(start, found.index), streamAt: null };
  }
}

function afterString(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function afterRemark(text: string, open: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = open;
  return end.exec(text)?.index ?? text.length;
}

function afterEol(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at;
}

/** The names of a piece of PDF as a reader reads them, wherever they stand. */
export function namesIn(part: string): string[] {
  return [...part.matchAll(/\/([^\s\0()<>[\]{}/%]+)/g)].map(([, name]) =>
    name!.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}

/**
 * The text of the objects packed into a stream, null when it is no such stream. A reader finds them by the table and
 * may not ask for `/Type`, so `/N` with `/First` count too. Packed in any but the usual way, they are not followed. `most`
 * is what may still be unpacked of the whole file: many small bombs are one.
 */
export function packedObjects(bytes: Uint8Array, region: Region, most: number): string | null {
  if (region.streamAt === null) return null;
  const names = namesIn(region.text);
  if (!names.includes('ObjStm') && !(names.includes('First') && names.includes('N'))) return null;
  // No two parts in a row may take the same signs: blanks without end would be tried in every way to share them.
  const plain = /\/Filter\s*(?:\[\s*)?\/FlateDecode\s*(?:\]\s*)?(?:\/|>>)/.test(region.text);
  if (!plain || names.includes('DecodeParms') || names.includes('F'))
    throw new PdfTrouble('objects packed in an unusual way');
  try {
    return inflateSync(bytes.subarray(region.streamAt), {
      maxOutputLength: Math.max(1, most),
    }).toString('latin1');
  } catch (error) {
    throw new PdfTrouble(String(error));
  }
}
