import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { RoundFacts, RoundRelease } from '#src/domain/procurement/round-facts.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { roundScene } from './round-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await roundScene(db);
const { call, coordinator, cluster } = scene;
const [member, other] = await scene.members(2);
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;

type Row = RoundRelease & { era: number; xid: string };
type PublicRound = { facts: RoundFacts; releases: { tag: string; state: string }[] };

/** A round with a release behind it, as its steps leave it. */
async function published(minutes = 60) {
  const made = await scene.pledging({}, minutes);
  await release(made.round, 'planning');
  const [row] = await sql<
    { slug: string }[]
  >`select slug from public.rounds where id = ${made.round}`;
  return { ...made, slug: row!.slug };
}
const release = (round: string, tag: string) =>
  sql`select private.append_release(${round}, ${tag})`;
const setState = (round: string, state: string) =>
  sql`update public.rounds set state = ${state}, opened_at = case when ${state} in ('opened', 'awarded') then now() end,
    reason = case when ${state} = 'cancelled' then 'Call +250 788 123 456 or ask@shop.rw' end where id = ${round}`;
const factsOf = async (round: string) =>
  (await sql<{ facts: RoundFacts }[]>`select private.round_facts(${round}) as facts`)[0]!.facts;
const read = (slug: string, who = 'anon') =>
  call<PublicRound | null>(who, 'public_round', { p_slug: slug });

/** A supplier's bid for a lot, filed. */
async function file(round: string, lot: string, unitAmount = 1234) {
  const [supplier, place, bid, line] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into public.suppliers (id, name, country, cluster_id) values (${supplier}, 'Sealed Soles', 'KE', ${cluster.id})`;
  await sql`insert into public.supplier_contacts (supplier_id, email, phone, person, address)
    values (${supplier}, 'secret@soles.example', '+254700111222', 'A Person', 'Plot 7, Some Road')`;
  await sql`insert into public.round_suppliers (id, round_id, supplier_id) values (${place}, ${round}, ${supplier})`;
  await sql`insert into public.bids (id, round_id, round_supplier_id, supplier_id, version, currency, lead_time_days, valid_until, payment_terms, notes)
    values (${bid}, ${round}, ${place}, ${supplier}, 1, 'RWF', 14, current_date + 90, enum_first(null::public.payment_terms), 'Ring +254700111222')`;
  await sql`insert into public.bid_lines (id, bid_id, lot_id, pack) values (${line}, ${bid}, ${lot}, 10)`;
  await sql`insert into public.bid_tiers (line_id, min_quantity, unit_amount) values (${line}, 1, ${unitAmount})`;
  await sql`update public.bids set state = 'submitted', submitted_at = now(), content = '{"a": 1}',
    sha256 = encode(sha256(convert_to('{"a": 1}'::jsonb::text, 'UTF8')), 'hex') where id = ${bid}`;
  return { supplier, bid };
}

/** Everything public that a person can ask for of a round, without the clock. */
async function everything(who: string, slug: string) {
  const round = await read(slug, who);
  const answers = [
    { ...round, now: null },
    await call(who, 'public_rounds', {}),
    await call(who, 'ocds_releases', { p_slug: slug }),
    await call(who, 'ocds_feed', {}),
  ];
  return JSON.stringify(answers);
}

/** The feed waits for the oldest transaction of the whole server: also for one in another file's database. */
const PATIENT = { timeout: 30_000 };

describe('before the opening', () => {
  it('nothing of bids is public, for nobody, not even that there is one', async () => {
    const { round, lot, slug } = await published();
    await setState(round, 'bidding');
    await release(round, 'tender');
    const readers = ['anon', member!.user, coordinator, operator];
    const settled = () =>
      vi.waitFor(async () => expect(await feed()).toHaveLength(await total()), PATIENT);
    await settled();
    const before = await Promise.all(readers.map((who) => everything(who, slug)));
    const desk = await call(operator, 'operator_rounds', {});
    await file(round, lot);
    await file(round, lot);
    const after = await Promise.all(readers.map((who) => everything(who, slug)));
    expect(after).toEqual(before);
    expect(await call(operator, 'operator_rounds', {})).toEqual(desk);
    await release(round, 'tenderUpdate');
    const facts = await factsOf(round);
    expect(Object.keys(facts)).not.toContain('bidCount');
    expect(JSON.stringify(facts)).not.toMatch(/bids"|bidCount|sha256|1234|Sealed|supplier/);
    await settled();
    for (const row of await feed()) expect(JSON.stringify(row)).not.toMatch(/Sealed|1234/);
  });

  it('the number is public where the round says so, and nothing else', async () => {
    const { round, lot } = await published();
    await sql`update public.rounds set shows_bid_count = true where id = ${round}`;
    expect(await factsOf(round)).not.toHaveProperty('bidCount');
    await setState(round, 'bidding');
    await file(round, lot);
    const facts = await factsOf(round);
    expect(facts.bidCount).toBe(1);
    expect(facts).not.toHaveProperty('bids');
  });

  it('nothing of bids is public of a round that was cancelled unopened', async () => {
    const { round, lot, slug } = await published();
    await setState(round, 'bidding');
    await file(round, lot);
    await setState(round, 'cancelled');
    await release(round, 'tenderCancellation');
    const seen = await read(slug);
    expect(seen!.facts.reason).toBe('Call […] or […]');
    expect(seen!.facts).not.toHaveProperty('bidCount');
    expect(seen!.facts).not.toHaveProperty('bids');
  });

  it('what members pay in a shop is not told to suppliers', async () => {
    const { round, lot } = await published();
    await sql`update public.lots set reference_amount = 1500 where id = ${lot}`;
    expect((await factsOf(round)).lots[0]!.referenceAmount).toBeNull();
    await setState(round, 'opened');
    expect((await factsOf(round)).lots[0]!.referenceAmount).toBe(1500);
  });
});

describe('what is public', () => {
  it('are totals of pledges, never a member’s own, nor a ceiling', async () => {
    const { round, lot } = await published();
    await scene.pledge(member!.user, lot, member!.producer, {
      firm: 31,
      tolerance: 7,
      ceiling: 98_765,
    });
    await scene.pledge(other!.user, lot, other!.producer, { firm: 11, ceiling: 87_654 });
    const facts = await factsOf(round);
    expect(facts.lots[0]).toMatchObject({ firm: 42, tolerance: 7 });
    const words = JSON.stringify(facts);
    for (const secret of ['98765', '87654', '"firm": 31', '"firm": 11', member!.producer])
      expect(words).not.toContain(secret);
  });

  it('holds bids once they are opened, without contacts, addresses and notes', async () => {
    const { round, lot, slug } = await published();
    await sql`update public.rounds set summary = 'Mail me@home.rw, +250 788 000 111, 0788 123 456, RW12 3456 7890 1234 5678' where id = ${round}`;
    await setState(round, 'bidding');
    const { supplier, bid } = await file(round, lot);
    await setState(round, 'opened');
    const { facts } = (await read(slug))!;
    expect(facts.summary).toBe('Mail […], […], […], […]');
    expect(facts.suppliers).toEqual([{ id: supplier, name: 'Sealed Soles', country: 'KE' }]);
    expect(facts.bids).toMatchObject([
      { id: bid, supplier, lines: [{ lot, tiers: [{ unitAmount: 1234 }] }] },
    ]);
    expect(facts.bids![0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(facts)).not.toMatch(/@|\+25|Person|Plot|Some Road|notes|ceiling/i);
  });

  it('leaves dates, codes, sums and times alone', async () => {
    const plain = 'HS 640620, 12.5 ft², 1 200 000 RWF, 2027-01-15 10:00, size 38-44, 100 000 pairs';
    const [row] = await sql`select private.without_contacts(${plain}) as text`;
    expect(row!['text']).toBe(plain);
  });

  it('is nothing of a draft or of what never was', async () => {
    const { round, slug } = await published();
    await setState(round, 'draft');
    expect(await read(slug)).toBeNull();
    expect(await read('no-such-round')).toBeNull();
    expect(await call('anon', 'ocds_releases', { p_slug: 'no-such-round' })).toBeNull();
    const unpublished = await scene.pledging();
    expect(await read(`round-${unpublished.round}`)).toBeNull();
    const listed = await call<{ id: string }[]>('anon', 'public_rounds', { p_limit: 100 });
    expect(listed.map(({ id }) => id)).not.toContain(round);
  });

  it('changes with an answered question, once, at the end of its transaction', async () => {
    const { round, lot } = await published();
    await setState(round, 'bidding');
    await file(round, lot);
    const tags = async () =>
      (
        await sql<
          { tag: string }[]
        >`select tag from public.round_releases where round_id = ${round} order by id`
      ).map((row) => row.tag);
    const question = randomUUID();
    await sql`insert into public.round_questions (id, round_id, round_supplier_id, question)
      select ${question}, ${round}, id, 'Which sizes, please? I am buyer@x.rw' from public.round_suppliers where round_id = ${round}`;
    expect(await tags()).toEqual(['planning']);
    expect((await factsOf(round)).questions).toEqual([]);
    await sql`update public.round_questions set answer = 'All.', answered_at = now() where id = ${question}`;
    expect(await tags()).toEqual(['planning', 'tenderUpdate']);
    expect((await factsOf(round)).questions).toMatchObject([
      { question: 'Which sizes, please? I am […]', answer: 'All.' },
    ]);
  });
});

const feed = async () => {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const next = await page(last, 3);
    if (next.length === 0) return rows;
    rows.push(...next);
  }
};
const page = (last: Row | undefined, limit: number) =>
  call<Row[]>('anon', 'ocds_feed', {
    p_era: last?.era,
    p_xid: last?.xid,
    p_id: last?.id,
    p_limit: limit,
  });
const total = async () =>
  (await sql<{ n: number }[]>`select count(*)::int as n from public.round_releases`)[0]!.n;

/** A transaction that is held open. */
async function open() {
  const own = await sql.reserve();
  await own`begin`;
  const end = async (how: 'commit' | 'rollback') => {
    await own.unsafe(how);
    own.release();
  };
  return {
    append: (round: string, tag: string) => own`select private.append_release(${round}, ${tag})`,
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  };
}

describe('the feed', () => {
  const orders = [
    ['first begun, first kept', ['a', 'b', 'long']],
    ['last begun, first kept', ['b', 'a', 'long']],
    ['the long one in between', ['b', 'long', 'a']],
  ] as const;
  it.each(orders)('skips and repeats nothing: %s', async (_name, order) => {
    const rounds = await Promise.all([published(), published(), published()]);
    const held = { long: await open(), a: await open(), b: await open() };
    // The long one takes its number first and writes last.
    await held.long.append(rounds[0].round, 'planning');
    await held.a.append(rounds[1].round, 'tender');
    await held.b.append(rounds[2].round, 'tender');
    await held.a.append(rounds[1].round, 'tenderUpdate');
    const seen: Row[] = [];
    const follow = async () => {
      for (;;) {
        const next = await page(seen.at(-1), 2);
        if (next.length === 0) return;
        seen.push(...next);
      }
    };
    for (const name of order) {
      await follow();
      await held[name].commit();
    }
    const all = await total();
    await vi.waitFor(async () => {
      await follow();
      expect(seen).toHaveLength(all);
    }, PATIENT);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(all);
    expect(await feed()).toEqual(seen);
  });

  it('shows nothing behind a transaction that is still open, and goes on when it is dropped', async () => {
    const [one, two] = await Promise.all([published(), published()]);
    await vi.waitFor(async () => expect(await feed()).toHaveLength(await total()), PATIENT);
    const known = await total();
    const long = await open();
    await long.append(one.round, 'tender');
    await release(two.round, 'tender');
    expect(await feed()).toHaveLength(known);
    await long.rollback();
    await vi.waitFor(async () => expect(await feed()).toHaveLength(known + 1), PATIENT);
  });

  it('goes on after the record was restored into a server that counts from a lower number', async () => {
    const { round } = await published();
    await sql`insert into public.round_releases (round_id, tag, xid, facts)
      select ${round}, 'tender', '4000000000'::xid8, private.round_facts(${round})`;
    const restored = await total();
    await vi.waitFor(async () => expect(await feed()).toHaveLength(restored), PATIENT);
    const last = (await feed()).at(-1)!;
    await release(round, 'tenderUpdate');
    await release(round, 'award');
    await vi.waitFor(async () => expect(await page(last, 10)).toHaveLength(2), PATIENT);
    const later = await page(last, 10);
    expect(later.map(({ era, tag }) => [era, tag])).toEqual([
      [2, 'tenderUpdate'],
      [2, 'award'],
    ]);
  });
});

describe('the record', () => {
  it('is never changed, and read by nobody past its doors', async () => {
    await published();
    expect(await answerOf(sql`update public.round_releases set tag = 'award'`)).toBe('append_only');
    expect(await answerOf(sql`delete from public.round_releases`)).toBe('append_only');
    for (const who of [member!.user, coordinator, operator])
      await expect(db.asUser(who, (tx) => tx`select * from public.round_releases`)).rejects.toThrow(
        /permission denied/,
      );
  });

  it('tells every node which pages went stale', async () => {
    const told: string[] = [];
    const { unlisten } = await sql.listen('isoko_cache', (payload) => told.push(payload));
    const { round } = await published();
    await vi.waitFor(() => expect(told).toContain(`rounds,round:${round}`));
    await unlisten();
  });

  it('is listed for the operator alone, with drafts', async () => {
    const { round } = await published();
    await setState(round, 'draft');
    const list = await call<{ rows: { id: string; state: string }[] }>(
      operator,
      'operator_rounds',
      {
        p_limit: 100,
      },
    );
    expect(list.rows.find(({ id }) => id === round)?.state).toBe('draft');
    for (const who of [member!.user, coordinator])
      expect(await answerOf(call(who, 'operator_rounds', {}))).not.toBe('ok');
  });
});
