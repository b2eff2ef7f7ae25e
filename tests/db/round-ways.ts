import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { draftRound, LOT, openPledging, ROUND, wallIn } from '#tests/support/round-stage.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster and works for the shop, which is a member of it. */
type Seats = { me: string; cluster: string; shop: string };

/** Calls about joint purchases that get past the door for a coordinator in good standing. */
export async function roundWays(db: TestDatabase, { me, cluster, shop }: Seats): Promise<Ways> {
  const { sql } = db;
  const stage = { sql, cluster, coordinator: me };
  const draft = await draftRound(stage);
  const open = await draftRound(stage);
  await openPledging(stage, open.round);
  const [wish, template, supplier] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into public.wishes (id, cluster_id, producer_id, title, unit) values (${wish}, ${cluster}, ${shop}, 'Thread', 'MTR')`;
  await sql`insert into public.round_templates (id, cluster_id, name, content) values (${template}, ${cluster}, 'Usual',
    private.round_content(${draft.round}))`;
  await sql`insert into public.suppliers (id, name, country, cluster_id) values (${supplier}, 'Kigali Cuir', 'RW', ${cluster})`;
  const because = { p_reason: 'for a reason' };
  const [round, lot] = [draft.round, draft.lots[0]];
  return {
    add_wish: {
      p_id: randomUUID(),
      p_cluster: cluster,
      p_producer: shop,
      p_wish: { title: 'Glue', unit: 'KGM' },
    },
    cancel_round: { p_round: open.round, ...because },
    clone_round: { p_id: randomUUID(), p_from: round },
    close_pledging: { p_round: open.round, ...because },
    close_wish: { p_wish: wish },
    delete_template: { p_template: template },
    extend_round: {
      p_round: open.round,
      p_pledges_close: '',
      p_bids_close: wallIn(99 * 60),
      ...because,
    },
    lots_from_wishes: { p_round: round, p_wishes: [] },
    move_lot: { p_lot: lot, p_up: true },
    open_pledging: { p_round: round },
    pledge: {
      p_form: randomUUID(),
      p_lot: open.lots[0],
      p_producer: shop,
      p_firm: 5,
      p_tolerance: 0,
    },
    remove_lot: { p_lot: lot },
    remove_supplier: { p_supplier: supplier },
    save_lot: { p_id: randomUUID(), p_round: round, p_lot: LOT },
    save_round: { p_id: round, p_cluster: cluster, p_round: ROUND },
    save_supplier: {
      p_id: supplier,
      p_cluster: cluster,
      p_supplier: { name: 'Kigali Cuir', country: 'RW', email: 'a@cuir.test', locale: 'fr' },
    },
    save_template: { p_id: randomUUID(), p_round: round, p_name: 'Usual' },
    set_lot_media: { p_lot: lot },
    start_from_template: { p_id: randomUUID(), p_template: template },
    support_wish: { p_wish: wish, p_producer: shop },
    withdraw_wish: { p_wish: wish, p_producer: shop },
  };
}
