import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addTour,
  addWork,
  curatorPicture,
  draftExhibition,
  offerBooth,
  previewKey,
  publishExhibition,
  type ExhibitionStage,
} from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const [guide, stranger] = await Promise.all([db.addUser(), db.addUser()]);
const anon = 'anon';

let stage: ExhibitionStage;
let exhibition: string;
let slug: string;
let media: string;
let tour: Awaited<ReturnType<typeof addTour>>;

const texts = { title: { en: 'The seam' } };
type Caller = string;
const ask = <T = never>(caller: Caller, name: string, args: Record<string, unknown>) =>
  scene.call<T>(caller, name, args);
const refusal = (caller: Caller, name: string, args: Record<string, unknown>) =>
  answerOf(ask(caller, name, args));
const here = () => ({ p_slug: slug, p_tour: tour.slug });
const page = (caller: Caller, key?: string) =>
  ask<object | null>(caller, 'exhibition_tour', {
    ...here(),
    p_locale: 'en',
    ...(key && { p_key: key }),
  });
const stop = (n: number) =>
  ask<object | null>(anon, 'exhibition_stop', { ...here(), p_number: n, p_locale: 'fr' });

beforeAll(async () => {
  const cluster = await scene.cluster(guide, 'Masoro');
  stage = { sql, cluster: cluster.id, curator: guide };
  exhibition = await draftExhibition(stage);
  const hall = await addHall(stage, exhibition);
  media = (await addWork(stage, hall)).pictures[0]!;
  tour = await addTour(stage, exhibition, media);
  const [row] = await sql<
    { slug: string }[]
  >`select slug from public.exhibitions where id = ${exhibition}`;
  slug = row!.slug;
});

describe('a curator', () => {
  const save = (more: object, id: string = randomUUID()) =>
    refusal(guide, 'save_stop', {
      p_id: id,
      p_tour: tour.tour,
      p_stop: { media, texts, ...more },
    });

  test.each([
    [{ x: -1, y: 0, width: 100, height: 100 }],
    [{ x: 0, y: 0, width: 2049, height: 100 }],
    [{ x: 2000, y: 0, width: 100, height: 100 }],
    [{ x: 0, y: 1300, width: 100, height: 100 }],
    [{ x: 0, y: 0, width: 31, height: 100 }],
    [{ x: 0, y: 0, width: 100 }],
    [{ x: 'a', y: 0, width: 100, height: 100 }],
    [{ x: 2147483647, y: 0, width: 2147483647, height: 100 }],
    [{ x: 1e12, y: 0, width: 100, height: 100 }],
  ])('draws no region that leaves the picture: %j', async (region) => {
    expect(await save({ region })).toBe('region_outside');
  });

  test('shows only pictures of the exhibition', async () => {
    expect(await save({ media: await curatorPicture(stage) })).toBe('photo_unknown');
    expect(await save({ media: randomUUID() })).toBe('photo_unknown');
  });

  test('saves a stop once, however often it is sent, and puts stops in order', async () => {
    const id = randomUUID();
    expect(await save({}, id)).toBe('ok');
    await ask(guide, 'save_stop', {
      p_id: id,
      p_tour: tour.tour,
      p_stop: { media, texts, region: { x: 0, y: 0, width: 2048, height: 1365 } },
    });
    expect(await save({ region: { x: 0, y: 0, width: 2048, height: 1365 } }, id)).toBe('ok');
    const ids = [id, ...tour.stops];
    const args = { p_tour: tour.tour, p_ids: ids };
    expect(await refusal(guide, 'arrange_stops', args)).toBe('ok');
    const rows =
      await sql`select id from public.tour_stops where tour_id = ${tour.tour} order by position`;
    expect(rows.map((row) => row['id'] as string)).toEqual(ids);
    expect(await refusal(guide, 'remove_stop', { p_stop: id })).toBe('ok');
    const strange = { p_tour: tour.tour, p_ids: [randomUUID()] };
    expect(await refusal(guide, 'arrange_stops', strange)).toBe('not_found');
  });
});

test('a stranger changes nothing, and learns nothing of it', async () => {
  const p_stop = tour.stops[0];
  const calls: [string, Record<string, unknown>][] = [
    ['save_tour', { p_id: tour.tour, p_exhibition: exhibition, p_tour: { texts } }],
    ['remove_tour', { p_tour: tour.tour }],
    ['save_stop', { p_id: p_stop, p_tour: tour.tour, p_stop: { media, texts } }],
    ['remove_stop', { p_stop }],
    ['arrange_stops', { p_tour: tour.tour, p_ids: [] }],
    ['add_voice', { p_id: randomUUID(), p_stop, p_locale: 'en', p_voice: null }],
    ['remove_voice', { p_stop, p_locale: 'en' }],
  ];
  for (const [name, args] of calls)
    expect([name, await refusal(stranger, name, args)]).toEqual([name, 'not_found']);
  expect(await ask(stranger, 'curated_tours', { p_exhibition: exhibition })).toBeNull();
});

describe('hidden before the opening', () => {
  let code: string;
  const file = (caller: Caller, ...keys: string[]) =>
    ask<object | null>(caller, 'audio_file', { p_code: code, p_keys: keys });
  const voice = {
    contentType: 'audio/mpeg',
    bytes: 9,
    sha256: 'ab'.repeat(32),
    milliseconds: 1500,
  };
  const add = { p_id: randomUUID(), p_locale: 'en', p_voice: voice };

  test('tour, stops and voice are there for curators and the unlisted link alone', async () => {
    const p_stop = tour.stops[0];
    code = await ask<string>(guide, 'add_voice', { ...add, p_stop });
    expect(await ask(guide, 'add_voice', { ...add, p_stop })).toBe(code);
    const other = { ...add, p_stop, p_voice: { ...voice, sha256: 'cd'.repeat(32) } };
    expect(await refusal(guide, 'add_voice', other)).toBe('conflict');
    expect([await page(anon), await stop(1), await file(anon)]).toEqual([null, null, null]);
    expect([await page(stranger), await file(stranger)]).toEqual([null, null]);
    expect(await page(guide)).toMatchObject({
      stops: [{ number: 1, spoken: true }, { number: 2 }],
    });
    expect(await file(guide)).toMatchObject({ public: false });
    const key = await previewKey(stage, exhibition);
    expect(await page(anon, key)).not.toBeNull();
    // The voice is heard by the same key, among others that the browser holds, and kept by no cache.
    expect(await file(anon, 'another-key', key)).toMatchObject({ public: false });
    expect(await file(anon, 'another-key', '')).toBeNull();
    const elsewhere = await draftExhibition(stage);
    expect(await file(anon, await previewKey(stage, elsewhere))).toBeNull();
    const many = Array.from({ length: 20 }, (_, n) => `key-number-${n}`);
    expect(await file(anon, ...many, key)).toBeNull();
  });

  test('who has a booth hears the voices before the opening, who had one elsewhere does not', async () => {
    const shop = await scene.workshop(stranger, 'Akagera Boots');
    expect(await file(stranger)).toBeNull();
    await sql`update public.producers set state = 'active' where id = ${shop.id}`;
    const [hall] = await sql<{ id: string }[]>`
      select id from public.halls where exhibition_id = ${exhibition}`;
    await offerBooth(stage, hall!.id, shop.id);
    expect(await file(stranger)).toMatchObject({ public: false });
    await sql`delete from public.booths where exhibition_id = ${exhibition}`;
    expect(await file(stranger)).toBeNull();
  });

  test('a voice without its words keeps the exhibition from being published', async () => {
    await expect(publishExhibition(stage, exhibition)).rejects.toThrow('exhibition_not_ready');
    await sql`update public.tour_stops set texts = texts || '{"transcript": {"en": "Look."}}' where id = ${tour.stops[0]}`;
    await publishExhibition(stage, exhibition);
    expect([await page(anon), await file(anon)]).toEqual([null, null]);
  });

  test('once open, everybody takes the tour; a removed voice is silent again', async () => {
    await sql`update public.exhibitions set opens_at = now() - interval '1 hour' where id = ${exhibition}`;
    expect(await file(anon)).toMatchObject({ public: true, contentType: 'audio/mpeg' });
    expect(await stop(1)).toMatchObject({
      of: 2,
      stop: {
        title: { text: 'Look 1 (fr)', locale: 'fr' },
        region: { x: 100, width: 640 },
        cut: null,
      },
      voice: { locale: 'en', transcript: { text: 'Look.', locale: 'en' } },
      previous: null,
      next: { number: 2 },
      object: { title: { locale: 'fr' } },
    });
    await sql`insert into public.media_crops (media_id, x, y, width, height) values (${media}, 100, 200, 640, 480)`;
    expect(await stop(1)).toMatchObject({ stop: { cut: { avif: false } } });
    expect([await stop(0), await stop(3)]).toEqual([null, null]);
    await ask(guide, 'remove_voice', { p_stop: tour.stops[0], p_locale: 'en' });
    expect(await file(anon)).toBeNull();
    await sql`update public.clusters set state = 'closed' where slug = 'masoro'`.catch(
      () => undefined,
    );
  });
});

describe('a recording that nobody needs', () => {
  const forget = () => sql`select private.forget_lost_recordings() as n`;
  const rows = async () =>
    (await sql`select 1 from public.audio where exhibition_id = ${id}`).length;
  let id: string;

  test('goes a day after it came, unless a stop has it or a kept version knows it', async () => {
    id = await draftExhibition(stage);
    const work = await addWork(stage, await addHall(stage, id));
    const { stops } = await addTour(stage, id, work.pictures[0]!);
    const voice = (sha256: string) => ({
      p_id: randomUUID(),
      p_stop: stops[0],
      p_locale: 'en',
      p_voice: { contentType: 'audio/mpeg', bytes: 9, sha256, milliseconds: 1500 },
    });
    const later = () =>
      sql`update public.audio set created_at = created_at - interval '25 hours' where exhibition_id = ${id}`;
    await ask(guide, 'add_voice', voice('ab'.repeat(32)));
    await ask(guide, 'keep_exhibition_version', { p_exhibition: id });
    for (const digest of ['cd', 'ef']) await ask(guide, 'add_voice', voice(digest.repeat(32)));
    await forget();
    expect(await rows()).toBe(3);
    await later();
    await forget();
    expect(await rows()).toBe(2);
    await sql`delete from public.exhibition_versions where exhibition_id = ${id}`;
    await forget();
    expect(await rows()).toBe(1);
    const left = await sql`select kind from private.outbox where kind = 'audio.remove'`;
    expect(left.length).toBeGreaterThanOrEqual(2);
  });
});
