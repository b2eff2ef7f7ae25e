import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runMigrations, type JobHelpers } from 'graphile-worker';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createLog } from '#src/server/log.ts';
import { startCodec } from '#src/server/media/codec-process.ts';
import { openBucket } from '#src/server/media/storage.ts';
import { mediaTasks } from '#src/worker/tasks/media.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '#supabase/demo/content/accounts.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import { demoPictures } from '#supabase/demo/db/pictures.ts';
import { productId } from '#supabase/demo/db/people.ts';
import { removeDemo } from '#supabase/demo/db/removal.ts';
import { loadDemo, type DemoOptions } from '#supabase/demo/load.ts';
import { sourceName, SOURCES } from '#supabase/demo/pictures/sources.ts';
import { FileStorage } from '#supabase/embedded/file-storage.ts';
import { connect } from '#supabase/embedded/database.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const FEW = 6;

const db = await createTestDatabase();
await runMigrations({ connectionString: db.url });
const api = await startApi(db);
const folder = mkdtempSync(join(tmpdir(), 'isoko-demo-'));
const pool = new pg.Pool({ connectionString: db.url, max: 2 });
const compact = await sharp({
  create: { width: 700, height: 875, channels: 3, background: '#a0522d' },
})
  .avif()
  .toBuffer();

afterAll(async () => {
  await pool.end();
  rmSync(folder, { recursive: true, force: true });
});

const options: DemoOptions = {
  databaseUrl: db.url,
  apiUrl: api.url,
  secretKey: api.keys.secretKey,
  siteUrl: 'https://market.example',
  pictures: FEW,
  source: async () => compact,
};

/** Rows of every table that holds something of the market's or its people's. */
async function counts(): Promise<Record<string, number>> {
  const tables = await db.sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'auth', 'storage') and tablename <> 'audit_log_entries'
      or schemaname = 'private' and tablename in ('outbox', 'listings')
    order by 1`;
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.sql.unsafe(`select count(*)::int as n from ${name}`);
    found[name as string] = Number(row?.['n']);
  }
  return found;
}

async function one(query: string): Promise<number> {
  const [row] = await db.sql.unsafe(`select (${query})::int as n`);
  return Number(row?.['n']);
}

/** Runs the waiting jobs of one kind as the worker would. */
async function runJobs(kind: string): Promise<number> {
  const store = api.clients.service();
  const codec = startCodec();
  const tasks = mediaTasks({
    originals: openBucket(store, 'originals'),
    media: openBucket(store, 'media'),
    codec,
    siteUrl: 'https://market.example',
    log: createLog({ sink: () => undefined }),
  });
  const jobs = await db.sql`delete from private.outbox where kind = ${kind} returning payload`;
  for (const { payload } of jobs) {
    const helpers = { query: pool.query.bind(pool), job: { attempts: 1 } };
    await tasks[kind]!(payload, helpers as unknown as JobHelpers);
  }
  codec.close();
  return jobs.length;
}

// A market of its own, which the demo must leave alone.
const mine = await api.clients.signUp('mine@isoko.test', { display_name: 'Me', intent: 'sell' });
await mine.client.rpc('create_producer', {
  p_id: randomUUID(),
  p_name: 'My own workshop',
  p_kind: 'workshop',
  p_country: 'RW',
  p_place: 'Kigali',
  p_locale: 'en',
});
const before = await counts();

describe('the demo', () => {
  test('loads what was promised', async () => {
    const steps = new Set<string>();
    const { loaded } = await loadDemo({
      ...options,
      onProgress: ({ step, done, total }) => {
        expect(done).toBeLessThanOrEqual(total);
        steps.add(step);
      },
    });
    expect(loaded).toBe(true);
    expect(steps.size).toBe(2);
    expect(await one('select count(*) from public.clusters')).toBeGreaterThanOrEqual(3);
    expect(await one('select count(*) from public.producers')).toBeGreaterThanOrEqual(24);
    expect(await one('select count(*) from public.products')).toBe(PRODUCTS.length);
    expect(
      await one(`select count(*) from public.products where state = 'published'`),
    ).toBeGreaterThanOrEqual(240);
    expect(
      await one('select count(distinct state) from public.products'),
      'drafts, reviews and the archive are seen too',
    ).toBe(4);
    expect(await one(`select count(distinct price_currency) from public.products`)).toBe(2);
    expect(await one('select count(*) from public.inquiries')).toBeGreaterThanOrEqual(2);
    expect(
      await one('select count(*) from public.producers where verified_at is not null'),
    ).toBeGreaterThan(10);
    expect(
      await one(`select count(*) from private.listings`),
      'the catalogue knows every published product',
    ).toBe(await one(`select count(*) from public.products where state = 'published'`));
  });

  test('keeps each state with the events that led to it', async () => {
    expect(
      await one(`select count(*) from public.products p where p.state::text is distinct from (
        select e.to_state from public.events e where e.subject_kind = 'product' and e.subject_id = p.id order by e.id desc limit 1)`),
    ).toBe(0);
    expect(
      await one(`select count(*) from public.inquiries i where i.state::text is distinct from (
        select e.to_state from public.events e where e.subject_kind = 'inquiry' and e.subject_id = i.id order by e.id desc limit 1)`),
    ).toBe(0);
    expect(await one('select count(*) from public.events where at > now()')).toBe(0);
  });

  test('puts its pictures where visitors find them', async () => {
    const [picture] = await db.sql`
      select m.*, (select count(*)::int from public.media_alts a where a.media_id = m.id) as alts
      from public.media m where m.state = 'ready' order by m.code limit 1`;
    expect(picture).toMatchObject({ width: 700, height: 875, alts: 4, avif: false });
    const bucket = openBucket(api.clients.service(), 'media');
    const name = `${picture!['code']}-${picture!['sha8']}`;
    const info = JSON.parse(String(Buffer.from((await bucket.get(`${name}/info.json`))!)));
    expect(info.id).toBe(`https://market.example/iiif/3/${name}`);
    const file = await bucket.get(`${name}/full/320,400/0/default.jpg`);
    expect(await sharp(file!).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
    expect(await one('select count(*) from public.cluster_media')).toBeGreaterThan(0);
  });

  test('leaves the smaller files to the worker', async () => {
    expect(await runJobs('media.derive_avif')).toBe(FEW);
    expect(await one('select count(*) from public.media where avif')).toBe(FEW);
  });

  test.each(ACCOUNTS)('lets $email sign in', async ({ email, displayName, locale, role }) => {
    const { client } = await api.clients.signIn(email, DEMO_PASSWORD);
    const { data } = await client.rpc('my_account');
    expect(data).toMatchObject({ displayName, locale, operator: role === 'operator' });
    expect(data.producers).toHaveLength(role === 'producer' ? 1 : 0);
    expect(data.buyers).toHaveLength(role === 'buyer' ? 1 : 0);
    expect(data.clusters).toHaveLength(role === 'coordinator' ? 1 : 0);
  });

  test('shows the producer an inquiry, and the buyer the answer', async () => {
    const producer = await api.clients.signIn('producer@isoko.test', DEMO_PASSWORD);
    const account = await producer.client.rpc('my_account');
    const inbox = await producer.client.rpc('list_inquiries', {
      p_side: 'producer',
      p_producer: account.data.producers[0].id,
    });
    expect(inbox.data.length).toBeGreaterThan(0);
    const buyer = await api.clients.signIn('buyer@isoko.test', DEMO_PASSWORD);
    const sent = await buyer.client.rpc('list_inquiries', { p_side: 'buyer' });
    expect(sent.data.length).toBeGreaterThan(0);
    expect(sent.data.some((row: { unread: boolean }) => row.unread)).toBe(true);
  });

  test('is found by the words of a product, misspelt too', async () => {
    const search = async (q: string) => {
      const { data, error } = await api.clients.anon().rpc('search_catalogue', {
        p_query: { q, sort: 'relevance', readingCurrency: 'RWF' },
        p_locale: 'en',
        p_limit: 24,
      });
      expect(error).toBeNull();
      return data as { total: number; items: { slug: string }[] };
    };
    expect((await search('derby')).items.map(({ slug }) => slug)).toContain('masoro-plain-derby');
    expect((await search('agasekke')).total).toBeGreaterThan(0);
  });

  test('is loaded once', async () => {
    const loaded = await counts();
    expect(await loadDemo(options)).toEqual({ loaded: false });
    expect(await counts()).toEqual(loaded);
  });

  test('is removed with all that came with it, and nothing else', async () => {
    const asked = await mine.client.rpc('send_inquiry', {
      p_id: randomUUID(),
      p_product: productId('masoro-plain-derby'),
      p_message: 'How much would sixty pairs be, with our own insole?',
      p_quantity: 60,
      p_needed_by: null,
      p_country: 'RW',
      p_organisation: '',
      p_locale: 'en',
    });
    expect(asked.error).toBeNull();
    await db.sql`delete from private.outbox where kind = 'mail.send'`;
    const owner = connect(db.url);
    const removed = await removeDemo(owner);
    expect(removed).toMatchObject({
      products: PRODUCTS.length,
      pictures: FEW,
      othersInquiries: 1,
      operatorsLeft: 0,
    });
    expect(await removeDemo(owner)).toMatchObject({ products: 0, accounts: 0 });
    await runJobs('media.remove');
    await owner.end();
    // What a person did happened, and stays in the log.
    const events = before['public.events']! + 1;
    expect(await counts()).toEqual({ ...before, 'public.events': events });
    const left =
      await db.sql`select tgname from pg_trigger where tgrelid = 'public.events'::regclass and tgenabled = 'D'`;
    expect(left, 'the log is append-only again').toHaveLength(0);
  });

  test('comes back at the same addresses, straight into the store of the embedded backend', async () => {
    const { apiUrl: _api, secretKey: _key, ...direct } = options;
    await loadDemo({ ...direct, dataDir: folder });
    const rows = await db.sql`select bucket_id, name, metadata from storage.objects`;
    expect(rows.length).toBe(FEW * 6);
    const codes = new Set(
      rows
        .filter((row) => row['bucket_id'] === 'media')
        .map((row) => String(row['name']).slice(0, 10)),
    );
    expect(codes).toEqual(
      new Set(
        demoPictures()
          .slice(0, FEW)
          .map(({ code }) => code),
      ),
    );
    const files = new FileStorage(join(folder, 'storage'));
    for (const row of rows) {
      const { metadata } = await files.getObject(String(row['bucket_id']), String(row['name']));
      expect(metadata.size).toBe(row['metadata'].size);
    }
  });
});

/** Runs a command of package.json's as a person would, with nothing but this environment. */
async function run(script: string, env: Record<string, string>) {
  const path = fileURLToPath(new URL(`../../supabase/demo/${script}`, import.meta.url));
  const child = promisify(execFile)(process.execPath, [path], { cwd: folder, env });
  return child.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}

describe.each(['remove.ts', 'load-command.ts'])('the command %s', (script) => {
  test('never touches a configured project unless it is told to', async () => {
    const { code, said } = await run(script, {
      SUPABASE_URL: api.url,
      SUPABASE_PUBLISHABLE_KEY: api.keys.publishableKey,
      SUPABASE_SECRET_KEY: api.keys.secretKey,
      DATABASE_URL: db.url,
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(said).toMatch(
      /^This would change the Supabase project at .+ say so with --yes-\w+-my-project\.\n$/,
    );
  });

  test('says where it found nothing, and makes nothing there', async () => {
    const nowhere = join(folder, 'nowhere');
    const { code, said } = await run(script, { DATA_DIR: nowhere });
    expect(code).toBe(1);
    expect(said).toContain(`There is no Isoko data in ${nowhere}`);
    expect(existsSync(nowhere)).toBe(false);
  });
});

test('no two pictures of the demo are the same, and each has its source', () => {
  const codes = demoPictures().map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const missing = demoPictures().filter(
    ({ spec }) => !existsSync(new URL(sourceName(spec), SOURCES)),
  );
  expect(
    missing.map(({ spec }) => spec),
    'node supabase/demo/pictures/build.ts',
  ).toEqual([]);
});
