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
import { checkLedger } from '#src/cli/ledger-checks.ts';
import { createLog } from '#src/server/log.ts';
import { startCodec } from '#src/server/media/codec-process.ts';
import { openBucket } from '#src/server/media/storage.ts';
import type { TaskContext } from '#src/worker/task.ts';
import { filesSweep } from '#src/worker/tasks/files.ts';
import { mediaTasks } from '#src/worker/tasks/media.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '#supabase/demo/content/accounts.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import { ROUNDS, WISHES } from '#supabase/demo/content/rounds.ts';
import { DEALS } from '#supabase/demo/content/trade.ts';
import { demoPictures } from '#supabase/demo/db/pictures.ts';
import { producerId, productId } from '#supabase/demo/db/people.ts';
import { removeDemo } from '#supabase/demo/db/removal.ts';
import { lotId, roundId } from '#supabase/demo/db/rounds/steps.ts';
import { loadDemo, type DemoOptions } from '#supabase/demo/load.ts';
import { sourceName, SOURCES } from '#supabase/demo/pictures/sources.ts';
import { FileStorage } from '#supabase/embedded/file-storage.ts';
import { connect } from '#supabase/embedded/database.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const FEW = 6;

/** The joint purchases in the order in which they began, and where they stand. */
const ROUNDS_NOW = ROUNDS.toSorted((a, b) => b.draftedDaysAgo - a.draftedDaysAgo).map((seed) => ({
  ...seed,
  state: seed.end ? 'settled' : seed.pledgesCloseInDays < 0 ? 'bidding' : 'pledging',
}));

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

/** What the worker does every hour, a day and more after the files' rows went. */
async function sweepFiles(): Promise<void> {
  await db.sql`update storage.objects set created_at = now() - interval '2 days' where bucket_id = 'files'`;
  const context = {
    sql: pool,
    db: api.clients.service(),
    log: createLog({ sink: () => undefined }),
  };
  await filesSweep.run(null, context as unknown as TaskContext);
}

/** An order that a person placed with a producer of the demo while they tried it. */
async function orderMyself(): Promise<void> {
  const producer = await api.clients.signIn('producer@isoko.test', DEMO_PASSWORD);
  const [inquiry, quote, buyer] = [randomUUID(), randomUUID(), randomUUID()];
  const answers = [
    await mine.client.rpc('create_buyer', {
      p_id: buyer,
      p_name: 'My own shop',
      p_kind: 'retailer',
      p_country: 'RW',
      p_website: null,
    }),
    await mine.client.rpc('send_inquiry', {
      p_id: inquiry,
      p_product: productId('masoro-plain-derby'),
      p_message: 'How much would sixty pairs be, with our own insole?',
      p_quantity: 60,
      p_needed_by: null,
      p_country: 'RW',
      p_organisation: '',
      p_locale: 'en',
      p_buyer: buyer,
    }),
    await producer.client.rpc('save_quote_draft', {
      p_id: quote,
      p_inquiry: inquiry,
      p_draft: {
        currency: 'RWF',
        incoterm: 'FCA',
        incotermPlace: 'Kigali',
        leadTimeDays: 30,
        paymentTerms: 'in_advance',
        validUntil: new Date(Date.now() + 9 * 86_400_000).toISOString(),
        notes: '',
        depositBp: 0,
        taxBp: 0,
        discountAmount: 0,
        freightAmount: 0,
        goodsAmount: 600,
        taxAmount: 0,
        totalAmount: 600,
        depositAmount: 0,
        lines: [
          {
            position: 0,
            description: 'Derbies',
            unit: 'PR',
            quantity: 60,
            unitAmount: 10,
            lineAmount: 600,
          },
        ],
      },
    }),
    await producer.client.rpc('send_quote', { p_quote: quote }),
    await mine.client.rpc('accept_quote', {
      p_quote: quote,
      p_order: randomUUID(),
      p_buyer: buyer,
    }),
  ];
  expect(answers.map(({ error }) => error)).toEqual(answers.map(() => null));
}

/** A pledge that a person who tried the demo made in it. */
async function pledgeMore(): Promise<void> {
  const producer = await api.clients.signIn('producer@isoko.test', DEMO_PASSWORD);
  const { error } = await producer.client.rpc('pledge', {
    p_form: randomUUID(),
    p_lot: lotId('spring-materials', 'hide'),
    p_producer: producerId('inzira-shoe-workshop'),
    p_firm: 4000,
    p_tolerance: 500,
  });
  expect(error).toBeNull();
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

  test('trades: orders in every state, with books, papers and files that are right', async () => {
    const findings = await checkLedger((query) => db.sql.unsafe(query) as never);
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await one('select count(*) from public.documents')).toBeGreaterThan(80);
    expect(await one('select count(distinct state) from public.orders')).toBeGreaterThanOrEqual(6);
    // Every deal with an order has one, and nobody was paid for nothing: an act that found nothing did nothing.
    const named = (act: string) =>
      DEALS.flatMap(({ acts }) => acts).filter(([, one]) => one.act === act).length;
    expect(await one('select count(*) from public.orders')).toBe(named('accept'));
    expect(await one('select count(*) from public.payments')).toBe(named('announce'));
    expect(await one(`select count(*) from public.payments where state = 'confirmed'`)).toBe(
      named('confirm'),
    );
    expect(await one('select count(*) from public.reviews')).toBe(named('review'));
    expect(await one(`select count(*) from public.refunds where state = 'succeeded'`)).toBe(1);
    expect(await one(`select count(*) from public.disputes where state = 'mediating'`)).toBe(1);
    expect(
      await one(`select count(*) from public.orders o join public.order_revisions r on r.order_id = o.id and r.revision = o.revision
        where (r.document ->> 'promisedOn')::date <> o.promised_on or (r.document ->> 'orderedAt')::timestamptz > o.created_at`),
      'what was agreed has the day on which it was',
    ).toBe(0);
    expect(
      await one(`select count(*) from public.orders o where o.state::text is distinct from (
        select e.to_state from public.events e where e.subject_kind = 'order' and e.subject_id = o.id and e.to_state is not null order by e.id desc limit 1)`),
    ).toBe(0);
    const files = await db.sql`select id, sha256 from public.files`;
    expect(files.length).toBeGreaterThanOrEqual(5);
    const bucket = openBucket(api.clients.service(), 'files');
    for (const { id, sha256 } of files)
      expect(await bucket.get(`rooms/${id}/${sha256}`)).not.toBeNull();
  });

  test('buys together: one purchase is over, one takes bids, others take pledges', async () => {
    const rounds = await db.sql`
      select r.slug, r.state, (select count(*)::int from public.lots l where l.round_id = r.id) as lots,
        (select count(distinct p.producer_id)::int from public.pledges p where p.round_id = r.id) as members
      from public.rounds r order by r.created_at`;
    expect(rounds.map(({ state, lots, members }) => [state, lots, members])).toEqual(
      ROUNDS_NOW.map(({ state, lots, pledges }) => [state, lots.length, pledges.length]),
    );
    expect(ROUNDS_NOW.map(({ state }) => state)).toEqual([
      'settled',
      'bidding',
      'pledging',
      'pledging',
    ]);
    expect(await one('select count(*) from public.suppliers')).toBe(6);
    expect(await one('select count(*) from public.wishes')).toBe(WISHES.length);
    expect(await one('select count(*) from public.wish_supports')).toBeGreaterThanOrEqual(10);
    expect(
      await one(`select count(*) from public.rounds r where r.state::text is distinct from (
        select e.to_state from public.events e where e.subject_kind = 'round' and e.subject_id = r.id and e.action not like 'round.order_%' and e.to_state is not null order by e.id desc limit 1)`),
    ).toBe(0);
    // What is over adds up, and was worth it; two members have not paid all of it yet.
    const [sums] = await db.sql`
      select sum(s.total_amount)::int as total, sum(s.reference_amount)::int as reference, count(*) filter (where private.round_owed(s.round_id, s.producer_id) > 0)::int as debtors,
        (select sum(i.total_amount)::int from public.supplier_invoices i) + (select sum(c.amount)::int from public.round_costs c) as costs
      from public.settlements s`;
    expect(sums!['total']).toBe(sums!['costs']);
    expect(sums!['reference']).toBeGreaterThan(sums!['total'] * 1.2);
    expect(sums!['debtors']).toBe(2);
    // Members have paid nearly all, and the suppliers were paid from that.
    const [open] = await db.sql`
      select sum(private.round_owed(s.round_id, s.producer_id))::int as owed,
        min(private.balance_of(null, null, r.cluster_id, 'bank', r.currency, null, r.id))::int as bank
      from public.settlements s join public.rounds r on r.id = s.round_id`;
    expect(open!['owed']).toBeLessThan(sums!['total'] * 0.06);
    expect(open!['bank']).toBeGreaterThan(0);
    expect(await one(`select count(distinct reason ->> 'code') from public.allocations`)).toBe(4);
    const steps = await db.sql`
      select s.at < lag(s.at) over (partition by s.round_id order by s.id) as back, s.facts ? 'bids' and s.facts ->> 'openedAt' is null as leaks, s.at > now() as early
      from public.round_releases s`;
    expect(steps.length).toBeGreaterThanOrEqual(15);
    expect(steps.filter(({ back, leaks, early }) => back || leaks || early)).toEqual([]);
  });

  test('asks the supplier for a bid, keeps the other bid sealed, and has a lot left to pledge for', async () => {
    const supplier = await api.clients.signIn('supplier@isoko.test', DEMO_PASSWORD);
    const desk = await supplier.client.rpc('supplier_desk');
    expect(desk.data.tenders.map((tender: { state: string }) => tender.state).sort()).toEqual([
      'bidding',
      'pledging',
      'settled',
    ]);
    const open = desk.data.tenders.find(({ state }: { state: string }) => state === 'bidding');
    const tender = await supplier.client.rpc('read_tender', { p_slug: open.slug });
    expect(tender.data.bids).toEqual([]);
    expect(tender.data.questions).toHaveLength(1);
    expect(tender.data.questions[0].answer).toMatch(/^Yes/);
    expect(JSON.stringify(tender.data)).not.toContain('Modjo');
    expect(
      await one(`select count(*) from public.bids b join public.rounds r on r.id = b.round_id
        where r.state = 'bidding' and b.state = 'submitted'`),
    ).toBe(1);
    const producer = await api.clients.signIn('producer@isoko.test', DEMO_PASSWORD);
    const { data } = await producer.client.rpc('studio_round', {
      p_slug: 'inzira-shoe-workshop',
      p_round: roundId('spring-materials'),
    });
    const mine = data.lots.map(({ mine }: { mine: unknown }) => mine !== null);
    expect(mine).toEqual([true, true, false, true]);
  });

  test('mails nobody and leaves few things unread', async () => {
    expect(await one(`select count(*) from private.outbox where kind not like 'media.%'`)).toBe(0);
    const unread = await db.sql`
      select count(*)::int as n from public.notifications where read_at is null group by user_id`;
    expect(unread.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...unread.map(({ n }) => Number(n)))).toBeLessThan(12);
    expect(await one(`select count(*) from auth.users where email like '%stand-in%'`)).toBe(0);
    const inzira = producerId('inzira-shoe-workshop');
    const [{ reviews }] =
      (await db.sql`select private.reviews_of(${inzira}) as reviews`) as unknown as [
        { reviews: { count: number; average: number } },
      ];
    expect(reviews.count).toBeGreaterThanOrEqual(3);
    expect(reviews.average).toBeGreaterThan(4);
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
    expect(data.suppliers).toHaveLength(role === 'supplier' ? 1 : 0);
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
    await orderMyself();
    await pledgeMore();
    await db.sql`delete from private.outbox where kind = 'mail.send'`;
    // What people did happened, and stays in the log.
    const events = await one(
      `select count(*) from public.events where not data @> '{"demo": true}'`,
    );
    const owner = connect(db.url);
    const removed = await removeDemo(owner);
    expect(removed).toMatchObject({
      products: PRODUCTS.length,
      pictures: FEW,
      othersInquiries: 1,
      othersOrders: 1,
      operatorsLeft: 0,
    });
    expect(await removeDemo(owner)).toMatchObject({ products: 0, accounts: 0, orders: 0 });
    await runJobs('media.remove');
    await sweepFiles();
    await owner.end();
    const own = { 'public.events': events, 'public.buyers': 1, 'public.buyer_members': 1 };
    expect(await counts()).toEqual({ ...before, ...own });
    const [settings] =
      await db.sql`select commission_bp, commission_tax_bp from public.site_settings`;
    expect(settings).toEqual({ commission_bp: 0, commission_tax_bp: 0 });
    const left = await db.sql`select tgname from pg_trigger where tgenabled = 'D'`;
    expect(left, 'the log and the books are append-only again').toHaveLength(0);
  });

  test('comes back at the same addresses, straight into the store of the embedded backend', async () => {
    const { apiUrl: _api, secretKey: _key, ...direct } = options;
    await loadDemo({ ...direct, dataDir: folder });
    const rows = await db.sql`select bucket_id, name, metadata from storage.objects`;
    expect(rows.filter(({ bucket_id }) => bucket_id !== 'files')).toHaveLength(FEW * 6);
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
