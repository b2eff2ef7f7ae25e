import { describe, expect, it } from 'vitest';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { fairIn } from '#tests/support/fair-stage.ts';
import { sceneOf } from '#tests/db/scene.ts';

// The door at which pages say that they were opened, as a stranger knocks at it.

const db = await createTestDatabase();
const { sql } = db;
const api = await startApi(db);
Object.assign(process.env, {
  SITE_URL: 'http://isoko.test',
  SUPABASE_URL: api.url,
  SUPABASE_PUBLISHABLE_KEY: api.keys.publishableKey,
  SUPABASE_SECRET_KEY: api.keys.secretKey,
  DATABASE_URL: db.url,
  LOG_LEVEL: 'error',
});
// Read after the environment is set: the configuration is checked when it is first asked for.
const { countSaved, countSeen } = await import('#src/features/exhibitions/numbers/count.ts');
const { finishBeforeStop } = await import('#src/server/http/before-stop.ts');

const scene = await sceneOf(db);
const maker = await db.addUser();
const shop = await scene.workshop(maker, 'Akagera Boots');
await sql`update public.producers set state = 'active' where id = ${shop.id}`;
const listed = await scene.published(maker, shop.id);
const [product] = await sql<
  { slug: string }[]
>`select slug from public.products where id = ${listed.id}`;
const fair = await fairIn(sql, product!.slug);
const draft = await fairIn(sql, product!.slug, { slug: 'draft-fair' });
await sql`update public.exhibitions set published_at = null where id = ${draft.id}`;

const ORIGIN = 'http://isoko.test';
const BROWSER =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36';
let person = 0;
const nobody = () => `10.1.${Math.floor(person / 250)}.${(person += 1) % 250}`;

type Knock = { body?: BodyInit; headers?: Record<string, string>; address?: string };
function knock({
  body = `view /exhibitions/${fair.slug}`,
  headers = {},
  address = nobody(),
}: Knock = {}) {
  const request = new Request(`${ORIGIN}/seen`, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, 'user-agent': BROWSER, ...headers },
    duplex: 'half',
  } as RequestInit);
  return countSeen({ request, clientAddress: address }, ORIGIN);
}
/** What is counted by now, and then forgotten. */
async function counted(): Promise<[string, string, string, number][]> {
  await finishBeforeStop();
  const rows = await sql<{ subject: string; metric: string; channel: string; count: number }[]>`
    select subject, metric, channel, count::int from public.daily_counts order by subject, metric, channel`;
  await sql`delete from public.daily_counts`;
  return rows.map(({ subject, metric, channel, count }) => [subject, metric, channel, count]);
}

describe('a page that was opened', () => {
  it('is counted, by the thing it shows', async () => {
    const here = `/rw/exhibitions/${fair.slug}`;
    for (const body of [
      `view ${here}`,
      `view ${here}/booths/${fair.booth}`,
      `view ${here}/objects/${fair.object}`,
      `zoom ${here}/objects/${fair.object}`,
      `view /embed/${fair.slug}/${fair.booth}`,
    ])
      expect(await knock({ body })).toBe(204);
    expect(await counted()).toEqual([
      ['booth', 'view', 'embed', 1],
      ['booth', 'view', 'web', 1],
      ['exhibit', 'view', 'web', 1],
      ['exhibit', 'zoom', 'web', 1],
      ['exhibition', 'view', 'web', 1],
    ]);
  });

  it('counts an object that was kept', async () => {
    const request = new Request(ORIGIN, { headers: { 'user-agent': BROWSER } });
    countSaved({ request, clientAddress: nobody() }, fair.slug, fair.object);
    countSaved({ request, clientAddress: nobody() }, fair.slug, 'no-such-object');
    expect(await counted()).toEqual([['exhibit', 'save', 'web', 1]]);
  });
});

describe('a stranger', () => {
  it('on another site counts nothing', async () => {
    for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`])
      expect(await knock({ headers: { origin } })).toBe(403);
    const bare = new Request(`${ORIGIN}/seen`, {
      method: 'POST',
      body: `view /exhibitions/${fair.slug}`,
    });
    expect(await countSeen({ request: bare, clientAddress: nobody() }, ORIGIN)).toBe(403);
    expect(await counted()).toEqual([]);
  });

  it('with a body of megabytes is sent away before it is read', async () => {
    expect(await knock({ body: 'x'.repeat(5_000_000) })).toBe(413);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64));
      },
    });
    expect(await knock({ body: endless })).toBe(413);
    expect(pulled).toBeLessThan(20);
    expect(await counted()).toEqual([]);
  });

  it('who makes things up is answered like everybody, and counts nothing', async () => {
    const here = `/exhibitions/${fair.slug}`;
    const bodies = [
      '',
      'view',
      'view /exhibitions/no-such-fair',
      `view ${here}/booths/no-such-booth`,
      `view ${here}/tours/urugendo/99`,
      `order ${here}`,
      `save ${here}/objects/${fair.object}`,
      `view ${here} kiosk:00000000-0000-0000-0000-000000000000`,
      'view /exhibitions/draft-fair',
      `view /exhibitions/draft-fair/booths/${draft.booth}`,
      '\u0000\ud800',
      '{"exhibition": "x"}',
    ];
    for (const body of bodies) expect(await knock({ body }), body).toBe(204);
    expect(await counted()).toEqual([]);
    // A campaign that was never printed is no campaign.
    await knock({ body: `view ${here} invented` });
    expect(await counted()).toEqual([['exhibition', 'view', 'web', 1]]);
  });

  it('in a flood counts as often as one address may', async () => {
    for (let n = 0; n < 1000; n += 1) await knock({ address: '10.9.9.9' });
    expect(await counted()).toEqual([['exhibition', 'view', 'web', 240]]);
  });

  it('with a flood of things leaves the others to be counted soon', async () => {
    for (let n = 0; n < 6000; n += 1)
      await knock({ body: `view /exhibitions/made-up-${n}`, address: `10.20.${n % 200}.${n % 7}` });
    expect(await counted()).toEqual([]);
    await knock();
    expect(await counted()).toEqual([['exhibition', 'view', 'web', 1]]);
  });

  it('who asks not to be tracked, or is a machine, is not counted', async () => {
    const wishes: Record<string, string>[] = [
      { dnt: '1' },
      { 'sec-gpc': '1' },
      { 'user-agent': 'Googlebot/2.1' },
      { 'user-agent': '' },
    ];
    for (const headers of wishes) expect(await knock({ headers })).toBe(204);
    expect(await counted()).toEqual([]);
  });
});
