import type { Sql, TransactionSql } from 'postgres';
import { DEMO_IDS } from '#supabase/demo/db/ids.ts';
import { removeExhibitions } from '#supabase/demo/db/removal-exhibitions.ts';
import { removeSuppliers } from '#supabase/demo/db/removal-rounds.ts';
import { removeTrade } from '#supabase/demo/db/removal-trade.ts';

/** How many of each the removal took. */
export type Removed = {
  clusters: number;
  producers: number;
  products: number;
  pictures: number;
  inquiries: number;
  accounts: number;
  /** Inquiries that others had sent to producers of the demo; they cannot be without them. */
  othersInquiries: number;
  orders: number;
  exhibitions: number;
  /** Orders that others had placed with producers of the demo; they go with them. */
  othersOrders: number;
  /** Operators that are left. */
  operatorsLeft: number;
};

async function count(tx: TransactionSql): Promise<Removed> {
  const [found] = await tx<[Record<keyof Removed, number>]>`
    select
      (select count(*)::int from public.clusters where id::text like ${DEMO_IDS}) as clusters,
      (select count(*)::int from public.producers where id::text like ${DEMO_IDS}) as producers,
      (select count(*)::int from public.products where id::text like ${DEMO_IDS}) as products,
      (select count(*)::int from public.media where id::text like ${DEMO_IDS}) as pictures,
      (select count(*)::int from public.inquiries
        where id::text like ${DEMO_IDS} or rfq_id::text like ${DEMO_IDS}) as inquiries,
      (select count(*)::int from auth.users where id::text like ${DEMO_IDS}) as accounts,
      (select count(*)::int from public.inquiries where id::text not like ${DEMO_IDS}
        and producer_id::text like ${DEMO_IDS} and coalesce(rfq_id::text, '') not like ${DEMO_IDS}) as "othersInquiries",
      (select count(*)::int from public.orders where id::text like ${DEMO_IDS}) as orders,
      (select count(*)::int from public.exhibitions where id::text like ${DEMO_IDS}) as exhibitions,
      (select count(*)::int from public.orders
        where id::text not like ${DEMO_IDS} and producer_id::text like ${DEMO_IDS}) as "othersOrders",
      (select count(*)::int from public.operators where user_id::text not like ${DEMO_IDS}) as "operatorsLeft"`;
  return found;
}

/** The log is append-only for everybody; the history that the demo made up never happened, and goes with it. */
async function removeEvents(tx: TransactionSql): Promise<void> {
  await tx`alter table public.events disable trigger events_append_only`;
  await tx`delete from public.events where data @> '{"demo": true}'`;
  await tx`alter table public.events enable trigger events_append_only`;
}

/**
 * Takes out what some version of the demo put in, and what cannot be without it (a listing added to a producer of the
 * demo, an inquiry sent to one, an order placed with one); everything else stays. One transaction. The pictures' files are left to the worker:
 * their removal is ordered by the rows that go.
 */
export async function removeDemo(sql: Sql): Promise<Removed> {
  const result = await sql.begin(async (tx) => {
    await tx`select 1 from public.site_settings for update`;
    const removed = await count(tx);
    await removeExhibitions(tx);
    await removeTrade(tx);
    await removeEvents(tx);
    await tx`
      delete from private.outbox o using public.media m
      where m.id::text like ${DEMO_IDS} and (o.dedupe in ('media.derive_avif:' || m.id, 'media.derive:' || m.id, 'media.tile:' || m.id)
        or starts_with(o.dedupe, 'media.crop:' || m.id || ':'))`;
    await tx`
      delete from public.reports r where r.subject_id::text like ${DEMO_IDS}`;
    await tx`delete from public.media where id::text like ${DEMO_IDS}`;
    await tx`delete from public.products where id::text like ${DEMO_IDS}`;
    await removeSuppliers(tx);
    // One that pledged in a cluster that stays is part of its record.
    await tx`
      delete from public.producers p where id::text like ${DEMO_IDS}
        and not exists (select 1 from public.pledge_entries e where e.producer_id = p.id)`;
    await tx`delete from public.clusters where id::text like ${DEMO_IDS}`;
    await tx`
      delete from public.buyers b where id::text like ${DEMO_IDS}
        and not exists (select 1 from public.orders o where o.buyer_id = b.id)`;
    await tx`delete from auth.users where id::text like ${DEMO_IDS}`;
    await tx`update public.site_settings set demo_loaded_at = null where demo_loaded_at is not null`;
    return removed;
  });
  return result as Removed;
}
