import type { Locale } from '#src/i18n/locales.ts';

export type PaperFact = { label: string; value: string };

/** Who sells or buys: `name` large, `lines` as on an envelope, then numbers with their names. */
export type PaperParty = { role: string; name: string; lines: string[]; facts: PaperFact[] };

/** `width`: as wide as its longest cell, or shares of what is left. `end` is for figures: they stand in one line of digits. */
export type PaperColumn = { head: string; align: 'start' | 'end'; width: 'auto' | number };

/** `notes` stand small under the text; `bar`, from 0 to 1, is drawn under it as a part of the cell's width. */
export type PaperCell = string | { text: string; notes: string[]; bar?: number };

/** `sums` stand under the columns in bold: what the table adds up to. */
export type PaperTable = {
  title: string;
  columns: PaperColumn[];
  rows: PaperCell[][];
  sums?: string[];
};

/** `strong` is the sum that counts, `weight: 'quiet'` what follows from it. */
export type PaperTotal = PaperFact & { weight: 'plain' | 'strong' | 'quiet' };

/** Facts, words or both under a title; `bordered` where money is told where to go. */
export type PaperNote = { title: string; facts?: PaperFact[]; text?: string; bordered?: boolean };

/**
 * A paper as it is printed: every text is in its final form and language, money and dates too. Nothing here is markup.
 * `date` is the day that the file carries (ISO), `key` the figure that a reader looks for first, at the head.
 */
export type Paper = {
  lang: Locale;
  title: string;
  label: string;
  date: string;
  dateText: string;
  /** Who made it, for the file's properties and the foot. */
  author: string;
  /** One sentence under the title: what this paper is for, what it replaces. */
  subject?: string;
  key?: PaperFact;
  parties: PaperParty[];
  facts: PaperFact[];
  tables: PaperTable[];
  totals: PaperTotal[];
  notes: PaperNote[];
  footer: string;
  /** "Page {page} of {pages}" in the paper's language. */
  pageOf: string;
};
