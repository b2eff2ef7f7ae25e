import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, expect, test, vi } from 'vitest';
import { MediaShelf } from '#src/server/media/shelf.ts';
import { noisyJpeg, quarters } from '#tests/unit/media/photos.ts';
import { setStage } from './media-stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = await setStage();
const { sql } = stage.db;
beforeEach(() => stage.clearOutbox());

const [{ exhibition, tour }] = await sql<[{ exhibition: string; tour: string }]>`
  with e as (
    insert into public.exhibitions (slug, texts, languages, zone, opens_at, closes_at)
    values ('parts', '{"title": {"en": "Parts"}}', '{en}', 'UTC', now(), now() + interval '1 day') returning id)
  insert into public.tours (exhibition_id, position, slug, texts)
  select id, 0, 'tour', '{"title": {"en": "Tour"}}' from e returning exhibition_id as exhibition, id as tour`;

let places = 0;
const region = { x: 350, y: 0, width: 350, height: 200 };
async function addStop(media: string, { x, y, width, height } = region) {
  places += 1;
  await sql`insert into public.tour_stops (tour_id, exhibition_id, position, media_id, x, y, width, height, texts)
    values (${tour}, ${exhibition}, ${places}, ${media}, ${x}, ${y}, ${width}, ${height}, '{"title": {"en": "A stop"}}')`;
}

async function uploaded(bytes: Uint8Array) {
  const sent = await stage.send(bytes);
  if (!sent.ok) throw new Error(sent.failure.code);
  return { ...sent.value, folder: `${sent.value.code}-${sent.value.sha8}` };
}
const filesOf = async (folder: string) =>
  (await stage.objects()).filter((name) => name.startsWith(`media/${folder}/`));
const shelf = () =>
  new MediaShelf({ bucket: stage.deps.media, siteUrl: 'https://market.example', cacheBytes: 0 });

test('a stop orders its region once the picture is finished; the cut is real, and made once', async () => {
  const { id, folder } = await uploaded(await quarters(700, 400).jpeg().toBuffer());
  await addStop(id);
  await stage.work('media.derive', { id });
  await addStop(id);
  const orders = (await stage.outbox()).filter(({ kind }) => kind === 'media.crop');
  expect(orders).toHaveLength(2);
  expect(orders[0]).toMatchObject({
    payload: { id, ...region },
    dedupe: `media.crop:${id}:350,0,350,200`,
  });
  const half = { ...stage.deps.codec, run: vi.fn().mockRejectedValue(new Error('killed')) };
  await expect(stage.work('media.crop', orders[0]!.payload, 1, { codec: half })).rejects.toThrow();
  expect(await sql`select * from public.media_crops`).toHaveLength(0);
  await stage.work('media.crop', orders[0]!.payload);
  expect((await filesOf(folder)).filter((name) => name.includes('350,0,350'))).toEqual([
    `media/${folder}/350,0,350,200/320,183/0/default.avif`,
    `media/${folder}/350,0,350,200/320,183/0/default.jpg`,
    `media/${folder}/350,0,350,200/350,200/0/default.avif`,
    `media/${folder}/350,0,350,200/350,200/0/default.jpg`,
  ]);
  expect(await sql`select avif from public.media_crops where media_id = ${id}`).toEqual([
    { avif: true },
  ]);
  const idle = { ...stage.deps.codec, run: vi.fn() };
  await stage.work('media.crop', orders[1]!.payload, 1, { codec: idle });
  expect(idle.run).not.toHaveBeenCalled();
  const cut = await shelf().answer(`${folder}/350,0,350,200/350,200/0/default.jpg`, undefined);
  // The right upper quarter is green.
  const { channels } = await sharp(cut.body!).stats();
  expect(channels[1]!.mean).toBeGreaterThan(140);
  expect(channels[0]!.mean).toBeLessThan(60);
});

test('a region that leaves the picture is not ordered, and its job does nothing', async () => {
  const { id } = await uploaded(await noisyJpeg(300, 200));
  await stage.work('media.derive', { id });
  await stage.clearOutbox();
  await addStop(id, { x: 0, y: 0, width: 301, height: 100 });
  expect((await stage.outbox()).filter(({ kind }) => kind === 'media.crop')).toEqual([]);
  await stage.work('media.crop', { id, x: 0, y: 0, width: 301, height: 100 });
  await stage.work('media.crop', { id: randomUUID(), ...region });
  expect(await sql`select 1 from public.media_crops where media_id = ${id}`).toHaveLength(0);
});

test('tiles: all of them lie there before the row says so, and the ordinary service is as it was', async () => {
  const { id, folder } = await uploaded(await noisyJpeg(2600, 1100));
  await stage.work('media.derive', { id });
  const before = await shelf().answer(`${folder}/info.json`, undefined);
  await stage.clearOutbox();
  await sql`update public.media set deep_zoom = true where id = ${id}`;
  expect(await stage.outbox()).toMatchObject([{ kind: 'media.tile', payload: { id } }]);
  expect((await shelf().answer(`${folder}/deep/info.json`, undefined)).status).toBe(404);
  await stage.work('media.tile', { id });
  const [tiled] = await sql`select tiled_at from public.media where id = ${id}`;
  expect(tiled!['tiled_at']).toBeInstanceOf(Date);
  const answer = await shelf().answer(`${folder}/deep/info.json`, undefined);
  const described = JSON.parse(String(answer.body)) as Record<string, unknown>;
  expect(described).toMatchObject({
    id: `https://market.example/iiif/3/${folder}/deep`,
    profile: 'level0',
    width: 2600,
    height: 1100,
    maxWidth: 2048,
    tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }],
  });
  for (const tile of [
    '2560,1024,40,76/40,76',
    'full/325,138',
    '0,0,2048,1100/512,275',
    'full/max',
  ]) {
    const { status, headers } = await shelf().answer(
      `${folder}/deep/${tile}/0/default.jpg`,
      undefined,
    );
    expect([tile, status, headers['content-type']]).toEqual([tile, 200, 'image/jpeg']);
  }
  expect((await shelf().answer(`${folder}/info.json`, undefined)).body).toEqual(before.body);
  const idle = { ...stage.deps.codec, run: vi.fn() };
  await stage.work('media.tile', { id }, 1, { codec: idle });
  expect(idle.run).not.toHaveBeenCalled();
});

test('the sweep orders what was lost', async () => {
  const { id } = await uploaded(await noisyJpeg(500, 400));
  await stage.work('media.derive', { id });
  await addStop(id, { x: 0, y: 0, width: 100, height: 100 });
  await sql`update public.media set deep_zoom = true where id = ${id}`;
  await stage.clearOutbox();
  await stage.work('media.sweep', {});
  await stage.work('media.sweep', {});
  const ordered = (await stage.outbox()).map(({ dedupe }) => dedupe);
  expect(ordered.filter((one) => one.includes(id)).sort()).toEqual([
    `media.crop:${id}:0,0,100,100`,
    `media.tile:${id}`,
  ]);
});
