import type { APIRoute } from 'astro';
import { myAccount } from '#src/features/accounts/queries.ts';
import { balances, statement } from '#src/features/ledger/queries.ts';
import { statementPaper } from '#src/features/ledger/statement-paper.ts';
import { askedStatement } from '#src/features/ledger/words.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

/** A buyer's statement that the page shows, to print. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { db, t, locale, site } = locals;
  const wanted = url.searchParams.get('buyer') ?? '';
  const account = await myAccount(db);
  const buyer = account?.buyers.find(({ id }) => id === wanted);
  const owner = buyer && { buyer: buyer.id };
  const book = owner && (await balances(db, owner));
  if (!owner || !book?.length) return new Response(null, { status: 404 });
  const asked = askedStatement(url.searchParams, book, 'payable');
  const lines = await statement(db, owner, asked);
  if (!lines) return new Response(null, { status: 404 });
  const paper = statementPaper(
    { statement: lines, asked, organisation: buyer.name, site: site?.name ?? '' },
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
