import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { decideOptimum } from './award-decision.ts';
import { stageOpened } from './award-stage.ts';

const TITLE = 'Inkoro za kawucu n’udushumi by’inkweto byo muri Werurwe';

export type RecordSeats = { cluster: string; coordinator: string; producer: string };

/** A cluster with a coordinator and one member, put straight into the tables. */
export async function recordSeats(sql: Sql): Promise<RecordSeats> {
  const [cluster, coordinator, producer] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
    values (${coordinator}, ${`coordinator-${coordinator}@isoko.test`}, now(), '{}')`;
  await sql`insert into public.clusters (id, slug, name, country) values (${cluster}, ${`record-${cluster}`}, 'Masoro Leather', 'RW')`;
  await sql`insert into public.cluster_coordinators (cluster_id, user_id) values (${cluster}, ${coordinator})`;
  await sql`insert into public.producers (id, slug, state, name, country) values (${producer}, ${`record-${producer}`}, 'active', 'Kigali Shoes', 'RW')`;
  await sql`insert into public.memberships (cluster_id, producer_id) values (${cluster}, ${producer})`;
  return { cluster, coordinator, producer };
}

const release = (sql: Sql, round: string, tag: string) =>
  sql`select private.append_release(${round}, ${tag})`;

/** A round whose bids are sealed: one is filed, nothing of it is public. */
export async function sealedRound(sql: Sql, { cluster, producer }: RecordSeats) {
  const staged = await stageOpened(sql, { cluster, members: [producer] }, ROUND);
  // What the stage opened is closed again, so that a bid lies behind the seal.
  await sql`update public.rounds set state = 'bidding', opened_at = null, bids_close_at = now() + interval '2 days', open_to_directory = true where id = ${staged.round}`;
  await release(sql, staged.round, 'tender');
  return staged;
}

/** A round with its award decided and its orders placed. */
export async function orderedRound(sql: Sql, seats: RecordSeats) {
  const staged = await stageOpened(
    sql,
    { cluster: seats.cluster, members: [seats.producer] },
    ROUND,
  );
  await release(sql, staged.round, 'tenderUpdate');
  await decideOptimum(sql, seats.coordinator, staged.round, { place: true });
  return staged;
}

const ROUND = {
  title: TITLE,
  rates: { USD: [29_317, 20] as [number, number] },
  lots: [
    { title: 'Inkoro za kawucu, umukara', pledges: [{ member: 0, firm: 82, tolerance: 20 }] },
    {
      ...{ title: 'Uruhu rw’inka', unit: 'FTK', decimals: 2 },
      pledges: [{ member: 0, firm: 32_000 }],
    },
  ],
  bids: [
    {
      ...{ name: 'Ibikoresho by’Inkweto n’Uruhu bya Nyabugogo', freight: 5000 },
      lines: [
        { lot: 0, pack: 10, tiers: [[1, 1000] as const, [100, 850] as const] },
        { lot: 1, pack: 100, tiers: [[1, 900] as const] },
      ],
    },
    {
      ...{ name: 'Sole Traders', currency: 'USD', leadTimeDays: 40 },
      lines: [{ lot: 0, pack: 10, tiers: [[1, 68] as const] }],
    },
  ],
};
