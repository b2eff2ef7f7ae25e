import type { Paper } from './paper.ts';
import type { FairSheet } from './sheet.ts';
import { typeset } from './typesetter.ts';

/** A longer run of signs without a space may be broken anywhere: a column is only so wide. */
const UNBROKEN = /[^\s\u200b-]{19,}/gu;
const PIECE = /.{6}(?=.)/gsu;

/** Signs that no font draws and no paper needs. */

const UNPRINTABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

function printable(text: string): string {
  return (
    text
      .normalize('NFC')
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      // French parts thousands by a space so narrow that our typeface all but closes it.
      .replaceAll('\u202f', '\u00a0')
      .replace(UNPRINTABLE, ' ')
      .replace(UNBROKEN, (run) => run.replace(PIECE, '$&\u200b'))
  );
}

function allPrintable<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(allPrintable) as T;
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, allPrintable(part)]),
    ) as T;
  return value;
}

/**
 * The paper as PDF: A4, tagged (PDF/UA-1), with language, title, bookmarks and its own fonts. The same paper gives the
 * same bytes on the same machine.
 */
export function renderPaper(paper: Paper): Promise<Uint8Array> {
  return typeset(allPrintable(paper));
}

/** Printed matter of a fair (sheet.ts): tagged, with language, title and bookmarks. `pictures` by the names in the sheet. */
export function renderSheet(
  sheet: FairSheet,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  return typeset(allPrintable(sheet), 'fair', pictures);
}
