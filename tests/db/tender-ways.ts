import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { actAs, closePledging, draftRound, openPledging } from '#tests/support/round-stage.ts';
import { line } from './bid-scene.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster, and sells materials by an account as well. */
type Seats = { me: string; cluster: string };

/** Calls about tenders that get past the door for a person in good standing; each on a place of its own. */
export async function tenderWays(db: TestDatabase, { me, cluster }: Seats): Promise<Ways> {
  const { sql } = db;
  const stage = { sql, cluster, coordinator: me };
  const act = <T = unknown>(name: string, args: Record<string, unknown>) =>
    actAs<T>(sql, me, name, args);
  const own = randomUUID();
  const facts = { name: 'Own soles', country: 'RW', locale: 'en', listed: true };
  await act('save_own_supplier', { p_id: own, p_supplier: facts });
  const other = randomUUID();
  await sql`insert into public.suppliers (id, name, country, cluster_id) values (${other}, 'Other soles', 'RW', ${cluster})`;
  const input = (lot: string) => ({
    currency: 'RWF',
    leadTimeDays: 14,
    validUntil: '2099-01-01',
    paymentTerms: 'net_30',
    lines: [line(lot)],
  });

  /** A tender in which my own supplier stands; with a bid where it is asked for. */
  async function tender(upTo?: 'draft' | 'filed') {
    const { round, lots } = await draftRound(stage, { round: { openToDirectory: true } });
    await openPledging(stage, round);
    const place = await act<string>('invite_supplier', {
      p_round: round,
      p_supplier: own,
      p_locale: 'en',
    });
    await closePledging(stage, round);
    await sql`update public.round_suppliers set mailed_at = now() - interval '1 hour' where round_id = ${round}`;
    const bid = upTo && (await act('save_bid', { p_round: round, p_input: input(lots[0]!) }));
    if (upTo === 'filed') await act('submit_bid', { p_round: round, p_bid: bid });
    const [row] = await sql<{ slug: string }[]>`select slug from public.rounds where id = ${round}`;
    return { round, lot: lots[0]!, place, bid, slug: row!.slug };
  }

  const [plain, drafted, filed] = [await tender(), await tender('draft'), await tender('filed')];
  const paper = randomUUID();
  await sql`insert into public.files (id, room, room_id, name, content_type, bytes, sha256, pages)
    values (${paper}, 'bid', ${drafted.bid as string}, 'a.pdf', 'application/pdf', 9, ${'a'.repeat(64)}, 1)`;
  const question = randomUUID();
  await act('ask_question', { p_form: question, p_round: filed.round, p_question: 'Which?' });
  const listed = await draftRound(stage);
  const waiting = await act('invite_supplier', {
    p_round: listed.round,
    p_supplier: own,
    p_locale: 'en',
  });
  await sql`insert into public.round_suppliers (round_id, supplier_id, email, key_hashes)
    values (${plain.round}, ${other}, 'a@other.test', array[private.hash_token('a-key-to-claim')])`;
  const joinable = await draftRound(stage, { round: { openToDirectory: true } });
  await openPledging(stage, joinable.round);
  const [open] = await sql<
    { slug: string }[]
  >`select slug from public.rounds where id = ${joinable.round}`;
  return {
    amend_round: { p_round: plain.round, p_text: 'It is brown.', p_changes: {} },
    answer_question: { p_question: question, p_answer: 'Black.' },
    ask_question: { p_form: randomUUID(), p_round: plain.round, p_question: 'Which?' },
    claim_supplier: { p_slug: plain.slug, p_key: 'a-key-to-claim' },
    decline_tender: { p_round: plain.round },
    invite_new_supplier: {
      p_id: randomUUID(),
      p_round: plain.round,
      p_supplier: { name: 'New soles', country: 'RW', email: 'a@new.test', locale: 'en' },
    },
    invite_supplier: { p_round: filed.round, p_supplier: other, p_locale: 'en' },
    join_tender: { p_slug: open!.slug, p_supplier: own },
    remove_bid_file: { p_file: paper },
    resend_invitation: { p_place: filed.place },
    save_bid: { p_round: plain.round, p_input: input(plain.lot) },
    save_own_supplier: { p_id: own, p_supplier: facts },
    submit_bid: { p_round: drafted.round, p_bid: drafted.bid },
    uninvite_supplier: { p_place: waiting },
    withdraw_bid: { p_round: filed.round, p_bid: filed.bid },
  };
}
