import type { APIRoute } from 'astro';
import { balances, statement } from '#src/features/ledger/queries.ts';
import { statementPaper } from '#src/features/ledger/statement-paper.ts';
import { askedStatement } from '#src/features/ledger/words.ts';
import { studioFrame } from '#src/features/studio/queries.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

/** The statement that the page shows, to print. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { db, t, locale, site } = locals;
  const frame = await studioFrame(db, params.producer ?? '');
  const owner = frame && { producer: frame.producer.id };
  const book = owner && (await balances(db, owner));
  if (!owner || !book?.length) return new Response(null, { status: 404 });
  const asked = askedStatement(url.searchParams, book, 'receivable');
  const lines = await statement(db, owner, asked);
  if (!lines) return new Response(null, { status: 404 });
  const organisation = frame.producer.name;
  const paper = statementPaper(
    { statement: lines, asked, organisation, site: site?.name ?? '' },
    t,
    locale,
  );
  return new Response(new Uint8Array(await renderPaper(paper)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${asked.account}-${asked.month}.pdf"`,
      'cache-control': 'no-store',
    },
  });
};
