import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { draftRound, LOT, openPledging, ROUND } from '#tests/support/round-stage.ts';
import { roundScene } from './round-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await roundScene(db);
const { call, coordinator, cluster } = scene;
const [member, second] = await scene.members(2);
const elsewhere = await roundScene(db);
const [stranger] = await elsewhere.members(1);
const stage = { sql, cluster: cluster.id, coordinator };

type Lot = { title: string; pack: number; tiers: unknown[]; wished: unknown; decimals: number };
type Overview = { title: string; lots: Lot[]; pledgesClose: string | null; languages: string[] };
const overview = (round: string) =>
  call<Overview>(coordinator, 'round_overview', { p_round: round });
const save = (id: string, change: object = {}) =>
  call<string>(coordinator, 'save_round', {
    p_id: id,
    p_cluster: cluster.id,
    p_round: { ...ROUND, ...change },
  });
const saveLot = (round: string, change: object = {}, id: string = randomUUID()) =>
  call(coordinator, 'save_lot', { p_id: id, p_round: round, p_lot: { ...LOT, ...change } });

describe('a draft', () => {
  it('is made once however often it is sent, and keeps wall clocks of its zone', async () => {
    const id = randomUUID();
    const dates = { pledgesClose: '2099-03-01T18:00', bidsClose: '2099-03-05T18:00' };
    await Promise.all([save(id, dates), save(id, dates)]);
    const [row] =
      await sql`select pledges_close_at as at, languages from public.rounds where id = ${id}`;
    expect((row!['at'] as Date).toISOString()).toBe('2099-03-01T16:00:00.000Z');
    expect(await overview(id)).toMatchObject({ ...dates, languages: ['en', 'fr'] });
    const others = { p_id: id, p_cluster: elsewhere.cluster.id, p_round: ROUND };
    expect(await answerOf(call(elsewhere.coordinator, 'save_round', others))).toBe('conflict');
  });

  it('keeps its currency once lots have prices', async () => {
    const { round } = await draftRound(stage);
    expect(await answerOf(save(round, { currency: 'USD' }))).toBe('lots_have_prices');
    const empty = await draftRound(stage, { lots: [{ referenceAmount: null, tiers: [] }] });
    expect(await answerOf(save(empty.round, { currency: 'USD' }))).toBe('ok');
  });

  it('takes lots apart, in order, and closes the gap', async () => {
    const { round, lots } = await draftRound(stage, {
      lots: [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }],
    });
    await call(coordinator, 'move_lot', { p_lot: lots[2], p_up: true });
    await call(coordinator, 'remove_lot', { p_lot: lots[0] });
    await call(coordinator, 'move_lot', { p_lot: lots[2], p_up: true });
    expect((await overview(round)).lots.map((lot) => lot.title)).toEqual(['Three', 'Two']);
    await saveLot(round, { title: 'Four' });
    const rows = await sql`select position from public.lots where round_id = ${round} order by 1`;
    expect(rows.map((row) => row['position'])).toEqual([0, 1, 2]);
  });

  it.each([
    [
      {
        tiers: [
          { minQuantity: 1, unitAmount: 5 },
          { minQuantity: 9, unitAmount: 6 },
        ],
      },
      'tier_price_rises',
    ],
    [
      { qualityCriteria: [{ id: 'a', question: 'Is it black?', weightBp: 9000 }] },
      'weights_not_whole',
    ],
    [{ qualityCriteria: [{ id: 'a', question: '?', weightBp: 10000 }] }, 'invalid_input'],
    [{ unit: 'XXX' }, 'unknown_unit'],
    [{ pack: 0 }, 'invalid_input'],
    [{ hsCode: '12' }, 'invalid_input'],
  ])('refuses a lot with %o', async (change, code) => {
    const { round } = await draftRound(stage, { lots: [] });
    expect(await answerOf(saveLot(round, change))).toBe(code);
  });

  it('shows only pictures of its own cluster', async () => {
    const { round, lots } = await draftRound(stage);
    const foreign = randomUUID();
    await sql`insert into public.media (id, cluster_id, state, content_type, bytes, sha256, sha8, width, height, colour)
      values (${foreign}, ${elsewhere.cluster.id}, 'ready', 'image/jpeg', 1, ${'b'.repeat(64)}, 'bbbbbbbb', 10, 10, '#aabbcc')`;
    const show = call(coordinator, 'set_lot_media', { p_lot: lots[0], p_media: foreign });
    expect(await answerOf(show)).toBe('photo_unknown');
    await saveLot(round, { mediaId: foreign }, lots[0]);
    const [row] = await sql`select media_id from public.lots where id = ${lots[0]!}`;
    expect(row!['media_id']).toBeNull();
  });
});

describe('starting from something', () => {
  it('takes the rules and lots of an earlier round or a template, not its dates', async () => {
    const { round } = await draftRound(stage, {
      lots: [{}, { title: 'Glue', unit: 'KGM', pack: 5000 }],
    });
    const [copy, template, again] = [randomUUID(), randomUUID(), randomUUID()];
    for (let n = 0; n < 2; n += 1)
      await call(coordinator, 'clone_round', { p_id: copy, p_from: round });
    await call(coordinator, 'save_template', { p_id: template, p_round: round, p_name: 'Usual' });
    await call(coordinator, 'start_from_template', { p_id: again, p_template: template });
    for (const id of [copy, again]) {
      const made = await overview(id);
      expect(made).toMatchObject({ title: ROUND.title, pledgesClose: null });
      expect(made.lots.map(({ title, pack, decimals }) => [title, pack, decimals])).toEqual([
        ['Rubber soles', 10, 0],
        ['Glue', 5000, 3],
      ]);
      expect(made.lots[0]!.tiers).toEqual(LOT.tiers);
    }
    await call(coordinator, 'delete_template', { p_template: template });
    const gone = { p_id: randomUUID(), p_template: template };
    expect(await answerOf(call(coordinator, 'start_from_template', gone))).toBe('not_found');
  });
});

const wish = async (title: string, change: object = {}, who = member!) => {
  const id = randomUUID();
  await call(who.user, 'add_wish', {
    p_id: id,
    p_cluster: cluster.id,
    p_producer: who.producer,
    p_wish: { title, unit: 'MTR', quantity: 40, ...change },
  });
  return id;
};
const join = (id: string, who: { user: string; producer: string }, quantity?: number) =>
  call(who.user, 'support_wish', { p_wish: id, p_producer: who.producer, p_quantity: quantity });

describe('a wish', () => {
  it('is joined, changed and handed on when its maker no longer wants it', async () => {
    const id = await wish('Canvas');
    await join(id, second!, 25);
    await join(id, second!, 30);
    const page = { p_slug: cluster.slug };
    type Desk = { wishes: { id: string; pooled: number; members: number; by: string }[] };
    const seen = async () =>
      (await call<Desk>(coordinator, 'coordination_wishes', page)).wishes.find((w) => w.id === id);
    expect(await seen()).toMatchObject({ pooled: 70, members: 2, by: 'Member 1' });
    await call(member!.user, 'withdraw_wish', { p_wish: id, p_producer: member!.producer });
    expect(await seen()).toMatchObject({ pooled: 30, members: 1, by: 'Member 2' });
    await call(second!.user, 'withdraw_wish', { p_wish: id, p_producer: second!.producer });
    expect(await seen()).toBeUndefined();
  });

  it('is for members of the cluster, each for its own; a coordinator may speak for one', async () => {
    const id = await wish('Buckles', { unit: 'H87' });
    expect(await answerOf(join(id, stranger!))).toBe('not_found');
    expect(await answerOf(join(id, { user: second!.user, producer: member!.producer }))).toBe(
      'not_found',
    );
    expect(
      await answerOf(join(id, { user: elsewhere.coordinator, producer: second!.producer })),
    ).toBe('not_found');
    expect(await answerOf(join(id, { user: coordinator, producer: second!.producer }))).toBe('ok');
    const close = (who: string) => answerOf(call(who, 'close_wish', { p_wish: id }));
    expect(await close(member!.user)).toBe('not_found');
    expect(await close(coordinator)).toBe('ok');
    expect(await answerOf(join(id, second!))).toBe('wish_closed');
  });

  it('becomes a lot; the same thing wished twice is one, and each counts', async () => {
    const ids = [await wish('Wax  thread'), await wish('wax thread', { quantity: 10 }, second!)];
    const other = await wish('Wax thread', { unit: 'XRO' });
    const round = randomUUID();
    await save(round, { wishes: [...ids, other, ids[0]] });
    const { lots } = await overview(round);
    expect(lots.map(({ title, pack, wished }) => ({ title, pack, wished }))).toEqual([
      { title: 'Wax  thread', pack: 100, wished: { quantity: 50, members: 2 } },
      { title: 'Wax thread', pack: 1, wished: { quantity: 40, members: 1 } },
    ]);
    await openPledging(stage, round).catch(() => undefined);
    await call(coordinator, 'cancel_round', { p_round: round, p_reason: 'Too early.' });
    const open =
      await sql`select 1 from public.wishes where id = any (${[...ids, other]}) and closed_at is null`;
    expect(open).toHaveLength(3);
  });
});

describe('the directory', () => {
  const supplier = {
    name: 'Kigali Cuir',
    country: 'RW',
    email: 'A@cuir.test',
    locale: 'fr',
    materials: 'Glue',
  };
  const put = (who: string, at: string, change: object = {}, id: string = randomUUID()) =>
    call<string>(who, 'save_supplier', {
      p_id: id,
      p_cluster: at,
      p_supplier: { ...supplier, ...change },
    });

  it('shows others what was listed, without how to reach it', async () => {
    const id = await put(coordinator, cluster.id, { listed: true });
    expect(await answerOf(put(coordinator, cluster.id, { email: 'a@CUIR.test' }))).toBe(
      'supplier_twice',
    );
    const page = { p_slug: elsewhere.cluster.slug };
    const other = await call<{ own: object[]; listed: object[] }>(
      elsewhere.coordinator,
      'coordination_suppliers',
      page,
    );
    expect(other.own).toEqual([]);
    expect(other.listed).toMatchObject([{ id, name: 'Kigali Cuir' }]);
    expect(JSON.stringify(other)).not.toContain('cuir.test');
    const rows = await db.asUser(
      elsewhere.coordinator,
      (tx) => tx`select email from public.supplier_contacts`,
    );
    expect(rows).toEqual([]);
    expect(await answerOf(put(elsewhere.coordinator, elsewhere.cluster.id, {}, id))).toBe(
      'not_found',
    );
  });

  it('leaves one with an account to itself, and keeps one that was asked', async () => {
    const id = await put(coordinator, cluster.id, { email: 'own@cuir.test' });
    const { round } = await draftRound(stage);
    await sql`insert into public.round_suppliers (round_id, supplier_id) values (${round}, ${id})`;
    const remove = () => answerOf(call(coordinator, 'remove_supplier', { p_supplier: id }));
    expect(await remove()).toBe('supplier_in_use');
    await sql`insert into public.supplier_members (supplier_id, user_id) values (${id}, ${stranger!.user})`;
    expect(await remove()).toBe('supplier_own');
    expect(await answerOf(put(coordinator, cluster.id, { name: 'Other' }, id))).toBe(
      'supplier_own',
    );
  });
});
