import { randomUUID } from 'node:crypto';
import { connect } from '#supabase/embedded/database.ts';
import { actAs, draftRound, openPledging, pledgeFor } from '#tests/support/round-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';
type Seats = { studio: string; cluster: string };

/** The longest things that people write, so that narrow screens are tried by them. */
const WORDS = {
  title: 'Inkoro za kawucu n’udushumi by’inkweto byo muri Werurwe',
  deliveryPlace: 'Ububiko bw’ihuriro, Masoro',
};
const LOT = {
  title: 'Uruhu rw’inka rwakanishijwe ibimera, umukara',
  unit: 'FTK',
  pack: 25_000,
  moq: 100_000,
};

/** The pages of joint purchases, with something on each: a draft, one that takes pledges, wishes, suppliers. */
export async function roundPages(site: Site, seats: Seats): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'coordinator' | 'producer' | 'cluster', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator,
        (select id from public.producers where slug = ${seats.studio}) as producer
      from public.clusters k where k.slug = ${seats.cluster}`;
    const { coordinator, producer, cluster } = ids!;
    const stage = { sql, cluster, coordinator };
    const act = (name: string, args: Record<string, unknown>) =>
      actAs(sql, coordinator, name, args);
    const draft = await draftRound(stage, { round: WORDS, lots: [{}, LOT] });
    const open = await draftRound(stage, { round: WORDS, lots: [LOT] });
    await openPledging(stage, open.round);
    await pledgeFor(stage, coordinator, open.lots[0]!, producer, 32_000, { tolerance: 5000 });
    await act('save_template', {
      p_id: randomUUID(),
      p_round: draft.round,
      p_name: WORDS.title,
    });
    await act('add_wish', {
      p_id: randomUUID(),
      p_cluster: cluster,
      p_producer: producer,
      p_wish: { title: 'Umugozi wa gishashara, umukara', unit: 'MTR', quantity: 400 },
    });
    const supplier = randomUUID();
    await act('save_supplier', {
      p_id: supplier,
      p_cluster: cluster,
      p_supplier: {
        name: 'Ibikoresho by’Inkweto n’Uruhu bya Nyabugogo',
        country: 'RW',
        email: 'ibikoresho-by-inkweto-n-uruhu@example.test',
        phone: '+250788123456',
        locale: 'rw',
        materials: 'Inkoro, kore, udushumi, uruhu',
      },
    });
    return pagesOf(seats, { draft, open: open.round, supplier });
  } finally {
    await sql.end();
  }
}

type Made = { draft: { round: string; lots: string[] }; open: string; supplier: string };

function pagesOf(seats: Seats, made: Made): Record<string, [Who, string]> {
  const desk = `/coordination/${seats.cluster}`;
  const studio = `/studio/${seats.studio}`;
  const draft = `${desk}/rounds/${made.draft.round}`;
  return {
    'coordination/[cluster]/rounds/[id]/edit.astro': ['coordinator', `${draft}/edit`],
    'coordination/[cluster]/rounds/[id]/index.astro': ['coordinator', draft],
    'coordination/[cluster]/rounds/[id]/lots/[lot].astro': [
      'coordinator',
      `${draft}/lots/${made.draft.lots[1]}`,
    ],
    'coordination/[cluster]/rounds/[id]/pledges.astro': [
      'coordinator',
      `${desk}/rounds/${made.open}/pledges`,
    ],
    'coordination/[cluster]/rounds/index.astro': ['coordinator', `${desk}/rounds`],
    'coordination/[cluster]/rounds/new.astro': ['coordinator', `${desk}/rounds/new`],
    'coordination/[cluster]/suppliers/[id].astro': [
      'coordinator',
      `${desk}/suppliers/${made.supplier}`,
    ],
    'coordination/[cluster]/suppliers/index.astro': ['coordinator', `${desk}/suppliers`],
    'coordination/[cluster]/wishes.astro': ['coordinator', `${desk}/wishes`],
    'studio/[producer]/rounds/[id]/index.astro': ['maker', `${studio}/rounds/${made.open}`],
    'studio/[producer]/rounds/index.astro': ['maker', `${studio}/rounds`],
    'studio/[producer]/wishes.astro': ['maker', `${studio}/wishes`],
  };
}
