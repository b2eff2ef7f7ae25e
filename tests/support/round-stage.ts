import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/** A joint purchase on its way, made through the functions of the API as the people who do it. */
export type RoundStage = { sql: Sql; cluster: string; coordinator: string };
type Args = Record<string, unknown>;

/** Runs a function of the API as somebody, with its arguments by name. Objects go as jsonb. */
export async function actAs<T = unknown>(
  sql: Sql,
  who: string,
  name: string,
  args: Args,
): Promise<T> {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return sql.begin(async (tx) => {
    const claims = JSON.stringify({ role: 'authenticated', sub: who });
    await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`;
    const list = given.map(([key], n) => `${key} => $${n + 1}`).join(', ');
    const values = given.map(([, value]) => value as string);
    const [row] = await tx.unsafe(`select public.${name}(${list}) as value`, values);
    return row?.['value'] as T;
  }) as Promise<T>;
}

/** A moment as a wall clock in Kigali shows it (UTC + 2, no summer time). */
export function wallIn(minutes: number): string {
  return new Date(Date.now() + (minutes + 120) * 60_000).toISOString().slice(0, 16);
}

export const ROUND = {
  title: 'Soles and glue for March',
  summary: '',
  sourceLocale: 'en',
  languages: ['en', 'fr'],
  currency: 'RWF',
  zone: 'Africa/Kigali',
  deliveryPlace: 'Store of the cluster, Masoro',
};
export const LOT = {
  title: 'Rubber soles',
  specification: 'Black, 5 mm, sizes 38 to 44',
  unit: 'PR',
  pack: 10,
  moq: 0,
  policy: 'cheapest_total',
  referenceAmount: 1500,
  hsCode: '640620',
  tiers: [
    { minQuantity: 1, unitAmount: 1000 },
    { minQuantity: 100, unitAmount: 850 },
  ],
};

/** A draft with one lot; pledges close in a day, bids in two, unless `round` says otherwise. */
export async function draftRound(
  stage: RoundStage,
  { round = {}, lots = [{}] }: { round?: Args; lots?: Args[] } = {},
): Promise<{ round: string; lots: string[] }> {
  const id = randomUUID();
  const act = (name: string, args: Args) => actAs(stage.sql, stage.coordinator, name, args);
  const dates = { pledgesClose: wallIn(24 * 60), bidsClose: wallIn(48 * 60) };
  await act('save_round', {
    p_id: id,
    p_cluster: stage.cluster,
    p_round: { ...ROUND, ...dates, ...round },
  });
  const made: string[] = [];
  for (const lot of lots) {
    const lotId = randomUUID();
    await act('save_lot', { p_id: lotId, p_round: id, p_lot: { ...LOT, ...lot } });
    made.push(lotId);
  }
  return { round: id, lots: made };
}

/** Opens a draft for pledges. */
export async function openPledging(stage: RoundStage, round: string): Promise<void> {
  await actAs(stage.sql, stage.coordinator, 'open_pledging', { p_round: round });
}

/** One member's pledge for a lot, in steps; `who` is its person or the coordinator. */
export async function pledgeFor(
  stage: RoundStage,
  who: string,
  lot: string,
  producer: string,
  firm: number,
  { tolerance = 0, ceiling }: { tolerance?: number; ceiling?: number } = {},
): Promise<void> {
  const args = { p_lot: lot, p_producer: producer, p_firm: firm, p_tolerance: tolerance };
  await actAs(stage.sql, who, 'pledge', { p_form: randomUUID(), ...args, p_ceiling: ceiling });
}

/** Closes pledging before its time: suppliers may bid. */
export async function closePledging(stage: RoundStage, round: string): Promise<void> {
  const args = { p_round: round, p_reason: 'Everybody has pledged.' };
  await actAs(stage.sql, stage.coordinator, 'close_pledging', args);
}

/** Sets the deadlines back as if so many minutes had gone by. */
export async function letTimePass(sql: Sql, round: string, minutes: number): Promise<void> {
  await sql`update public.rounds set pledges_close_at = pledges_close_at - make_interval(mins => ${minutes}),
    bids_close_at = bids_close_at - make_interval(mins => ${minutes}) where id = ${round}`;
}
