import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import {
  closePledging,
  draftRound,
  letTimePass,
  openPledging,
} from '#tests/support/round-stage.ts';
import { roundScene } from './round-scene.ts';
import { takeMails } from './scene.ts';

type Args = Record<string, unknown>;
export type BidLineInput = { lotId: string } & Args;

/** A supplier in a tender: by the key of its mail, or with an account. */
export type Bidder = { key?: string; who: string; place: string; supplier: string };

export const line = (lotId: string, prices: [number, number][] = [[1, 900]], more: Args = {}) => ({
  lotId,
  pack: 10,
  tiers: prices.map(([minQuantity, unitAmount]) => ({ minQuantity, unitAmount })),
  ...more,
});

/** Tenders with suppliers who bid, through the functions of the API. */
export async function bidScene(db: TestDatabase) {
  const scene = await roundScene(db);
  const { sql } = db;
  const { call, coordinator, cluster } = scene;
  const stage = { sql, cluster: cluster.id, coordinator };

  /** A round with lots that suppliers may bid for. */
  async function bidding(options: Parameters<typeof draftRound>[1] = {}) {
    const made = await draftRound(stage, options);
    await openPledging(stage, made.round);
    await closePledging(stage, made.round);
    const [row] = await sql<
      { slug: string }[]
    >`select slug from public.rounds where id = ${made.round}`;
    return { ...made, slug: row!.slug };
  }

  /** Invites a new supplier and opens the link of its mail. */
  async function bidder(
    round: string,
    name = 'Gikondo Soles',
  ): Promise<Bidder & { email: string }> {
    const supplier = randomUUID();
    const email = `sales-${supplier.slice(0, 8)}@isoko.test`;
    await takeMails(db);
    const place = await call<string>(coordinator, 'invite_new_supplier', {
      p_id: supplier,
      p_round: round,
      p_supplier: { name, country: 'RW', locale: 'fr', email },
    });
    const mail = (await takeMails(db)).find((one) => one.to === email);
    const key = (mail?.data as { key?: string } | undefined)?.key;
    if (!key) throw new Error(`no key was mailed to ${email}`);
    const [row] = await sql<{ slug: string }[]>`select slug from public.rounds where id = ${round}`;
    await call('anon', 'confirm_tender', { p_slug: row!.slug, p_key: key });
    return { who: 'anon', key, place, supplier, email };
  }

  /** A supplier with an account, on the list of the round. */
  async function bidderWithAccount(round: string, who: string): Promise<Bidder> {
    const supplier = await call<string>(who, 'save_own_supplier', {
      p_id: randomUUID(),
      p_supplier: { name: 'Own account', country: 'KE', locale: 'sw', listed: true },
    });
    const place = await call<string>(coordinator, 'invite_supplier', {
      p_round: round,
      p_supplier: supplier,
      p_locale: 'sw',
    });
    const [row] = await sql<{ slug: string }[]>`select slug from public.rounds where id = ${round}`;
    await call(who, 'confirm_tender', { p_slug: row!.slug });
    return { who, place, supplier };
  }

  const bidOf = (lines: BidLineInput[], more: Args = {}) => ({
    currency: 'RWF',
    freightFixedAmount: 5000,
    leadTimeDays: 14,
    validUntil: '2099-01-01',
    paymentTerms: 'net_30',
    notes: '',
    lines,
    ...more,
  });
  const save = (by: Bidder, round: string, input: Args) =>
    call<string>(by.who, 'save_bid', { p_round: round, p_input: input, p_key: by.key });
  const submit = (by: Bidder, round: string, bid: string) =>
    call<{ bid: string; version: number; sha256: string; at: string }>(by.who, 'submit_bid', {
      p_round: round,
      p_bid: bid,
      p_key: by.key,
    });
  const withdraw = (by: Bidder, round: string, bid: string) =>
    call(by.who, 'withdraw_bid', { p_round: round, p_bid: bid, p_key: by.key });
  const file = async (by: Bidder, round: string, input: Args) =>
    submit(by, round, await save(by, round, input));
  const clock = () => call<number>('service', 'open_due_bids');
  /** So long that the deadline and its grace have passed. */
  const deadline = (round: string) => letTimePass(sql, round, 49 * 60);

  return {
    ...scene,
    stage,
    bidding,
    bidder,
    bidderWithAccount,
    bidOf,
    save,
    submit,
    withdraw,
    file,
    clock,
    deadline,
  };
}
