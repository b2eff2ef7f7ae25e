import { randomUUID } from 'node:crypto';
import { sharesOf, type AllocationInput } from '#src/features/procurement/receiving/shares.ts';
import { connect } from '#supabase/embedded/database.ts';
import { stageOrders } from '#tests/db/receiving-scene.ts';
import { actAs } from '#tests/support/round-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';
type Seats = { studio: string; cluster: string };

const SIGNED = [
  [
    [80, 300],
    [300, 90],
    [420, 310],
    [900, 120],
  ],
];

/** The store room of a purchase of which a part came, damaged in part, and a member fetched something. */
export async function receivingPages(
  site: Site,
  { studio, cluster }: Seats,
): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'coordinator' | 'producer' | 'cluster', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator,
        (select id from public.producers where slug = ${studio}) as producer
      from public.clusters k where k.slug = ${cluster}`;
    const { coordinator, producer } = ids!;
    const staged = await stageOrders(
      sql,
      ids!.cluster,
      [
        {
          title: 'Inkoro za kawucu zo hasi, umukara',
          shares: [{ producer, firm: 120, got: 120 }],
          from: [70, 50],
        },
        { title: 'Kore y’inkweto', unit: 'KGM', shares: [{ producer, firm: 40, got: 40 }] },
      ],
      { title: 'Inkoro za kawucu n’udushumi by’inkweto byo muri Werurwe' },
    );
    const { round, orders, lots } = staged;
    const act = <T>(name: string, args: Record<string, unknown>) =>
      actAs<T>(sql, coordinator, name, args);
    const delivery = randomUUID();
    await act('record_delivery', {
      p_id: delivery,
      p_order: orders[0],
      p_day: new Date().toISOString().slice(0, 10),
      p_receiver: 'Uwimana Marie Chantal',
      p_lines: [
        { orderLineId: lots[0]!.lines[0], counted: 70, damaged: 4, complete: true },
        { orderLineId: lots[1]!.lines[0], counted: 25, damaged: 0, qualityOk: false },
      ],
      p_signature: SIGNED,
      p_note: 'Ibikarito bibiri byari bitose.',
    });
    const input = await act<AllocationInput>('allocation_input', { p_round: round });
    await act('apply_allocation', { p_round: round, p_payload: sharesOf(input) });
    await act('hand_over', {
      p_id: randomUUID(),
      p_round: round,
      p_producer: producer,
      p_receiver: 'Habimana Jean Baptiste',
      p_lines: [{ lotId: lots[0]!.id, quantity: 30 }],
      p_signature: SIGNED,
    });
    const room = `/coordination/${cluster}/rounds/${round}/receiving`;
    return {
      'coordination/[cluster]/rounds/[id]/receiving/[delivery].astro': [
        'coordinator',
        `${room}/${delivery}`,
      ],
      'coordination/[cluster]/rounds/[id]/receiving/index.astro': [
        'coordinator',
        `${room}?order=${orders[1]}`,
      ],
    };
  } finally {
    await sql.end();
  }
}
