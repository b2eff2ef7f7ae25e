import { randomUUID } from 'node:crypto';
import { connect } from '#supabase/embedded/database.ts';
import { actAs, closePledging, draftRound, openPledging } from '#tests/support/round-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';

/** The longest things that people write, so that narrow screens are tried by them. */
const TITLE = 'Inkoro za kawucu n’udushumi by’inkweto byo muri Mata';
const NAME = 'Ibikoresho by’Inkweto n’Uruhu bya Nyabugogo';
const CRITERIA = [{ id: 'azo', question: 'Nta rangi rya azo ririmo?', weightBp: 10_000 }];

/** The pages of a tender: the buyer's person also sells materials and bids; the coordinator has a question to answer. */
export async function tenderPages(
  site: Site,
  cluster: string,
): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'cluster' | 'coordinator' | 'buyer', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator,
        (select m.user_id from public.buyer_members m order by m.user_id limit 1) as buyer
      from public.clusters k where k.slug = ${cluster}`;
    const { coordinator, buyer } = ids!;
    const stage = { sql, cluster: ids!.cluster, coordinator };
    const { round } = await draftRound(stage, {
      round: { title: TITLE, openToDirectory: true },
      lots: [{ qualityCriteria: CRITERIA }],
    });
    await openPledging(stage, round);
    const supplier = randomUUID();
    await actAs(sql, buyer, 'save_own_supplier', {
      p_id: supplier,
      p_supplier: { name: NAME, country: 'RW', locale: 'rw', listed: true },
    });
    const invited = { p_round: round, p_supplier: supplier, p_locale: 'rw' };
    await actAs(sql, coordinator, 'invite_supplier', invited);
    await closePledging(stage, round);
    const question = { p_form: randomUUID(), p_round: round, p_question: 'Ni ibara irihe?' };
    await actAs(sql, buyer, 'ask_question', question);
    const [row] = await sql<{ slug: string }[]>`select slug from public.rounds where id = ${round}`;
    return {
      'coordination/[cluster]/rounds/[id]/tender.astro': [
        'coordinator',
        `/coordination/${cluster}/rounds/${round}/tender`,
      ],
      'supplier.astro': ['buyer', '/supplier'],
      'tenders/[slug]/bid.astro': ['buyer', `/tenders/${row!.slug}/bid`],
      'tenders/[slug]/index.astro': ['buyer', `/tenders/${row!.slug}`],
    };
  } finally {
    await sql.end();
  }
}
