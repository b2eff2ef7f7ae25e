import type { TestDatabase } from '#tests/support/database.ts';

export type Row = Record<string, unknown>;
type Asked = {
  inquiryId: string;
  state: string;
  seen: boolean;
  said: { side: string; question: boolean } | null;
  producer: { id: string };
};
export type Rfq = {
  id: string;
  state: string;
  refusedReason: string | null;
  lines: { description: string; productSlug: string | null; sizes: Row[] }[];
  files: { id: string }[];
  asked: Asked[];
};

export const RFQ_TABLES = [
  'rfqs',
  'rfq_lines',
  'rfq_line_sizes',
  'rfq_producers',
  'inquiries',
  'inquiry_messages',
  'files',
  'events',
];

export const LINE = { description: 'Ankle boots in brown', quantity: 60, unit: 'PR' };

/** Requests to one producer, each with another title: the same words too often are abuse. */
export function requestTo(producer: string) {
  let counter = 0;
  return (change: object = {}) => ({
    locale: 'en',
    title: `Boots for the rains ${(counter += 1)}`,
    message: 'For our shop in Hamburg.',
    country: 'DE',
    producers: [producer],
    lines: [LINE],
    ...change,
  });
}

/** Everything that somebody may read by the API's tables. */
export const readerOf = (db: TestDatabase) => async (who: string, tables: string[]) => {
  const seen: unknown[] = [];
  for (const table of tables) {
    const [columns] = await db.sql<{ list: string }[]>`
      select string_agg(quote_ident(attname), ', ') as list from pg_attribute
      where attrelid = ${`public.${table}`}::regclass and attnum > 0 and has_column_privilege('authenticated', attrelid, attnum, 'SELECT')`;
    seen.push(
      await db.asUser(who, (tx) => tx.unsafe(`select ${columns!.list} from public.${table}`)),
    );
  }
  return JSON.stringify(seen);
};
