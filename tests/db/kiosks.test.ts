import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { printedCode } from '#src/domain/exhibitions/code.ts';
import type { KioskDesk } from '#src/features/exhibitions/kiosk/queries.ts';
import type { ShownRows } from '#src/features/exhibitions/kiosk/views.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  draftExhibition,
  furnishedBooth,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, rival, maker] = await Promise.all(Array.from({ length: 3 }, () => db.addUser()));
const cluster = await scene.cluster(curator!, 'Masoro');
const foreign = await scene.cluster(rival!, 'Elsewhere');
const shop = await scene.workshop(maker!, 'Akagera Boots');
await scene.accept(maker!, await scene.invite(curator!, 'cluster_producer', cluster.id), shop.id);
const boot = await scene.published(maker!, shop.id);
const stage = { sql, cluster: cluster.id, curator: curator! };
const elsewhere = { sql, cluster: foreign.id, curator: rival! };

const KIOSK = { name: 'Entrance', locale: 'en', start: '', idleSeconds: 60 };
const save = (exhibition: string, id: string = randomUUID(), more = {}, who = curator!) =>
  call<string>(who, 'save_kiosk', {
    p_id: id,
    p_exhibition: exhibition,
    p_kiosk: { ...KIOSK, ...more },
  });
const code = (kiosk: string, who = curator!) =>
  call<string>(who, 'make_pairing_code', { p_kiosk: kiosk });
const pair = (typed: string, who = 'service') => call<string>(who, 'pair_kiosk', { p_code: typed });
type Word = { revoked: boolean; start: string; locale: string; kiosk: string; today: string };
const beat = (token: string, more = {}) =>
  call<Word>('anon', 'kiosk_heartbeat', {
    p_token: token,
    p_beat: { bundle: null, newest: null, waiting: 0, counts: [], ...more },
  });
const bundle = (token: string, locale = 'en') =>
  call<ShownRows>('anon', 'kiosk_bundle', { p_token: token, p_locale: locale });
const desk = (exhibition: string, who = curator!) =>
  call<KioskDesk | null>(who, 'exhibition_kiosks', { p_exhibition: exhibition, p_locale: 'en' });

/** An open exhibition with a furnished booth and a paired kiosk. */
async function pairedKiosk(of = stage) {
  const shown = await shownExhibition(of);
  const kiosk = await save(shown.exhibition, randomUUID(), {}, of.curator);
  const token = await pair(await code(kiosk, of.curator));
  return { ...shown, kiosk, token };
}

async function withBooth() {
  const paired = await pairedKiosk();
  const { booth } = await furnishedBooth(stage, paired.hall, shop.id, { products: [boot.id] });
  return { ...paired, booth };
}

const cardOf = (more = {}) => ({
  id: randomUUID(),
  key: randomBytes(32).toString('base64url'),
  name: 'A visitor',
  email: 'visitor@example.com',
  locale: 'en',
  consent: 'I leave this card at the booths I chose.',
  consentedAt: new Date().toISOString(),
  ...more,
});
const leave = (token: string, card: Record<string, unknown>, booths: string[]) =>
  call<{ id: string }>('anon', 'leave_kiosk_card', {
    p_token: token,
    p_card: card,
    p_booths: booths,
  });

describe('pairing a kiosk', () => {
  it('takes a code once, keeps only hashes, and gives a long token', async () => {
    const { exhibition } = await shownExhibition(stage);
    const kiosk = await save(exhibition);
    const first = await code(kiosk);
    const second = await code(kiosk);
    expect(second).toMatch(/^[0-9a-hjkmnp-tv-z]{7}$/);
    expect(printedCode(second).shown).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await answerOf(pair(first))).toBe('pairing_code_wrong');
    const token = await pair(second.toUpperCase());
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(await answerOf(pair(second))).toBe('pairing_code_wrong');
    const [row] =
      await sql`select to_jsonb(k)::text as kept from public.kiosks k where id = ${kiosk}`;
    expect(row!['kept']).not.toContain(token);
    expect((await beat(token)).kiosk).toBe(kiosk);
    expect((await desk(exhibition))!.kiosks[0]).toMatchObject({ id: kiosk, codeUntil: null });
  });

  it('ends with the fifteen minutes, and is done by our server alone', async () => {
    const { exhibition } = await shownExhibition(stage);
    const kiosk = await save(exhibition);
    const made = await code(kiosk);
    for (const who of ['anon', curator!])
      expect(await answerOf(pair(made, who))).toBe('not_allowed');
    await sql`update public.kiosks set pairing_until = now() - interval '1 second' where id = ${kiosk}`;
    expect(await answerOf(pair(made))).toBe('pairing_code_wrong');
    expect(await answerOf(pair('0000000'))).toBe('pairing_code_wrong');
  });

  it('lets the device before it go', async () => {
    const { kiosk, token } = await pairedKiosk();
    const next = await pair(await code(kiosk));
    expect(await beat(token)).toEqual({ revoked: true });
    expect((await beat(next)).revoked).toBe(false);
  });

  it('is for curators: others learn nothing and change nothing', async () => {
    const { exhibition, kiosk } = await pairedKiosk();
    for (const who of [rival!, maker!]) {
      expect(await desk(exhibition, who)).toBeNull();
      expect(await answerOf(code(kiosk, who))).toBe('not_found');
      expect(await answerOf(save(exhibition, kiosk, {}, who))).toBe('not_found');
      expect(await answerOf(call(who, 'revoke_kiosk', { p_kiosk: kiosk }))).toBe('not_found');
      const seen = await db.asUser(
        who,
        (tx) => tx`select id from public.kiosks where id = ${kiosk}`,
      );
      expect(seen).toHaveLength(0);
    }
    const theirs = await draftExhibition(elsewhere);
    expect(await answerOf(save(theirs, kiosk, {}, rival!))).toBe('not_found');
  });
});

describe('a paired kiosk', () => {
  it('hears of another start page and language, and is gone when it is revoked', async () => {
    const { exhibition, kiosk, token } = await pairedKiosk();
    await save(exhibition, kiosk, { start: '/guest-book', locale: 'fr' });
    await save(exhibition, kiosk, { start: '/guest-book', locale: 'fr' });
    expect(await beat(token)).toMatchObject({ start: '/guest-book', locale: 'fr' });
    const [changes] = await sql`
      select count(*)::int as n from public.events where subject_id = ${exhibition} and action = 'exhibition.kiosk_changed'`;
    expect(changes!['n']).toBe(1);
    await call(curator!, 'revoke_kiosk', { p_kiosk: kiosk });
    await call(curator!, 'revoke_kiosk', { p_kiosk: kiosk });
    expect(await beat(token)).toEqual({ revoked: true });
    expect(await answerOf(bundle(token))).toBe('not_found');
    expect(await answerOf(leave(token, cardOf(), [randomUUID()]))).toBe('not_found');
    const again = await pair(await code(kiosk));
    expect((await beat(again)).revoked).toBe(false);
  });

  it('opens with nothing but a place of the exhibition, in one of its languages', async () => {
    const { exhibition } = await shownExhibition(stage);
    for (const start of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/operator',
      '/halls/../x',
    ])
      expect(await answerOf(save(exhibition, randomUUID(), { start })), start).toBe(
        'invalid_input',
      );
    expect(await answerOf(save(exhibition, randomUUID(), { locale: 'sw' }))).toBe('invalid_input');
    expect(await answerOf(save(exhibition, randomUUID(), { name: ' ' }))).toBe('invalid_input');
  });

  it('gets its own exhibition whole, each thing with its code, and nothing hidden', async () => {
    const { token, exhibition, hall, booth } = await withBooth();
    const whole = await bundle(token);
    expect(whole.frame.id).toBe(exhibition);
    expect(whole.objects.map(({ code: sign }) => sign)).toEqual(
      whole.objects.map(() => expect.stringMatching(/^[0-9a-z]{7}$/)),
    );
    expect(whole.halls.flatMap(({ booths }) => booths.map(({ id }) => id))).toEqual([booth]);
    const campaigns = await sql<{ campaign: string }[]>`
      select distinct campaign from public.codes where exhibition_id = ${exhibition} and code in ${sql(whole.objects.map((o) => o.code!))}`;
    expect(campaigns.map(({ campaign }) => campaign)).toEqual(['kiosk']);
    await sql`update public.booths set state = 'submitted', approved_at = null where id = ${booth}`;
    const less = await bundle(token);
    expect(JSON.stringify(less)).not.toContain(booth);
    expect(less.halls[0]!.id).toBe(hall);
  });

  it('is told nothing of halls whose doors are closed', async () => {
    const { token, exhibition, hall } = await pairedKiosk();
    await sql`update public.exhibitions set opens_at = now() + interval '1 hour' where id = ${exhibition}`;
    const told = await bundle(token);
    expect(told.shown).toBe(false);
    expect(JSON.stringify(told)).not.toContain(hall);
  });

  it('counts totals of a day once, however often it tells them, and only of its exhibition', async () => {
    const { token, exhibition, work, kiosk } = await pairedKiosk();
    const other = await pairedKiosk(elsewhere);
    const { today: day } = await beat(token);
    const seen = (id: string, count: number, more = {}) => ({
      ...{ day, subject: 'exhibit', id, metric: 'view', count },
      ...more,
    });
    await beat(token, { counts: [seen(work, 3), seen(other.work, 9)] });
    await beat(token, { counts: [seen(work, 5), seen(work, 4)] });
    await beat(token, {
      counts: [
        seen(work, 5),
        seen(work, 7, { metric: 'order' }),
        seen(work, 7, { day: '2020-01-01' }),
        seen(work, 7, { day: '2999-01-01' }),
      ],
    });
    const rows = await sql`
      select exhibition_id, subject_id, metric, count::int from public.daily_counts where channel = ${`kiosk:${kiosk}`}`;
    expect([...rows]).toEqual([
      { exhibition_id: exhibition, subject_id: work, metric: 'view', count: 5 },
    ]);
    await beat(token, { waiting: 4, bundle: 'a', newest: 'b' });
    expect((await desk(exhibition))!.kiosks[0]).toMatchObject({
      waiting: 4,
      bundle: 'a',
      newest: 'b',
    });
  });
});

describe('cards and entries of a kiosk', () => {
  it('arrive once, however often they are sent', async () => {
    const { token, booth, kiosk, exhibition } = await withBooth();
    const card = cardOf();
    const [first, second] = [await leave(token, card, [booth]), await leave(token, card, [booth])];
    expect(second).toEqual(first);
    const rows =
      await sql`select kiosk_id from public.visitor_cards where exhibition_id = ${exhibition}`;
    expect([...rows]).toEqual([{ kiosk_id: kiosk }]);
    const entry = {
      id: randomUUID(),
      name: 'A visitor',
      place: 'Huye',
      text: 'Fine seams.',
      locale: 'en',
    };
    for (let n = 0; n < 2; n += 1)
      await call('anon', 'sign_kiosk_guest_book', { p_token: token, p_entry: entry });
    const entries = await sql`
      select state, kiosk_id from public.guest_book_entries where exhibition_id = ${exhibition}`;
    expect([...entries]).toEqual([{ state: 'waiting', kiosk_id: kiosk }]);
  });

  it('are taken for booths of its own exhibition, with its own token', async () => {
    const own = await withBooth();
    const other = await pairedKiosk(elsewhere);
    expect(await answerOf(leave(other.token, cardOf(), [own.booth]))).toBe('not_found');
    expect(await answerOf(leave(`${own.token}x`, cardOf(), [own.booth]))).toBe('not_found');
    const [cards] =
      await sql`select count(*)::int as n from public.visitor_cards where exhibition_id = ${own.exhibition}`;
    expect(cards!['n']).toBe(0);
  });

  it('are stopped when a token floods', async () => {
    const { token, booth, kiosk } = await withBooth();
    await sql`select public.take_rate_limit(${`kiosk ${kiosk}`}, 1000000, 3600) from generate_series(1, 400)`;
    expect(await answerOf(leave(token, cardOf(), [booth]))).toBe('rate_limited');
  });
});
