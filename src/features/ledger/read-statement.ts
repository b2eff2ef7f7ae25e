import type { ErrorCode } from '#src/domain/error-codes.ts';
import { detectDelimiter, parseCsv, type CsvRow } from '#src/domain/statement-csv.ts';
import {
  guessMapping,
  readRows,
  type Mapping,
  type ReadRows,
  type StatementLine,
} from '#src/domain/statement-columns.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { CAMT_MAX, readCamt } from '#src/server/statements/camt.ts';
import { decodeText, looksLikeXml } from '#src/server/statements/decode.ts';

/** Longest CSV, in characters: it travels in the form that maps its columns. */
export const CSV_MAX = 1_000_000;
/** More columns no bank writes. */
const COLUMNS_MAX = 200;

/** A CSV whose columns a person should look at before its lines are taken. */
export type CsvPreview = {
  kind: 'csv';
  fileName: string;
  text: string;
  rows: CsvRow[];
  mapping: Mapping;
  read: ReadRows;
  /** Why its lines were not taken, when they should have been. */
  problem?: ErrorCode;
};
export type ReadyLines = { kind: 'camt053'; fileName: string; lines: StatementLine[] };

export async function readFile(
  file: File,
  fallback: string,
): Promise<Result<{ file: CsvPreview | ReadyLines; bytes: Uint8Array }>> {
  if (file.size === 0) return fail('statement_empty', { file: 'required' });
  if (file.size > CAMT_MAX * 2) return fail('statement_too_long');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decodeText(bytes);
  const fileName = file.name.slice(0, 160) || 'statement';
  if (looksLikeXml(text)) {
    const lines = readCamt(text);
    return lines.ok
      ? ok({ file: { kind: 'camt053', fileName, lines: lines.value }, bytes })
      : lines;
  }
  const preview = previewCsv(text, fileName, { fallback });
  return preview.ok ? ok({ file: preview.value, bytes }) : preview;
}

/** Without a mapping the columns are guessed. */
export function previewCsv(
  text: string,
  fileName: string,
  how: { fallback: string } | { mapping: Mapping },
): Result<CsvPreview> {
  if (text.length > CSV_MAX) return fail('statement_too_long');
  // A file of bytes that no bank writes as text.
  if (text.includes('\0')) return fail('statement_unreadable');
  const rows = parseCsv(text, detectDelimiter(text));
  // Every column of every row is looked at, so they must not be without number.
  const tooWide = rows.some(({ cells }) => cells.length > COLUMNS_MAX);
  if (tooWide || rows.every(({ cells }) => cells.length < 2)) return fail('statement_unreadable');
  const mapping = 'mapping' in how ? how.mapping : guessMapping(rows, how.fallback);
  return ok({ kind: 'csv', fileName, text, rows, mapping, read: readRows(rows, mapping) });
}
