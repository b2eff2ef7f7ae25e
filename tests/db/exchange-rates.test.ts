import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertForReading, ratesOf, type Rate } from '#src/domain/exchange.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { call } = await sceneOf(db);
const { sql } = db;
const [operator, somebody] = await Promise.all([db.addUser(), db.addUser()]);
await sql`insert into public.operators (user_id) values (${operator!})`;

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const save = (who: string, rates: unknown, source = 'typed') =>
  call<number>(who, 'save_exchange_rates', { p_rates: rates as never, p_source: source });
const current = async () => (await call<Rate[]>('anon', 'reading_rates')) ?? [];

describe('rates', () => {
  it('are typed by an operator; the newest day that is not ahead counts', async () => {
    const rates = [
      { currency: 'RWF', day: day(3), perEur: '1590.5' },
      { currency: 'RWF', day: day(1), perEur: '1600.25' },
      { currency: 'USD', day: day(2), perEur: '1.08' },
    ];
    expect(await save(operator!, rates)).toBe(3);
    expect(await save(operator!, rates)).toBe(0);
    await sql`insert into public.exchange_rates (currency, day, per_eur, source) values ('RWF', current_date + 5, 9999, 'typed')`;
    expect(await current()).toEqual([
      { currency: 'RWF', perEur: '1600.25000000', day: day(1) },
      { currency: 'USD', perEur: '1.08000000', day: day(2) },
    ]);
    const desk = await call<{ rates: { currency: string; age: number; perEur: string }[] }>(
      operator!,
      'operator_rates',
    );
    expect(desk.rates).toMatchObject([
      { currency: 'RWF', age: 1, perEur: '1600.25' },
      { currency: 'USD', age: 2 },
    ]);
    await call(operator!, 'delete_exchange_rate', { p_currency: 'RWF', p_day: day(1) });
    expect((await current())[0]).toMatchObject({ currency: 'RWF', day: day(3) });
  });

  it('are nobody else’s to change', async () => {
    const one = [{ currency: 'KES', day: day(1), perEur: '1' }];
    expect(await answerOf(save(somebody!, one))).toBe('not_allowed');
    expect(await answerOf(save('anon', one))).toBe('not_allowed');
    expect(
      await answerOf(call(somebody!, 'delete_exchange_rate', { p_currency: 'USD', p_day: day(2) })),
    ).toBe('not_allowed');
    expect(await call(somebody!, 'operator_rates')).toBeNull();
    for (const statement of [
      `insert into public.exchange_rates (currency, day, per_eur, source) values ('KES', current_date, 1, 'typed')`,
      `update public.exchange_rates set per_eur = 1`,
      `delete from public.exchange_rates`,
    ])
      expect(await answerOf(db.asUser(operator!, (tx) => tx.unsafe(statement)))).toBe(
        'not_allowed',
      );
  });

  it('are refused whole when one is wrong', async () => {
    const good = { currency: 'TZS', day: day(1), perEur: '2900' };
    const wrong = [
      { ...good, currency: 'EUR' },
      { ...good, currency: 'ABC' },
      { ...good, perEur: '0' },
      { ...good, perEur: '-1' },
      { ...good, perEur: '1.123456789' },
      { ...good, perEur: null },
      { ...good, perEur: 'NaN' },
      { ...good, day: null },
      { ...good, day: '1998-01-01' },
      { ...good, day: day(-2) },
    ];
    for (const bad of wrong)
      expect(await answerOf(save(operator!, [good, bad])), JSON.stringify(bad)).not.toBe('ok');
    for (const shape of [{}, [], 'x'])
      expect(await answerOf(save(operator!, JSON.stringify(shape)))).not.toBe('ok');
    expect((await current()).map(({ currency }) => currency)).not.toContain('TZS');
  });
});

describe('reading an amount in another currency', () => {
  it('gives in SQL what it gives in TypeScript, for any amounts and rates', async () => {
    const decimal = fc
      .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(8, '0')}`)
      .filter((text) => !/^0\.0*$/.test(text));
    const money = fc.constantFrom('EUR', 'RWF', 'USD', 'TND', 'JPY', 'KES');
    const known = ['RWF', 'USD', 'TND', 'JPY'];
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(decimal, decimal, decimal, decimal),
        fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
        money,
        money,
        async (perEur, amount, from, to) => {
          const rates = known.map((currency, n) => ({ currency, perEur: perEur[n]!, day: day(n) }));
          await sql.begin(async (tx) => {
            await tx`delete from public.exchange_rates`;
            await tx`insert into public.exchange_rates (currency, day, per_eur, source)
              select r.currency, r.day, r."perEur", 'typed' from jsonb_to_recordset(${tx.json(rates)}) as r (currency text, day date, "perEur" numeric)`;
          });
          const [row] = await sql<{ amount: string | null; day: string | null }[]>`
            select amount::text, day::text from private.convert_for_reading(${String(amount)}::bigint, ${from}, ${to})`;
          const here = convertForReading(
            { amount: Number(amount), currency: from },
            to,
            ratesOf(rates),
          );
          expect(row!.amount === null ? null : Number(row!.amount)).toBe(
            here?.value.amount ?? null,
          );
          if (here) expect(row!.day).toBe(here.day);
        },
      ),
      { numRuns: 150 },
    );
  });
});
