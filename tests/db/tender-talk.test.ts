import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { wallIn } from '#tests/support/round-stage.ts';
import { bidScene, line } from './bid-scene.ts';
import { answerOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const { call, coordinator, bidding, bidder, bidOf, file } = await bidScene(db);
type Row = Record<string, unknown>;

describe('questions and changes', () => {
  it('are read by every supplier, and nobody reads who asked', async () => {
    const { round, slug, lots } = await bidding();
    const [asks, reads] = [await bidder(round, 'Asks'), await bidder(round, 'Reads')];
    const id = randomUUID();
    const ask = () =>
      call('anon', 'ask_question', {
        p_form: id,
        p_round: round,
        p_question: 'Which colour?',
        p_lot: lots[0],
        p_key: asks.key,
      });
    await ask();
    await ask();
    const desk = await call<{ questions: Row[] }>(coordinator, 'tender_desk', { p_round: round });
    expect(desk.questions).toHaveLength(1);
    expect(JSON.stringify(desk.questions)).not.toContain(asks.place);
    const seen = async (key: string) =>
      (await call<{ questions: Row[] }>('anon', 'read_tender', { p_slug: slug, p_key: key }))
        .questions;
    expect(await seen(reads.key!)).toEqual([]);
    expect(await seen(asks.key!)).toMatchObject([{ mine: true, answer: null }]);
    await call(coordinator, 'answer_question', { p_question: id, p_answer: 'Black.' });
    expect(
      await answerOf(call(coordinator, 'answer_question', { p_question: id, p_answer: 'Red.' })),
    ).toBe('already_done');
    expect(await seen(reads.key!)).toMatchObject([
      { mine: false, question: 'Which colour?', answer: 'Black.' },
    ]);
  });

  it('leave suppliers at least a day, are told to each, and keep what was filed', async () => {
    const { round, slug, lots } = await bidding();
    const by = await bidder(round);
    const filed = await file(by, round, bidOf([line(lots[0]!)]));
    await sql`update public.rounds set pledges_close_at = now() - interval '1 hour', bids_close_at = now() + interval '3 hours' where id = ${round}`;
    await takeMails(db);
    const amend = (bidsClose: string | null) =>
      call(coordinator, 'amend_round', {
        p_round: round,
        p_text: 'The soles are brown.',
        p_changes: { deliveryPlace: 'Gahanga', lots: [{ id: lots[0], specification: 'Brown' }] },
        p_bids_close: bidsClose,
      });
    expect(await answerOf(amend(null))).toBe('deadline_too_soon');
    expect(await answerOf(amend(wallIn(60)))).toBe('round_only_later');
    await amend(wallIn(25 * 60));
    expect(
      (await takeMails(db))
        .filter((mail) => mail.template === 'tender_changed')
        .map((mail) => mail.to),
    ).toEqual([by.email]);
    const view = await call<{ round: Row; lots: Row[]; amendments: Row[]; bids: Row[] }>(
      'anon',
      'read_tender',
      { p_slug: slug, p_key: by.key },
    );
    expect(view.round['deliveryPlace']).toBe('Gahanga');
    expect(view.lots[0]!['specification']).toBe('Brown');
    expect(view.amendments).toMatchObject([
      { number: 1, text: 'The soles are brown.', changes: { deliveryPlace: { to: 'Gahanga' } } },
    ]);
    expect(view.bids).toMatchObject([{ state: 'submitted', sha256: filed.sha256 }]);
    const releases = await sql<
      Row[]
    >`select tag from public.round_releases where round_id = ${round} order by id`;
    expect(releases.map((row) => row['tag'])).toEqual(['planning', 'tender', 'tenderAmendment']);
  });
});
