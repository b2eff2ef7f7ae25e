import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { sceneOf } from './scene.ts';

type LotFacts = {
  pack?: number;
  moq?: number;
  decimals?: number;
  lateMinutes?: number;
  tiers?: readonly { minQuantity: number; unitAmount: number }[];
};

/** A cluster with its coordinator and rounds of it, put straight into the tables: the steps have tests of their own. */
export async function roundScene(db: TestDatabase) {
  const scene = await sceneOf(db);
  const { sql } = db;
  const coordinator = await db.addUser();
  const cluster = await scene.cluster(coordinator, `Cluster ${randomUUID().slice(0, 6)}`);

  /** So many members with a person each; far faster than signing 500 people up. */
  async function members(count: number) {
    const people = await sql<{ user: string; producer: string }[]>`
      with seats as (
        select gen_random_uuid() as user_id, gen_random_uuid() as producer_id, n from generate_series(1, ${count}) n),
      users as (
        insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
        select user_id, 'member-' || user_id || '@isoko.test', now(), '{}' from seats),
      makers as (
        insert into public.producers (id, slug, state, name, country)
        select producer_id, 'member-' || left(producer_id::text, 8) || n, 'active', 'Member ' || n, 'RW' from seats returning id)
      select user_id as "user", producer_id as producer from seats order by n`;
    const producers = people.map((one) => one.producer);
    await sql`
      insert into public.producer_members (producer_id, user_id, role)
      select * from unnest(${producers}::uuid[], ${people.map((one) => one.user)}::uuid[], array_fill('owner'::public.member_role, array[${count}::integer]))`;
    await sql`insert into public.memberships (cluster_id, producer_id) select ${cluster.id}, unnest(${producers}::uuid[])`;
    return people;
  }

  /** A round that takes pledges for so many minutes more, with one lot. */
  async function pledging(lot: LotFacts = {}, minutes = 60) {
    const [round, id] = [randomUUID(), randomUUID()];
    await sql`
      insert into public.rounds (id, slug, cluster_id, state, title, currency, zone, pledges_close_at, bids_close_at)
      values (${round}, ${`round-${round}`}, ${cluster.id}, 'pledging', 'Soles and glue', 'RWF', 'Africa/Kigali',
        now() + make_interval(secs => ${minutes * 60}), now() + make_interval(secs => ${minutes * 60}) + interval '1 day')`;
    await sql`
      insert into public.lots (id, round_id, position, title, unit, decimals, pack, moq, late_minutes)
      values (${id}, ${round}, 0, 'Soles', ${lot.decimals ? 'FTK' : 'PR'}, ${lot.decimals ?? 0}, ${lot.pack ?? 10}, ${lot.moq ?? 0}, ${lot.lateMinutes ?? 0})`;
    for (const tier of lot.tiers ?? []) {
      await sql`insert into public.lot_tiers (lot_id, min_quantity, unit_amount) values (${id}, ${tier.minQuantity}, ${tier.unitAmount})`;
    }
    return { round, lot: id };
  }

  type Pledge = { firm: number; tolerance?: number; ceiling?: number; form?: string };
  const pledge = (who: string, lot: string, producer: string, what: Pledge) =>
    scene.call(who, 'pledge', {
      p_form: what.form ?? randomUUID(),
      p_lot: lot,
      p_producer: producer,
      p_firm: what.firm,
      p_tolerance: what.tolerance ?? 0,
      p_ceiling: what.ceiling,
    });

  return { ...scene, coordinator, cluster, members, pledging, pledge };
}
