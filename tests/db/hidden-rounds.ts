import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { stageReceived } from '#tests/support/settlement-stage.ts';

type Place = { cluster: string; shop: { id: string; slug: string }; coordinator: string };
type Args = Record<string, unknown>;

/**
 * Joint purchases that the public may know nothing of, with `mark` wherever somebody wrote something: a draft, and one whose
 * goods have arrived, never published either, with money of every kind in it.
 */
export async function hiddenRounds(sql: Sql, { cluster, shop, coordinator }: Place, mark: string) {
  const draft = randomUUID();
  await sql`insert into public.rounds (id, slug, cluster_id, title, currency, zone, summary)
    values (${draft}, 'hidden-round', ${cluster}, ${mark}, 'RWF', 'Africa/Kigali', ${mark})`;
  await sql`insert into public.wishes (cluster_id, producer_id, title, unit) values (${cluster}, ${shop.id}, ${mark}, 'PR')`;
  await sql`insert into public.suppliers (name, country, cluster_id) values (${mark}, 'RW', ${cluster})`;
  await sql`insert into public.payment_accounts (cluster_id, method, currency, holder, account_number)
    values (${cluster}, 'bank_transfer', 'RWF', ${mark}, '00041')`;
  const members = [{ producer: shop.id, firm: 5 }];
  const { round, order, orderLine } = await stageReceived(sql, cluster, members, { title: mark });
  await sql`update public.lots set title = ${mark} where round_id = ${round}`;
  await stageMoney(sql, { round, order, orderLine, shop: shop.id, coordinator }, mark);
  const [delivery] = await sql<{ id: string }[]>`
    select id from public.deliveries where round_id = ${round}`;
  /** What is read of the money, and whose eyes it is for. */
  const reads: Record<string, [reader: 'coordinator' | 'member', args: Args]> = {
    invoice_facts: ['coordinator', { p_purchase_order: order }],
    member_round_money: ['member', { p_slug: shop.slug, p_round: round }],
    round_money: ['coordinator', { p_round: round }],
    round_report: ['coordinator', { p_round: round }],
    settlement_basis: ['coordinator', { p_round: round }],
    studio_round_dues: ['member', { p_producer: shop.id }],
  };
  return { rounds: [{ p_round: draft }, { p_round: round }], order, delivery: delivery!.id, reads };
}

type Money = Record<'round' | 'order' | 'orderLine' | 'shop' | 'coordinator', string>;

async function stageMoney(sql: Sql, of: Money, mark: string): Promise<void> {
  const { round, shop } = of;
  const invoice = randomUUID();
  await sql`insert into public.round_costs (round_id, kind, amount, note) values (${round}, 'duty', 10, ${mark})`;
  await sql`insert into public.supplier_invoices (id, round_id, purchase_order_id, state, invoice_number, invoice_date, currency, goods_amount, total_amount)
    values (${invoice}, ${round}, ${of.order}, 'matched', ${mark}, '2026-11-20', 'RWF', 100, 100)`;
  await sql`insert into public.supplier_invoice_lines (invoice_id, order_line_id, quantity, unit_amount, line_amount)
    values (${invoice}, ${of.orderLine}, 5, 20, 100)`;
  await sql`insert into public.supplier_payments (round_id, invoice_id, amount, round_amount, method, paid_on, note)
    values (${round}, ${invoice}, 100, 100, 'bank_transfer', '2026-11-21', ${mark})`;
  await sql`insert into public.round_deposits (round_id, producer_id, amount) values (${round}, ${shop}, 777)`;
  await sql`insert into public.round_payments (round_id, producer_id, purpose, method, reference, currency, amount, note)
    values (${round}, ${shop}, 'deposit', 'bank_transfer', 'JP-HIDDN-1', 'RWF', 777, ${mark})`;
  await sql`insert into public.round_refunds (round_id, producer_id, amount, reason) values (${round}, ${shop}, 7, ${mark})`;
  await sql`insert into public.write_offs (round_id, producer_id, amount, reason, proposed_by) values (${round}, ${shop}, 7, ${mark}, ${of.coordinator})`;
  await sql`insert into public.settlements (round_id, producer_id, goods_amount, costs_amount, total_amount, lines, year, number, label)
    values (${round}, ${shop}, 100, 10, 110, '[]', 2026, 1, ${mark})`;
}
