import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { openPledging, pledgeFor, closePledging, draftRound } from '#tests/support/round-stage.ts';
import { bidScene, line, type Bidder } from './bid-scene.ts';
import { answerOf, takeMails } from './scene.ts';

/**
 * One supplier writes, files, replaces and withdraws bids; everybody else looks at everything that they may call or select,
 * before and after. Nothing that they see may say the mark, and nothing at all may have moved.
 */
const db = await createTestDatabase();
const { sql } = db;
const scene = await bidScene(db);
const { call, coordinator, cluster, bidOf, save, submit, withdraw } = scene;

const MARK = 'zq9sealed';
const PRICE = 77_123;
type Seen = Record<string, string>;

const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;
const [member] = await scene.members(1);
const elsewhere = await bidScene(db);
const rivalPerson = await db.addUser();
const accountPerson = await db.addUser();

let round: string;
let slug: string;
let lot: string;
let filer: Bidder;
let ownAccount: Bidder;
let rivalKey: string;
let first: string;
let before: Record<string, Seen>;
let counted: Awaited<ReturnType<typeof counters>>;
const filed: { bid: string; sha256: string }[] = [];

beforeAll(async () => {
  await sql`insert into public.exchange_rates (currency, day, per_eur, source) values ('RWF', current_date, 1690, 'typed'), ('USD', current_date, 1.08, 'typed')`;
  const made = await draftRound(scene.stage, { round: { openToDirectory: true } });
  await openPledging(scene.stage, made.round);
  await pledgeFor(scene.stage, member!.user, made.lots[0]!, member!.producer, 40);
  await closePledging(scene.stage, made.round);
  [round, lot] = [made.round, made.lots[0]!];
  [{ slug }] = (await sql`select slug from public.rounds where id = ${round}`) as unknown as [
    { slug: string },
  ];
  filer = await scene.bidder(round, 'The filer');
  rivalKey = (await scene.bidder(round, 'The rival')).key!;
  await scene.bidderWithAccount(round, rivalPerson);
  ownAccount = await scene.bidderWithAccount(round, accountPerson);
  // A draft is begun: who acts has answered the invitation, which coordinators may see.
  first = await save(filer, round, secretBid());
  await takeMails(db);
  await feedIsWhole();
  before = await everything(first);
  counted = await counters();
});

type Looker = { name: string; as: string; keys?: () => string };
const lookers: Looker[] = [
  { name: 'a visitor', as: 'anon' },
  { name: 'another supplier, by its key', as: 'anon', keys: () => rivalKey },
  { name: 'another supplier, with an account', as: rivalPerson },
  { name: 'a member', as: member!.user },
  { name: 'the coordinator', as: coordinator },
  { name: 'a coordinator of elsewhere', as: elsewhere.coordinator },
  { name: 'the operator', as: operator },
  { name: 'the secret key', as: 'service' },
];
const runAs = (who: string) => {
  if (who === 'anon') return db.asAnon;
  if (who === 'service') return db.asService;
  return <T>(run: Parameters<typeof db.asUser<T>>[1]) => db.asUser<T>(who, run);
};
const role = (who: string) => ({ anon: 'anon', service: 'service_role' })[who] ?? 'authenticated';

/** Every column that the role may select, of every table, the system's own included, in the order in which rows lie. */
async function tablesOf(who: string): Promise<Seen> {
  const columns = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(quote_ident(a.attname) || '::text' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm')
      and has_column_privilege(${role(who)}, c.oid, a.attnum, 'select') group by 1 order by 1`;
  const seen: Seen = {};
  for (const table of columns) {
    const list = table.columns.map((column) => `coalesce(${column}, '-')`).join(`|| ',' || `);
    seen[table.name] = await runAs(who)(async (tx) => {
      const rows = await tx.unsafe(`select ${list} as row from public.${table.name}`);
      return rows.map((row) => row['row'] as string).join('\n');
    });
  }
  return seen;
}

/** What every reading function of the API answers, whatever it is asked that concerns the round. */
async function answersOf({ as: who, keys }: Looker, bid: string): Promise<Seen> {
  const functions = await sql<
    { name: string; args: string[] | null; types: string[]; optional: number }[]
  >`
    select p.proname as name, p.proargnames as args, array(select format_type(t, null) from unnest(p.proargtypes) t) as types, p.pronargdefaults as optional
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.provolatile <> 'v' and p.prokind = 'f'
      and has_function_privilege(${role(who)}, p.oid, 'execute') order by 1`;
  const [place] = await sql<
    { id: string; slug: string }[]
  >`select id, slug from public.clusters where id = ${cluster.id}`;
  const bySlug: Record<string, unknown[]> = { p_slug: [slug, place!.slug] };
  const known: Record<string, unknown> = {
    p_round: round,
    p_cluster: place!.id,
    p_lot: lot,
    p_bid: bid,
    p_key: keys?.(),
  };
  const seen: Seen = {};
  for (const fn of functions) {
    for (const p_slug of fn.args?.includes('p_slug') ? bySlug['p_slug']! : [null]) {
      const args = Object.fromEntries(
        fn.types
          .map((type, n) => {
            const name = fn.args?.[n] ?? '';
            const byName = name === 'p_slug' ? p_slug : known[name];
            return [name, byName ?? guess(type)];
          })
          .filter(([, value]) => value !== undefined),
      ) as Record<string, unknown>;
      const answer = await call(who, fn.name, args).catch((error: unknown) => String(error));
      seen[`${fn.name} ${String(p_slug)}`] = timeless(answer);
    }
  }
  return seen;
}

function guess(type: string): unknown {
  if (type === 'uuid') return round;
  if (type === 'public.locale' || type === 'locale') return 'en';
  return undefined;
}

/** Without the clock's own words. */
function timeless(answer: unknown): string {
  return JSON.stringify(answer ?? null, (key, value: unknown) =>
    ['now', 'exportedAt', 'at_now'].includes(key) ? undefined : value,
  );
}

/** The feed waits for the oldest transaction of the whole server: also for one in another file's database. */
async function feedIsWhole() {
  await vi.waitFor(
    async () => {
      const [row] =
        await sql`select bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())) as whole from public.round_releases`;
      expect(row!['whole']).toBe(true);
    },
    { timeout: 30_000 },
  );
}

async function everything(bid: string): Promise<Record<string, Seen>> {
  const all = lookers.map(async (looker) => {
    return [
      looker.name,
      { ...(await tablesOf(looker.as)), ...(await answersOf(looker, bid)) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

/** Positions of all sequences that anybody's rows draw from, the bids' own apart. */
async function counters() {
  return sql`select schemaname, sequencename, last_value from pg_sequences
    where schemaname in ('public', 'private') and sequencename not in ('bid_events_id_seq', 'outbox_id_seq') order by 1, 2`;
}

const secretBid = () =>
  bidOf(
    [
      line(
        lot,
        [
          [1, PRICE],
          [100, PRICE - 1],
        ],
        { articleNumber: MARK, note: MARK, capacity: PRICE },
      ),
    ],
    { notes: MARK, currency: 'USD', freightFixedAmount: PRICE },
  );

describe('before the opening', () => {
  it('nothing that anybody else sees says or shows that a bid is written, filed, replaced or withdrawn', async () => {
    filed.push(await submit(filer, round, first));
    const second = await save(filer, round, secretBid());
    filed.push(await submit(filer, round, second));
    const paper = {
      id: randomUUID(),
      name: `${MARK}.pdf`,
      contentType: 'application/pdf',
      bytes: 9,
      sha256: 'b'.repeat(64),
      pages: 1,
    };
    const third = await save(filer, round, secretBid());
    await call('anon', 'add_files', {
      p_room: 'bid',
      p_room_id: third,
      p_files: [paper],
      p_key: filer.key,
    });
    filed.push(await submit(filer, round, third));
    const mine = await save(ownAccount, round, secretBid());
    filed.push(await submit(ownAccount, round, mine));
    await withdraw(ownAccount, round, mine);
    const mails = await takeMails(db);
    await feedIsWhole();
    const after = await everything(first);
    expect(await counters()).toEqual(counted);
    for (const { name } of lookers) {
      expect(Object.keys(after[name]!)).toEqual(Object.keys(before[name]!));
      for (const [what, seen] of Object.entries(after[name]!)) {
        expect(seen, `${what} as ${name}`).toBe(before[name]![what]);
        for (const secret of [MARK, String(PRICE), ...filed.map((bid) => bid.sha256)]) {
          expect(seen.includes(secret), `${what} as ${name} says ${secret}`).toBe(false);
        }
      }
    }
    // Each receipt is a mail to the supplier, without content and without a key.
    const words = JSON.stringify(mails);
    expect(mails.map((mail) => mail.template)).toEqual([
      'bid_filed',
      'bid_filed',
      'bid_filed',
      'bid_filed',
    ]);
    expect(words).not.toContain(MARK);
    expect(words).not.toContain(String(PRICE));
    expect(words).not.toMatch(/"key"/);
  });

  it('no other job carries anything, and no notice but the invitation was made', async () => {
    const jobs = JSON.stringify(await sql`select kind, payload, dedupe from private.outbox`);
    expect(jobs).not.toContain(MARK);
    const kinds = await sql`select distinct kind from public.notifications where kind like 'bid%'`;
    expect(kinds).toEqual([]);
  });

  it('a stranger to the bid is told the same of one that is there and of one that is not', async () => {
    const real = filed[0]!.bid;
    for (const { as: who, keys } of lookers.filter((looker) => looker.as !== 'service')) {
      const p_key = keys?.();
      const doors: [string, (bid: string) => Record<string, unknown>][] = [
        ['submit_bid', (p_bid) => ({ p_round: round, p_bid, p_key })],
        ['withdraw_bid', (p_bid) => ({ p_round: round, p_bid, p_key })],
        [
          'add_files',
          (p_room_id) => ({
            p_room: 'bid',
            p_room_id,
            p_files: [],
            p_key: p_key ?? 'nothing-like-a-key',
          }),
        ],
      ];
      for (const [door, args] of doors) {
        const answers = [
          await answerOf(call(who, door, args(real))),
          await answerOf(call(who, door, args(randomUUID()))),
        ];
        expect(answers[0], `${door} as ${who}`).toBe(answers[1]);
        expect(['not_found', 'not_signed_in'], `${door} as ${who}`).toContain(answers[0]);
      }
    }
  });

  it('tables of bids are closed to every key, so that not even an estimate of their rows is told', async () => {
    for (const table of ['bids', 'bid_lines', 'bid_tiers']) {
      for (const who of ['anon', coordinator, operator, accountPerson, 'service']) {
        const look = runAs(who)(async (tx) => tx.unsafe(`explain select from public.${table}`));
        await expect(look, `${table} as ${who}`).rejects.toThrow(/permission denied/);
      }
    }
  });

  it('a file of a bid opens for its supplier alone', async () => {
    const [file] = await sql<{ id: string }[]>`select id from public.files where room = 'bid'`;
    for (const { as: who, keys } of lookers.filter((looker) => looker.as !== 'service')) {
      const opened = call(who, 'open_file', { p_file: file!.id, p_keys: [keys?.() ?? 'nothing'] });
      expect(await answerOf(opened), who).toBe('not_found');
    }
    expect(
      await answerOf(call('anon', 'open_file', { p_file: file!.id, p_keys: [filer.key] })),
    ).toBe('ok');
  });

  it('only the supplier’s own link and account read it', async () => {
    const read = (who: string, key?: string) =>
      call<{ bids: unknown[] } | null>(who, 'read_tender', { p_slug: slug, p_key: key });
    expect((await read('anon', filer.key))!.bids).toHaveLength(3);
    expect((await read(accountPerson))!.bids).toHaveLength(1);
    expect((await read('anon', rivalKey))!.bids).toEqual([]);
    expect(await read(coordinator)).toBeNull();
    expect(await read(operator)).toBeNull();
  });
});

describe('a round that shows the number of bids', () => {
  it('shows the number, and nothing else', async () => {
    const open = await scene.bidding({ round: { showsBidCount: true } });
    const by = await scene.bidder(open.round);
    const count = async () =>
      (
        await call<{ round: { bidCount: number } }>(coordinator, 'tender_desk', {
          p_round: open.round,
        })
      ).round.bidCount;
    expect(await count()).toBe(0);
    await scene.file(by, open.round, bidOf([line(open.lots[0]!)], { notes: MARK }));
    expect(await count()).toBe(1);
    const desk = await call(coordinator, 'tender_desk', { p_round: open.round });
    expect(JSON.stringify(desk)).not.toContain(MARK);
  });
});

describe('after the opening', () => {
  it('exactly what was filed last is read', async () => {
    await scene.deadline(round);
    await scene.clock();
    const kept = filed[2]!;
    const [row] = await sql<{ text: string; content: Record<string, unknown> }[]>`
      select content::text as text, content from public.bids where id = ${kept.bid}`;
    expect(createHash('sha256').update(row!.text, 'utf8').digest('hex')).toBe(kept.sha256);
    expect(row!.content).toMatchObject({
      currency: 'USD',
      notes: MARK,
      freightFixedAmount: PRICE,
      files: [{ name: `${MARK}.pdf` }],
      lines: [
        {
          lotId: lot,
          articleNumber: MARK,
          tiers: [
            { minQuantity: 1, unitAmount: PRICE },
            { minQuantity: 100, unitAmount: PRICE - 1 },
          ],
        },
      ],
    });
    const desk = await call<{
      opening: { count: number; record: { sha256: string; supplier: string }[] };
    }>(coordinator, 'tender_desk', { p_round: round });
    expect(desk.opening.count).toBe(1);
    expect(desk.opening.record).toMatchObject([{ sha256: kept.sha256, supplier: 'The filer' }]);
  });
});
