import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  ROUND_ACTIONS,
  ROUND_ROLES,
  ROUND_STATES,
  ROUND_TRANSITIONS,
  type RoundAction,
  type RoundRole,
  type RoundState,
} from '#src/domain/procurement/round-states.ts';
import { next } from '#src/domain/transitions.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  draftRound,
  letTimePass,
  LOT,
  openPledging,
  pledgeFor,
  ROUND,
  wallIn,
} from '#tests/support/round-stage.ts';
import { roundScene } from './round-scene.ts';
import { answerOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await roundScene(db);
const { call, coordinator, cluster } = scene;
const [member, second] = await scene.members(2);
const elsewhere = await roundScene(db);
const [stranger] = await elsewhere.members(1);
const stage = { sql, cluster: cluster.id, coordinator };

const stateOf = async (round: string) =>
  (await sql<{ state: string }[]>`select state from public.rounds where id = ${round}`)[0]!.state;
const dates = async (round: string) =>
  (
    await sql<
      { pledges: Date; bids: Date }[]
    >`select pledges_close_at as pledges, bids_close_at as bids from public.rounds where id = ${round}`
  )[0]!;
const eventsOf = async (round: string) =>
  (
    await sql<
      { action: string }[]
    >`select action from public.events where subject_id = ${round} order by id`
  ).map((row) => row.action);
const clock = () => call<number>('service', 'close_due_pledging');
async function pledging(options?: Parameters<typeof draftRound>[1]) {
  const made = await draftRound(stage, options);
  await openPledging(stage, made.round);
  return made;
}

describe('the steps of a round', () => {
  it('are the same in SQL and in the domain, for every state, step and role', async () => {
    const rows = await sql<{ state: string; action: string; role: string; to: string | null }[]>`
      select s as state, a as action, r as role, private.round_step(s::public.round_state, a, r) as to
      from unnest(${[...ROUND_STATES]}::text[]) s, unnest(${[...ROUND_ACTIONS]}::text[]) a, unnest(${[...ROUND_ROLES]}::text[]) r`;
    expect(rows).toHaveLength(ROUND_STATES.length * ROUND_ACTIONS.length * ROUND_ROLES.length);
    for (const { state, action, role, to } of rows) {
      const step = next(ROUND_TRANSITIONS, {
        state: state as RoundState,
        action: action as RoundAction,
        roles: [role as RoundRole],
        reason: 'Because.',
      });
      expect(to, `${state} ${action} ${role}`).toBe(step.ok ? step.value : null);
    }
  });

  it('run from draft to bidding, with an event, a release and news at each', async () => {
    const { round } = await draftRound(stage);
    await takeMails(db);
    await openPledging(stage, round);
    await openPledging(stage, round);
    const opened = await takeMails(db);
    expect(opened.map((mail) => mail.template)).toEqual(['round_opened', 'round_opened']);
    await call(coordinator, 'close_pledging', { p_round: round, p_reason: 'All have pledged.' });
    expect(await stateOf(round)).toBe('bidding');
    expect(await eventsOf(round)).toEqual([
      'round.created',
      'round.lot_saved',
      'round.open_pledging',
      'round.close_pledging',
    ]);
    const releases = await sql<
      { tag: string }[]
    >`select tag from public.round_releases where round_id = ${round} order by id`;
    expect(releases.map((row) => row.tag)).toEqual(['planning', 'tender']);
  });
});

describe('opening', () => {
  const cases: [string, object, object[] | undefined, string][] = [
    ['without lots', {}, [], 'round_needs_lots'],
    ['without a place', { deliveryPlace: '' }, undefined, 'round_needs_place'],
    ['without dates', { pledgesClose: null, bidsClose: null }, undefined, 'round_needs_dates'],
    ['in the past', { pledgesClose: wallIn(-5), bidsClose: wallIn(60) }, undefined, 'date_past'],
    [
      'needed before the bids',
      { neededBy: wallIn(0).slice(0, 10) },
      undefined,
      'round_needed_too_soon',
    ],
  ];
  it.each(cases)('is refused %s', async (_name, round, lots, code) => {
    const made = await draftRound(stage, {
      round: round as Record<string, unknown>,
      ...(lots && { lots: [] }),
    });
    expect(await answerOf(openPledging(stage, made.round))).toBe(code);
    expect(await stateOf(made.round)).toBe('draft');
  });

  it('fixes lots and rules: nothing of a draft’s editor works any more', async () => {
    const { round, lots } = await pledging();
    const acts = [
      () => call(coordinator, 'save_round', { p_id: round, p_cluster: cluster.id, p_round: ROUND }),
      () => call(coordinator, 'save_lot', { p_id: lots[0], p_round: round, p_lot: LOT }),
      () => call(coordinator, 'remove_lot', { p_lot: lots[0] }),
      () => call(coordinator, 'move_lot', { p_lot: lots[0], p_up: true }),
      () => call(coordinator, 'set_lot_media', { p_lot: lots[0] }),
      () => call(coordinator, 'lots_from_wishes', { p_round: round, p_wishes: [] }),
    ];
    for (const act of acts) expect(await answerOf(act())).toBe('wrong_state');
  });
});

describe('who may', () => {
  it('be nobody but a coordinator of this cluster in good standing', async () => {
    const { round, lots } = await draftRound(stage);
    const template = randomUUID();
    await call(coordinator, 'save_template', { p_id: template, p_round: round, p_name: 'Soles' });
    const doors: [string, Record<string, unknown>][] = [
      ['save_round', { p_id: round, p_cluster: cluster.id, p_round: ROUND }],
      ['save_round', { p_id: randomUUID(), p_cluster: cluster.id, p_round: ROUND }],
      ['save_lot', { p_id: randomUUID(), p_round: round, p_lot: LOT }],
      ['remove_lot', { p_lot: lots[0] }],
      ['move_lot', { p_lot: lots[0], p_up: true }],
      ['set_lot_media', { p_lot: lots[0] }],
      ['clone_round', { p_id: randomUUID(), p_from: round }],
      ['save_template', { p_id: randomUUID(), p_round: round, p_name: 'Mine' }],
      ['start_from_template', { p_id: randomUUID(), p_template: template }],
      ['delete_template', { p_template: template }],
      ['open_pledging', { p_round: round }],
      ['close_pledging', { p_round: round, p_reason: 'Because.' }],
      [
        'extend_round',
        { p_round: round, p_pledges_close: '', p_bids_close: '', p_reason: 'Because.' },
      ],
      ['cancel_round', { p_round: round, p_reason: 'Because.' }],
      ['lots_from_wishes', { p_round: round, p_wishes: [] }],
      ['save_supplier', { p_id: randomUUID(), p_cluster: cluster.id, p_supplier: {} }],
    ];
    for (const who of [member!.user, stranger!.user, elsewhere.coordinator]) {
      for (const [name, args] of doors) {
        expect(await answerOf(call(who, name, args)), name).toBe('not_found');
      }
      for (const name of ['round_desk', 'round_overview']) {
        expect(await call(who, name, { p_round: round }), name).toBeNull();
      }
      for (const name of ['coordination_rounds', 'coordination_wishes', 'coordination_suppliers']) {
        expect(await call(who, name, { p_slug: cluster.slug }), name).toBeNull();
      }
    }
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'a test' where user_id = ${coordinator}`;
    for (const [name, args] of doors) {
      expect(await answerOf(call(coordinator, name, args)), name).toBe('account_suspended');
    }
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${coordinator}`;
    expect(await stateOf(round)).toBe('draft');
    expect(await answerOf(call(coordinator, 'close_due_pledging'))).toBe('not_allowed');
  });
});

describe('the clock', () => {
  it('is woken a moment after each deadline, and again after one that was moved', async () => {
    const wakes = async () =>
      (
        await sql<{ late: number }[]>`
          select extract(epoch from o.run_at - r.pledges_close_at)::integer as late from private.outbox o
          join public.rounds r on o.dedupe like 'rounds.clock:' || r.id || ':%' where r.id = ${round} order by o.created_at`
      ).map((row) => row.late);
    const { round } = await pledging();
    expect(await wakes()).toEqual([6]);
    const later = { p_pledges_close: wallIn(36 * 60), p_bids_close: '', p_reason: 'A holiday.' };
    await call(coordinator, 'extend_round', { p_round: round, ...later });
    expect((await wakes()).at(-1)).toBe(6);
  });

  it('leaves five seconds for pledges under way, closes once, and may run twice at once', async () => {
    const { round } = await pledging();
    await sql`update public.rounds set pledges_close_at = now() - interval '2 seconds' where id = ${round}`;
    expect(await clock()).toBe(0);
    await sql`update public.rounds set pledges_close_at = now() - interval '6 seconds' where id = ${round}`;
    const moved = await Promise.all([clock(), clock(), clock()]);
    expect(moved.toSorted()).toEqual([0, 0, 1]);
    expect(await stateOf(round)).toBe('bidding');
    expect(await clock()).toBe(0);
    expect(
      (await eventsOf(round)).filter((action) => action === 'round.close_pledging'),
    ).toHaveLength(1);
  });

  it('waits for a pledge that began in time', async () => {
    const { round, lots } = await pledging();
    const slow = db.asUser(member!.user, async (tx) => {
      await tx`select public.pledge(${randomUUID()}, ${lots[0]!}, ${member!.producer}, 7, 0)`;
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = letTimePass(sql, round, 24 * 60 + 1).then(clock);
    await slow;
    expect(await closing).toBe(1);
    const [demand] = await sql`select firm from private.lot_demand(${lots[0]!})`;
    expect(demand!['firm']).toBe('7');
  });

  it('adds three days once where a wanted lot asks for it, then goes on', async () => {
    const lot = { moq: 100, whenShort: 'extend' };
    const { round, lots } = await pledging({ lots: [lot, { title: 'Nobody wants it', ...lot }] });
    await pledgeFor(stage, member!.user, lots[0]!, member!.producer, 40, { tolerance: 10 });
    const before = await dates(round);
    await sql`update public.rounds set pledges_close_at = now() - interval '10 seconds' where id = ${round}`;
    expect(await clock()).toBe(1);
    expect(await stateOf(round)).toBe('pledging');
    const after = await dates(round);
    expect(Math.round((+after.pledges - Date.now()) / 60_000)).toBe(3 * 24 * 60);
    expect(+after.bids - +before.bids).toBe(3 * 24 * 60 * 60_000);
    const [event] =
      await sql`select actor, reason, data from public.events where subject_id = ${round} and action = 'round.extend'`;
    expect(event).toMatchObject({
      actor: null,
      reason: 'Rubber soles',
      data: { lots: ['Rubber soles'] },
    });
    await sql`update public.rounds set pledges_close_at = now() - interval '10 seconds' where id = ${round}`;
    expect(await clock()).toBe(1);
    expect(await stateOf(round)).toBe('bidding');
  });

  it('adds none where nobody asked for it or enough is pledged', async () => {
    const short = await pledging({ lots: [{ moq: 100 }] });
    const enough = await pledging({ lots: [{ moq: 100, whenShort: 'extend' }] });
    await pledgeFor(stage, member!.user, short.lots[0]!, member!.producer, 40);
    await pledgeFor(stage, second!.user, enough.lots[0]!, second!.producer, 80, { tolerance: 30 });
    for (const { round } of [short, enough]) await letTimePass(sql, round, 24 * 60 + 1);
    await clock();
    expect([await stateOf(short.round), await stateOf(enough.round)]).toEqual([
      'bidding',
      'bidding',
    ]);
  });

  it('gives suppliers their days when it comes late', async () => {
    const { round } = await pledging();
    await letTimePass(sql, round, 4 * 24 * 60);
    await clock();
    const { bids } = await dates(round);
    expect(Math.round((+bids - Date.now()) / 60_000)).toBe(24 * 60);
  });
});

describe('more time', () => {
  it('moves a deadline later only, with a reason that all are told', async () => {
    const { round } = await pledging();
    const extend = (pledges: string, bids: string, reason = 'Two members are away.') =>
      call(coordinator, 'extend_round', {
        p_round: round,
        p_pledges_close: pledges,
        p_bids_close: bids,
        p_reason: reason,
      });
    expect(await answerOf(extend('', ''))).toBe('nothing_changed');
    expect(await answerOf(extend(wallIn(60), ''))).toBe('round_only_later');
    expect(await answerOf(extend(wallIn(72 * 60), ''))).toBe('round_dates_order');
    expect(await answerOf(extend(wallIn(36 * 60), '', ' '))).toBe('reason_required');
    await takeMails(db);
    await extend(wallIn(72 * 60), wallIn(96 * 60));
    expect((await takeMails(db)).map((mail) => mail.template)).toContain('round_extended');
    expect(await stateOf(round)).toBe('pledging');
  });

  it('is an amendment once suppliers bid', async () => {
    const { round } = await pledging();
    await call(coordinator, 'close_pledging', { p_round: round, p_reason: 'All have pledged.' });
    const before = await dates(round);
    await call(coordinator, 'extend_round', {
      p_round: round,
      p_pledges_close: wallIn(72 * 60),
      p_bids_close: wallIn(96 * 60),
      p_reason: 'A holiday.',
    });
    const after = await dates(round);
    expect(+after.pledges).toBe(+before.pledges);
    const [amendment] =
      await sql`select number, text from public.round_amendments where round_id = ${round}`;
    expect(amendment).toEqual({ number: 1, text: 'A holiday.' });
  });
});

describe('cancelling', () => {
  it('needs a reason, tells everybody, and opens the wishes again', async () => {
    const wish = randomUUID();
    await call(member!.user, 'add_wish', {
      p_id: wish,
      p_cluster: cluster.id,
      p_producer: member!.producer,
      p_wish: { title: 'Wax thread', unit: 'XRO', quantity: 4 },
    });
    const { round } = await draftRound(stage);
    await call(coordinator, 'lots_from_wishes', { p_round: round, p_wishes: [wish] });
    await openPledging(stage, round);
    expect(
      await answerOf(call(coordinator, 'cancel_round', { p_round: round, p_reason: '' })),
    ).toBe('reason_required');
    await takeMails(db);
    await call(coordinator, 'cancel_round', { p_round: round, p_reason: 'The store has burnt.' });
    const mails = await takeMails(db);
    expect(
      mails.filter((mail) => mail.template === 'round_cancelled').length,
    ).toBeGreaterThanOrEqual(2);
    const [open] = await sql`select closed_at, lot_id from public.wishes where id = ${wish}`;
    expect(open).toEqual({ closed_at: null, lot_id: null });
    expect(await answerOf(openPledging(stage, round))).toBe('wrong_state');
  });

  it('and closing at once: one of them holds, and the record says which', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { round } = await pledging();
      await letTimePass(sql, round, 24 * 60 + 1);
      const outcome = await Promise.all([
        answerOf(call(coordinator, 'cancel_round', { p_round: round, p_reason: 'Nobody pays.' })),
        answerOf(
          call(coordinator, 'close_pledging', { p_round: round, p_reason: 'All have pledged.' }),
        ),
        clock(),
      ]);
      // Closed first, it may still be cancelled; cancelled first, nothing closes it.
      expect(outcome[0]).toBe('ok');
      expect(await stateOf(round)).toBe('cancelled');
      const steps = (await eventsOf(round)).slice(3);
      expect([['round.cancel'], ['round.close_pledging', 'round.cancel']]).toContainEqual(steps);
    }
  });
});
