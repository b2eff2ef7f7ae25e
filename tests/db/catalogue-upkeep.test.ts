import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { change, faults, sound } from './catalogue-changes.ts';
import { market, writeMarket, writeProduct, writeVocabulary } from './catalogue-market.ts';

const db = await createTestDatabase();
beforeAll(() => writeVocabulary(db.sql));

describe('the read model', () => {
  it('is sound after any changes, several in a transaction, also when some are taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        market,
        fc.array(
          fc.record({
            changes: fc.array(change, { minLength: 1, maxLength: 4 }),
            takeBack: fc.boolean(),
          }),
          { maxLength: 8 },
        ),
        async (m, transactions) => {
          await writeMarket(db.sql, m);
          for (const { changes, takeBack } of transactions) {
            await db.sql
              .begin(async (tx) => {
                for (const c of changes) await c.run(tx, m);
                if (takeBack) throw new Error('taken back');
              })
              .catch((e: Error) => {
                if (e.message !== 'taken back') throw e;
              });
          }
          const trace = transactions.map(
            (t) => t.changes.map((c) => c.label).join(', ') + (t.takeBack ? ' ↶' : ''),
          );
          expect({ trace, ...(await faults(db.sql)) }).toEqual({ trace, ...sound });
        },
      ),
      { numRuns: 15, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    );
  }, 120_000);

  it('is sound after many writers at once, and nobody waits in a circle', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.products.length > 8),
      1,
    );
    await writeMarket(db.sql, m!);
    const sessions = Array.from({ length: 6 }, () => connect(db.url));
    const changes = fc.sample(change, 120);
    await Promise.all(
      sessions.map(async (sql, s) => {
        for (let i = s; i < changes.length; i += sessions.length) {
          await sql
            .begin((tx) => changes[i]!.run(tx, m!))
            .catch((e: { code?: string }) => {
              // What it hangs on was deleted by another session in between; anything else, a deadlock above all, is a fault.
              if (e.code !== '23503') throw e;
            });
        }
        await sql.end();
      }),
    );
    expect(await faults(db.sql)).toEqual(sound);
  }, 60_000);

  it('crosses from one segment of numbers to the next, and from lists of places to bitmaps and back', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.producers[0]!.state === 'active'),
      1,
    );
    await writeMarket(db.sql, { ...m!, products: [] });
    // As if 8100 listings had been and gone.
    await db.sql`insert into private.free_numbers values (8100)`;
    const maker = m!.producers[0]!.id;
    await db.sql`
      insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
      select ${maker}, 'many-' || i, 'published', (select id from public.categories where key = 'boots'), 'Boots ' || i, 'PR', i, 'RWF', i, i % 60, now()
      from generate_series(1, 400) i`;
    expect(await faults(db.sql)).toEqual(sound);
    const [spread] =
      await db.sql`select count(distinct segment) as n from private.facet_bits where token = private.token(12, '3')`;
    expect(Number(spread!.n)).toBe(2);
    const [kept] =
      await db.sql`select count(*) filter (where bits is not null) as many, count(*) filter (where places is not null) as few from private.word_bits`;
    expect(Number(kept!.many)).toBeGreaterThan(0);
    expect(Number(kept!.few)).toBeGreaterThan(0);
    const ask = async (query: object) => {
      const [row] =
        await db.sql`select public.search_catalogue(${db.sql.json(query as never)}, 'en', 5) as a`;
      return row!.a as { total: number };
    };
    const q = {
      q: 'boots',
      sort: 'price_desc',
      priceMin: 50,
      priceMax: 349,
      currency: 'RWF',
      moqMax: 200,
      readingCurrency: 'RWF',
    };
    expect((await ask(q)).total).toBe(151);
    await db.sql`update public.products set state = 'archived' where slug like 'many-1%'`;
    expect(await faults(db.sql)).toEqual(sound);
    const before = await ask(q);
    await db.sql`select private.rebuild_catalogue()`;
    expect(await faults(db.sql)).toEqual(sound);
    expect(await ask(q)).toEqual(before);
  });

  it('leaves the refresh to the rebuild in a bulk load', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.producers[0]!.state === 'active'),
      1,
    );
    await writeMarket(db.sql, { ...m!, products: [] });
    await db.sql.begin(async (tx) => {
      await tx`set local isoko.catalogue = 'off'`;
      for (const p of m!.products) await writeProduct(tx, m!, p);
      const [row] = await tx`select count(*) as n from private.stale`;
      expect(Number(row!.n)).toBe(0);
      await tx`select private.rebuild_catalogue()`;
    });
    expect(await faults(db.sql)).toEqual(sound);
  });

  it('lets go of a certificate that has run out without a write', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.producers[0]!.state === 'active'),
      1,
    );
    await writeMarket(db.sql, {
      ...m!,
      producers: m!.producers.map((p) => ({ ...p, certificates: [] })),
      products: [],
    });
    await db.sql`
      insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
      values (${m!.producers[0]!.id}, 'certified', 'published', (select id from public.categories where key = 'boots'), 'Boots', 'PR', 1, 'RWF', 1, 1, now())`;
    await db.sql`insert into public.certifications (producer_id, term, expires_on) values (${m!.producers[0]!.id}, 'organic', current_date)`;
    // A day passes: the triggers see nothing of it.
    await db.sql`alter table public.certifications disable trigger user`;
    await db.sql`update public.certifications set expires_on = current_date - 1`;
    await db.sql`alter table public.certifications enable trigger user`;
    const run = () => db.asService((tx) => tx`select public.refresh_expired_certifications() as n`);
    expect([...(await run())]).toEqual([{ n: 1 }]);
    expect([...(await run())]).toEqual([{ n: 0 }]);
    expect(await faults(db.sql)).toEqual(sound);
  });
});
