import { connect } from '#supabase/embedded/database.ts';
import { decideOptimum } from '#tests/support/award-decision.ts';
import { stageOpened, type StagedRound } from '#tests/support/award-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';
type Seats = { studio: string; cluster: string };

/** A round with every case on its screens: a lot that two sell, one that nobody does, a price over a ceiling, a surplus. */
export const AWARD_ROUND: StagedRound = {
  title: 'Inkoro za kawucu n’udushumi by’inkweto byo muri Werurwe',
  rates: { USD: [29_317, 2000] },
  lots: [
    {
      title: 'Inkoro za kawucu, umukara, uburebure bwa milimetero eshanu',
      pledges: [{ member: 0, firm: 82, tolerance: 20 }],
    },
    {
      ...{ title: 'Uruhu rw’inka rwakanishijwe ibimera', unit: 'FTK', decimals: 2 },
      pledges: [{ member: 0, firm: 32_000, tolerance: 5000, ceiling: 500 }],
    },
    { title: 'Umugozi wa gishashara', unit: 'MTR', pledges: [{ member: 0, firm: 400 }] },
  ],
  bids: [
    {
      ...{ name: 'Ibikoresho by’Inkweto n’Uruhu bya Nyabugogo', freight: 5000 },
      lines: [
        {
          ...{ lot: 0, pack: 10, freight: 20 },
          tiers: [
            [1, 1000],
            [100, 850],
          ],
        },
        { lot: 1, pack: 100, tiers: [[1, 900]] },
      ],
    },
    {
      ...{ name: 'Sole Traders', currency: 'USD', leadTimeDays: 40 },
      lines: [{ lot: 0, pack: 10, tiers: [[1, 75]] }],
    },
  ],
};

/** The pages of an award: one round whose bids are open, one whose orders are placed. */
export async function awardPages(site: Site, seats: Seats): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'coordinator' | 'producer' | 'cluster', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator,
        (select id from public.producers where slug = ${seats.studio}) as producer
      from public.clusters k where k.slug = ${seats.cluster}`;
    const { coordinator, producer, cluster } = ids!;
    const stage = { cluster, members: [producer] };
    const open = await stageOpened(sql, stage, AWARD_ROUND);
    const ordered = await stageOpened(sql, stage, AWARD_ROUND);
    await decideOptimum(sql, coordinator, ordered.round, { place: true });
    const [order] = await sql<{ id: string }[]>`
      select id from public.purchase_orders where round_id = ${ordered.round} limit 1`;
    const room = (round: string, name: string): [Who, string] => [
      'coordinator',
      `/coordination/${seats.cluster}/rounds/${round}/${name}`,
    ];
    return {
      'coordination/[cluster]/rounds/[id]/allocation.astro': room(ordered.round, 'allocation'),
      'coordination/[cluster]/rounds/[id]/award.astro': room(open.round, 'award?suppliers=1'),
      'coordination/[cluster]/rounds/[id]/bids.astro': room(open.round, 'bids'),
      'coordination/[cluster]/rounds/[id]/orders.astro': room(ordered.round, 'orders'),
      'purchase-orders/[id].astro': ['coordinator', `/purchase-orders/${order!.id}`],
    };
  } finally {
    await sql.end();
  }
}
