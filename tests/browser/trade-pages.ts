import { randomUUID } from 'node:crypto';
import { connect } from '#supabase/embedded/database.ts';
import { placeOrder } from '#tests/db/order-scene.ts';
import { draftOf } from '#tests/db/quote-scene.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';
type Seats = { studio: string; cluster: string; product: string; inquiry: string };
type Emails = { maker: string; buyer: string };

/** The pages of the trade, with something on each: a request with a quote, orders, a dispute at either desk, a list. */
export async function tradePages(
  site: Site,
  seats: Seats,
  emails: Emails,
): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    return pagesOf(seats, await furnish(sql, seats, emails));
  } finally {
    await sql.end();
  }
}

async function furnish(sql: ReturnType<typeof connect>, seats: Seats, emails: Emails) {
  const [ids] = await sql<Record<'maker' | 'buyer' | 'producer' | 'cluster' | 'firm', string>[]>`
    select (select id from auth.users where email = ${emails.maker}) as maker, (select id from auth.users where email = ${emails.buyer}) as buyer,
      (select id from public.producers where slug = ${seats.studio}) as producer, (select id from public.clusters where slug = ${seats.cluster}) as cluster,
      (select m.buyer_id from public.buyer_members m join auth.users u on u.id = m.user_id where u.email = ${emails.buyer}) as firm`;
  const { maker, buyer, producer, cluster, firm } = ids!;
  const as = (who: string, name: string, args: Record<string, unknown>) =>
    sql.begin(async (tx) => {
      await tx`select set_config('request.jwt.claims', ${JSON.stringify({ role: 'authenticated', sub: who })}, true), set_config('role', 'authenticated', true)`;
      const list = Object.keys(args).map((key, n) => `${key} => $${n + 1}`);
      await tx.unsafe(`select public.${name}(${list.join(', ')})`, Object.values(args) as string[]);
    });
  const [rfq, quote, list, atCluster, atOperator] = Array.from({ length: 5 }, () => randomUUID());
  await as(buyer, 'send_rfq', {
    p_id: rfq,
    p_buyer: firm,
    p_rfq: {
      locale: 'rw',
      title: 'Inkweto z’uruhu zidoderwa mu ntoki',
      producers: [producer],
      lines: [{ description: 'Inkweto ndende z’uruhu', quantity: 600, unit: 'PR' }],
    },
  });
  const [asked] =
    await sql`select id, reference from public.inquiries where rfq_id = ${rfq!} limit 1`;
  const boots = { description: 'Inkweto ndende z’uruhu', quantity: 600, unitAmount: 42_000 };
  await as(maker, 'save_quote_draft', {
    p_id: quote,
    p_inquiry: asked!['id'],
    p_draft: draftOf([boots]),
  });
  await as(maker, 'send_quote', { p_quote: quote });
  await as(buyer, 'create_shortlist', { p_id: list, p_name: 'Ibyo mu mpeshyi', p_buyer: firm });
  await as(buyer, 'save_search', {
    p_id: randomUUID(),
    p_name: 'Inkweto z’uruhu',
    p_query: { q: 'inkweto' },
    p_locale: 'rw',
  });
  const order = async () => (await placeOrder(sql, { producer, buyer: firm }, { paid: 1000 })).id;
  const [running, disputed, mediated] = [await order(), await order(), await order()];
  await sql`update public.clusters set approved_at = now() where id = ${cluster}`;
  for (const [id, of, desk] of [
    [atCluster, disputed, cluster],
    [atOperator, mediated, null],
  ] as const) {
    await sql`insert into public.disputes (id, order_id, side, opened_by, reason, details, cluster_id)
      values (${id!}, ${of}, 'buyer', ${buyer}, 'late', 'Byatinze cyane, kandi nta makuru twahawe.', ${desk})`;
  }
  const [review] = await sql<{ id: string }[]>`
    insert into public.reviews (order_id, producer_id, rating, body, buyer_name, locale)
    values (${mediated}, ${producer}, 4, 'Zikoze neza, ariko zatinze icyumweru kimwe.', 'Iduka ry’i Hamburg', 'rw') returning id`;
  return { review: review!.id, rfq, quote, list, running, disputed, atCluster, atOperator };
}

type Things = Awaited<ReturnType<typeof furnish>>;

function pagesOf(seats: Seats, it: Things): Record<string, [Who, string]> {
  const studio = `/studio/${seats.studio}`;
  const desk = `/coordination/${seats.cluster}`;
  const [order, made] = [`/orders/${it.running}`, `${studio}/orders/${it.running}`];
  return {
    'account/money.astro': ['buyer', '/account/money'],
    'account/papers.astro': ['buyer', '/account/papers'],
    'compare.astro': ['visitor', `/compare?p=${seats.product}`],
    'coordination/[cluster]/disputes/[id].astro': [
      'coordinator',
      `${desk}/disputes/${it.atCluster}`,
    ],
    'coordination/[cluster]/disputes/index.astro': ['coordinator', `${desk}/disputes`],
    'coordination/[cluster]/trade.astro': ['coordinator', `${desk}/trade`],
    'inquiries/[id]/report.astro': ['buyer', `/inquiries/${seats.inquiry}/report`],
    'operator/cards.astro': ['operator', '/operator/cards'],
    'operator/disputes/[id].astro': ['operator', `/operator/disputes/${it.atOperator}`],
    'operator/disputes/index.astro': ['operator', '/operator/disputes'],
    'operator/moderation.astro': ['operator', '/operator/moderation'],
    'operator/money.astro': ['operator', '/operator/money'],
    'operator/rates.astro': ['operator', '/operator/rates'],
    'operator/reviews.astro': ['operator', '/operator/reviews'],
    'operator/trade.astro': ['operator', '/operator/trade'],
    'orders/[id]/change.astro': ['buyer', `${order}/change`],
    'orders/[id]/dispute.astro': ['buyer', `/orders/${it.disputed}/dispute`],
    'orders/[id]/index.astro': ['buyer', order],
    'orders/[id]/money.astro': ['buyer', `${order}/money`],
    'orders/index.astro': ['buyer', '/orders'],
    'producers/[slug]/reviews/[id]/report.astro': [
      'visitor',
      `/producers/${seats.studio}/reviews/${it.review}/report`,
    ],
    'quotes/[id]/accept.astro': ['buyer', `/quotes/${it.quote}/accept`],
    'quotes/[id]/counter.astro': ['buyer', `/quotes/${it.quote}/counter`],
    'recent.astro': ['visitor', '/recent'],
    'rfqs/[id]/compare.astro': ['buyer', `/rfqs/${it.rfq}/compare`],
    'rfqs/[id]/index.astro': ['buyer', `/rfqs/${it.rfq}`],
    'rfqs/confirm/[token].astro': ['visitor', '/rfqs/confirm/0123456789'],
    'rfqs/index.astro': ['buyer', '/rfqs'],
    'rfqs/new.astro': ['visitor', `/rfqs/new?product=${seats.product}`],
    'searches/add.astro': ['buyer', '/searches/add?q=inkweto'],
    'searches/index.astro': ['buyer', '/searches'],
    'shortlists/[id].astro': ['buyer', `/shortlists/${it.list}`],
    'shortlists/add.astro': ['buyer', `/shortlists/add?product=${seats.product}`],
    'shortlists/index.astro': ['buyer', '/shortlists'],
    'studio/[producer]/inquiries/[id]/quote.astro': [
      'maker',
      `${studio}/inquiries/${seats.inquiry}/quote`,
    ],
    'studio/[producer]/money/accounts.astro': ['maker', `${studio}/money/accounts`],
    'studio/[producer]/money/bank.astro': ['maker', `${studio}/money/bank`],
    'studio/[producer]/money/index.astro': ['maker', `${studio}/money`],
    'studio/[producer]/money/statement.astro': ['maker', `${studio}/money/statement`],
    'studio/[producer]/orders/[id]/change.astro': ['maker', `${made}/change`],
    'studio/[producer]/orders/[id]/dispute.astro': [
      'maker',
      `${studio}/orders/${it.disputed}/dispute`,
    ],
    'studio/[producer]/orders/[id]/index.astro': ['maker', made],
    'studio/[producer]/orders/[id]/money.astro': ['maker', `${made}/money`],
    'studio/[producer]/orders/index.astro': ['maker', `${studio}/orders`],
    'studio/[producer]/papers.astro': ['maker', `${studio}/papers`],
  };
}
