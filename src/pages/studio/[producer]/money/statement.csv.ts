import type { APIRoute } from 'astro';
import { balances, statement } from '#src/features/ledger/queries.ts';
import { csvAnswer, statementCsv } from '#src/features/ledger/statement-file.ts';
import { askedStatement } from '#src/features/ledger/words.ts';
import { studioFrame } from '#src/features/studio/queries.ts';

/** The statement that the page shows, as a file. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { db, t } = locals;
  const frame = await studioFrame(db, params.producer ?? '');
  const owner = frame && { producer: frame.producer.id };
  const book = owner && (await balances(db, owner));
  if (!owner || !book?.length) return new Response(null, { status: 404 });
  const asked = askedStatement(url.searchParams, book, 'receivable');
  const lines = await statement(db, owner, asked);
  if (!lines) return new Response(null, { status: 404 });
  return csvAnswer(statementCsv(lines, asked, t), `${asked.account}-${asked.month}`);
};
