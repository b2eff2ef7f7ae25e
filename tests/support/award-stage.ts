import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/** A pledge of the member at place `member`. Quantities in steps, ceilings for one whole unit. */
export type StagedPledge = { member: number; firm: number; tolerance?: number; ceiling?: number };
export type StagedLot = {
  title?: string;
  unit?: string;
  decimals?: number;
  policy?: string;
  weightGrams?: number;
  pledges: readonly StagedPledge[];
};
export type StagedLine = {
  lot: number;
  tiers: readonly (readonly [minQuantity: number, unitAmount: number])[];
  pack?: number;
  moq?: number;
  capacity?: number;
  freight?: number;
  leadTimeDays?: number;
};
export type StagedBid = {
  name?: string;
  currency?: string;
  freight?: number;
  leadTimeDays?: number;
  lines: readonly StagedLine[];
};
export type StagedRound = {
  title?: string;
  currency?: string;
  shareRule?: string;
  standstillDays?: number;
  /** Minor units of the round's currency for one of this, as a fraction. */
  rates?: Record<string, [numerator: number, denominator: number]>;
  lots: readonly StagedLot[];
  bids: readonly StagedBid[];
};
export type OpenedStage = {
  round: string;
  slug: string;
  lots: string[];
  suppliers: { id: string; place: string; key: string }[];
};

async function stagePledge(
  sql: Sql,
  round: string,
  lot: string,
  producer: string,
  p: StagedPledge,
) {
  const { firm, tolerance = 0, ceiling = null } = p;
  const [entry] = await sql<{ id: string; at: Date }[]>`
    insert into public.pledge_entries (lot_id, round_id, producer_id, firm, tolerance, ceiling_amount, form_id)
    values (${lot}, ${round}, ${producer}, ${firm}, ${tolerance}, ${ceiling}, ${randomUUID()}) returning id, at`;
  await sql`
    insert into public.pledges (lot_id, round_id, producer_id, firm, tolerance, ceiling_amount, queue, committed_at, last_entry)
    select ${lot}, ${round}, ${producer}, ${firm}, ${tolerance}, ${ceiling},
      case when ${firm} > 0 then jsonb_build_array(jsonb_build_object('at', e.at, 'quantity', ${firm}::bigint)) else '[]' end, e.at, e.id
    from public.pledge_entries e where e.id = ${entry!.id}`;
}

async function stageBid(
  sql: Sql,
  round: string,
  lots: readonly string[],
  bid: StagedBid,
  n: number,
) {
  const [supplier, key] = [randomUUID(), `key-${randomUUID()}`];
  const email = `sales-${supplier}@isoko.test`;
  const { name = `Supplier ${n + 1}`, currency = 'RWF', freight = 0, leadTimeDays = 14 } = bid;
  await sql`insert into public.suppliers (id, name, country) values (${supplier}, ${name}, 'RW')`;
  await sql`insert into public.supplier_contacts (supplier_id, email) values (${supplier}, ${email})`;
  const [place] = await sql<{ id: string }[]>`
    insert into public.round_suppliers (round_id, supplier_id, state, email, key_hashes, answered_at)
    values (${round}, ${supplier}, 'confirmed', ${email}, array[private.hash_token(${key})], now()) returning id`;
  const [made] = await sql<{ id: string }[]>`
    insert into public.bids (round_id, round_supplier_id, supplier_id, version, currency, freight_fixed_amount, lead_time_days, valid_until, payment_terms)
    values (${round}, ${place!.id}, ${supplier}, 1, ${currency}, ${freight}, ${leadTimeDays}, '2099-01-01', 'net_30') returning id`;
  for (const line of bid.lines) {
    const [row] = await sql<{ id: string }[]>`
      insert into public.bid_lines (bid_id, lot_id, pack, moq, capacity, freight_unit_amount, lead_time_days)
      values (${made!.id}, ${lots[line.lot]!}, ${line.pack ?? 1}, ${line.moq ?? 0}, ${line.capacity ?? null}, ${line.freight ?? 0}, ${line.leadTimeDays ?? null})
      returning id`;
    for (const [from, price] of line.tiers)
      await sql`insert into public.bid_tiers (line_id, min_quantity, unit_amount) values (${row!.id}, ${from}, ${price})`;
  }
  await sql`
    update public.bids b set state = 'submitted', submitted_at = now() - interval '1 day', content = c.content,
      sha256 = encode(sha256(convert_to(c.content::text, 'UTF8')), 'hex')
    from (select private.bid_content(x) as content from public.bids x where x.id = ${made!.id}) c where b.id = ${made!.id}`;
  return { id: supplier, place: place!.id, key };
}

/** A round whose bids were opened, put straight into the tables; `members` are the producers that pledges name by place. */
export async function stageOpened(
  sql: Sql,
  { cluster, members }: { cluster: string; members: readonly string[] },
  staged: StagedRound,
): Promise<OpenedStage> {
  const round = randomUUID();
  const slug = `round-${round}`;
  const {
    title = 'Soles and glue',
    currency = 'RWF',
    shareRule = 'value',
    standstillDays = 0,
  } = staged;
  await sql`
    insert into public.rounds (id, slug, cluster_id, state, title, currency, zone, share_rule, standstill_days, pledges_close_at, bids_close_at, opened_at,
      delivery_place)
    values (${round}, ${slug}, ${cluster}, 'opened', ${title}, ${currency}, 'Africa/Kigali', ${shareRule}::public.share_rule, ${standstillDays},
      now() - interval '9 days', now() - interval '1 hour', now() - interval '1 hour', 'Store of the cluster, Masoro')`;
  const rates = { [currency]: [1, 1] as [number, number], ...staged.rates };
  for (const [code, [numerator, denominator]] of Object.entries(rates))
    await sql`insert into public.round_rates (round_id, currency, numerator, denominator) values (${round}, ${code}, ${numerator}, ${denominator})`;
  const lots: string[] = [];
  for (const [position, lot] of staged.lots.entries()) {
    const id = randomUUID();
    lots.push(id);
    const {
      title: name = `Material ${position + 1}`,
      unit = 'PR',
      decimals = 0,
      policy = 'cheapest_total',
    } = lot;
    await sql`
      insert into public.lots (id, round_id, position, title, unit, decimals, policy, weight_grams, reference_amount)
      values (${id}, ${round}, ${position}, ${name}, ${unit}, ${decimals}, ${policy}::public.lot_policy, ${lot.weightGrams ?? null}, 1500)`;
    for (const pledge of lot.pledges)
      await stagePledge(sql, round, id, members[pledge.member]!, pledge);
  }
  const suppliers = [];
  for (const [n, bid] of staged.bids.entries())
    suppliers.push(await stageBid(sql, round, lots, bid, n));
  await sql`
    insert into public.round_openings (round_id, due_at, bid_count, record) values (${round}, now() - interval '1 hour', ${staged.bids.length}, '[]')`;
  return { round, slug, lots, suppliers };
}
