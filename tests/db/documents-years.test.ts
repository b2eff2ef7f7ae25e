import { describe, expect, it } from 'vitest';
import type { TransactionSql } from 'postgres';
import { numberPapers } from '#supabase/demo/db/trade/finish.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';

/** Series over the turn of the year: nobody waits for New Year's Eve to learn whether a number is missing. */
const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;

// The function as it is, with a clock that can be set: `test.now` for the transaction's start, `test.clock` for the moment.
const [found] = await sql<{ code: string }[]>`
  select pg_get_functiondef(oid) as code from pg_proc where proname = 'write_document'`;
const told = (name: string) =>
  `coalesce(nullif(current_setting('test.${name}', true), '')::timestamptz, now())`;
await sql.unsafe(
  found!.code
    .replace('clock_timestamp()', told('clock'))
    .replace('from now()', `from ${told('now')}`),
);

type Paper = { label: string; year: number; number: number; at: Date };
async function workshop() {
  const { id } = await scene.workshop(await db.addUser(), 'Year’s end');
  const parties = { producer: id, buyer: scene.buying };
  const order = () => scene.makeOrder(1000, 0, { parties });
  const issueIn = async (tx: TransactionSql, made: string, at: string, clock = at) => {
    await tx`select set_config('test.now', ${at}, true), set_config('test.clock', ${clock}, true)`;
    await tx`select private.issue_document(${made}, 'pro_forma')`;
  };
  async function issue(at: string, clock = at, change = false, made?: string) {
    const one = made ?? (await order());
    const act = sql.begin(async (tx) => {
      await issueIn(tx, one, at, clock);
      if (change) throw new Error('changed my mind');
    });
    if (change) await expect(act).rejects.toThrow('changed my mind');
    else await act;
  }
  const papers = () => sql<Paper[]>`
    select label, year, number, issued_at as at from public.documents where producer_id = ${id} order by year, number`;
  const series = async () =>
    Object.fromEntries(
      (
        await sql<{ year: number; last: number }[]>`
          select year, last_number as last from private.document_series where producer_id = ${id} and kind = 'pro_forma'`
      ).map(({ year, last }) => [year, last]),
    );
  return { id, order, issue, issueIn, papers, series };
}
const EVE = '2026-12-31T23:59:59.900Z';
const MORNING = '2027-01-01T00:00:00.100Z';

describe('a series over the turn of the year', () => {
  it('ends without a gap and begins at 1, by UTC', async () => {
    const w = await workshop();
    for (const [at, change] of [
      [EVE, false],
      [EVE, true],
      [EVE, false],
      [MORNING, true],
      [MORNING, false],
      // Still the old year in Kigali's evening, already the new one there: UTC decides.
      ['2026-12-31T23:30:00+02:00', false],
      ['2027-01-01T03:00:00+02:00', false],
    ] as const)
      await w.issue(at, at, change);
    expect((await w.papers()).map(({ label }) => label)).toEqual([
      'PF-2026-0001',
      'PF-2026-0002',
      'PF-2026-0003',
      'PF-2027-0001',
      'PF-2027-0002',
    ]);
    expect(await w.series()).toEqual({ 2026: 3, 2027: 2 });
  });

  it('dates a paper in the year of its number, also when the number was waited for over midnight', async () => {
    const w = await workshop();
    await w.issue(MORNING);
    await w.issue(EVE, '2027-01-01T00:00:04Z');
    const [old, fresh] = await w.papers();
    expect(old).toMatchObject({ label: 'PF-2026-0001', at: new Date('2026-12-31T23:59:59.999Z') });
    expect(fresh).toMatchObject({ label: 'PF-2027-0001' });
    const [row] =
      await sql`select snapshot ->> 'issuedAt' as at from public.documents where producer_id = ${w.id} and year = 2026`;
    expect(row!['at']).toMatch(/^2026-12-31T23:59:59/);
  });

  it('has no gap on either side when forty are issued at midnight at once and every third is rolled back', async () => {
    const w = await workshop();
    const orders: string[] = [];
    for (let n = 0; n < 40; n += 1) orders.push(await w.order());
    await Promise.all(
      orders.map((order, n) => w.issue(n % 2 ? EVE : MORNING, MORNING, n % 3 === 0, order)),
    );
    const papers = await w.papers();
    for (const year of [2026, 2027]) {
      const mine = papers.filter((paper) => paper.year === year);
      expect(mine.map(({ number }) => number)).toEqual(mine.map((_, n) => n + 1));
      expect(mine.every(({ at }) => at.getUTCFullYear() === year)).toBe(true);
      expect((await w.series())[year]).toBe(mine.length);
    }
    expect(papers).toHaveLength(26);
  });
});

describe('the demo', () => {
  it('counts its papers anew by the day on them, and the next one goes on from there', async () => {
    const w = await workshop();
    const other = await workshop();
    await other.issue(EVE);
    const days = ['2027-01-09', '2026-12-20', '2027-01-03', '2026-11-02', '2026-12-29'];
    const orders: string[] = [];
    for (const _ of days) orders.push(await w.order());
    await sql.begin(async (tx) => {
      // As the demo plays it: all in one transaction, dated back act by act.
      for (const order of orders) await w.issueIn(tx, order, '2027-01-10T08:00:00Z');
      await tx`alter table public.documents disable trigger documents_append_only`;
      await tx`alter table public.events disable trigger events_append_only`;
      for (const [n, day] of days.entries())
        await tx`update public.documents set issued_at = ${`${day}T10:00:00Z`} where producer_id = ${w.id} and number = ${n + 1}`;
      await numberPapers(tx);
      await tx`alter table public.documents enable trigger documents_append_only`;
      await tx`alter table public.events enable trigger events_append_only`;
    });
    const papers = await w.papers();
    expect(papers.map(({ label, at }) => [label, at.toISOString().slice(0, 10)])).toEqual([
      ['PF-2026-0001', '2026-11-02'],
      ['PF-2026-0002', '2026-12-20'],
      ['PF-2026-0003', '2026-12-29'],
      ['PF-2027-0001', '2027-01-03'],
      ['PF-2027-0002', '2027-01-09'],
    ]);
    expect(await w.series()).toEqual({ 2026: 3, 2027: 2 });
    const [wrong] = await sql`
      select count(*)::int as n from public.documents d join public.events e on e.subject_kind = 'document' and e.subject_id = d.id
      where d.producer_id = ${w.id} and (d.snapshot ->> 'label' <> d.label or e.data ->> 'title' <> d.label)`;
    expect(wrong!['n'], 'paper, record and list say the same number').toBe(0);
    await w.issue('2027-01-11T08:00:00Z');
    expect((await w.papers()).at(-1)).toMatchObject({ label: 'PF-2027-0003' });
    expect(await other.series(), 'no other series is touched').toEqual({ 2026: 1 });
  });
});
