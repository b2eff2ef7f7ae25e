import type { APIRoute } from 'astro';
import { balances, statement } from '#src/features/ledger/queries.ts';
import { csvAnswer, statementCsv } from '#src/features/ledger/statement-file.ts';
import { askedStatement } from '#src/features/ledger/words.ts';

/** A buyer's statement that the page shows, as a file. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { db, t } = locals;
  const owner = { buyer: url.searchParams.get('buyer') ?? '' };
  const book = await balances(db, owner);
  if (!book?.length) return new Response(null, { status: 404 });
  const asked = askedStatement(url.searchParams, book, 'payable');
  const lines = await statement(db, owner, asked);
  if (!lines) return new Response(null, { status: 404 });
  return csvAnswer(statementCsv(lines, asked, t), `${asked.account}-${asked.month}`);
};
