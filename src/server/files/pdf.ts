import { fail, ok, type Result } from '#src/domain/result.ts';
import { holdsScriptOrArchive } from '../media/sniff-foreign.ts';
import { MAX_INFLATED_BYTES, MAX_PDF_BYTES } from './limits.ts';
import { namesIn, packedObjects, PdfTrouble, regionsOf } from './pdf-objects.ts';

/** `pages` is null when the file does not say it plainly. */
export type SniffedPdf = { pages: number | null };

/** Whatever acts by itself, carries another file along, or is a form in another language. */
const ACTIVE = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'AA',
  'XFA',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Movie',
  'Rendition',
]);

const MOST_PAGES = 2000;
const TAIL_BYTES = 2048;

/** True when the bytes say that they are a PDF, wherever a reader would still believe them. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Says whether a PDF is whole, plain and passive, without drawing it. Names are read as a reader reads them (`#4a` is
 * `J`), in every object of the file and in those packed into object streams.
 */
export function sniffPdf(bytes: Uint8Array): Result<SniffedPdf> {
  if (bytes.length > MAX_PDF_BYTES) return fail('file_too_large');
  if (!/^%PDF-(1\.\d|2\.0)[\r\n\s]/.test(latin(bytes.subarray(0, 16)))) return fail('file_mixed');
  if (!endsWhole(bytes)) return fail('file_damaged');
  if (holdsScriptOrArchive(bytes)) return fail('file_mixed');
  try {
    return judge(bytes);
  } catch (error) {
    if (error instanceof PdfTrouble) return fail('file_damaged');
    throw error;
  }
}

function judge(bytes: Uint8Array): Result<SniffedPdf> {
  const text = latin(bytes);
  let pages = 0;
  let left = MAX_INFLATED_BYTES;
  for (const region of regionsOf(text)) {
    const packed = packedObjects(bytes, region, left);
    left -= packed?.length ?? 0;
    for (const part of packed === null ? [region.text] : [region.text, packed]) {
      const names = namesIn(part);
      if (names.includes('Encrypt')) return fail('file_encrypted');
      if (names.some((name) => ACTIVE.has(name)) || opensWithAction(part))
        return fail('file_active');
      pages += countPages(part);
    }
  }
  return ok({ pages: pages >= 1 && pages <= MOST_PAGES ? pages : null });
}

/** Many office programs say which page to open at: a plain destination in brackets. Anything else there is an action. */
function opensWithAction(part: string): boolean {
  if (!namesIn(part).includes('OpenAction')) return false;
  const plain = part.replace(
    /\/OpenAction\s*\[\s*\d+\s+\d+\s+R\s*\/[A-Za-z]+(?![A-Za-z])[\s\d.\-null]*\]/g,
    '',
  );
  return namesIn(plain).includes('OpenAction');
}

function countPages(part: string): number {
  return part.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}

/** The last lines say where the table of objects is, the table is there, and nothing hides behind them. */
function endsWhole(bytes: Uint8Array): boolean {
  const tail = latin(bytes.subarray(-TAIL_BYTES));
  const end = /startxref\s+(\d+)\s+%%EOF[\s\0]*$/.exec(tail);
  if (!end) return false;
  const at = Number(end[1]);
  return /^\s*(xref|\d+\s+\d+\s+obj)/.test(latin(bytes.subarray(at, at + 40)));
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
