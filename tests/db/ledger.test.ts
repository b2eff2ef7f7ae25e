import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cancellationLines,
  commissionStep,
  invoiceLines,
  nettingLines,
  paymentLines,
  payoutLines,
  refundLines,
  saleLines,
  taxWithin,
  commissionLines,
  type Line,
} from '#src/domain/ledger.ts';
import { shareBp } from '#src/domain/money.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;
const { shop, maker, moneyOf, books, held, runPayouts, charged } = scene;

/** What a journal booked, in the words of src/domain/ledger.ts. */
async function linesOf(dedupe: string): Promise<Line[]> {
  const rows = await sql<{ book: Line['book']; account: Line['account']; amount: string }[]>`
    select case when a.producer_id is not null then 'producer' when a.buyer_id is not null then 'buyer' else 'operator' end as book,
      a.kind as account, e.amount
    from public.ledger_journals j join public.ledger_entries e on e.journal_id = j.id join public.ledger_accounts a on a.id = e.account_id
    where j.dedupe = ${dedupe}`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
const summed = (lines: Line[]) => {
  const sums = new Map<string, number>();
  for (const { book, account, amount } of lines) {
    sums.set(`${book} ${account}`, (sums.get(`${book} ${account}`) ?? 0) + amount);
  }
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0).sort());
};
const same = (sqlLines: Line[], pure: Line[]) => expect(summed(sqlLines)).toEqual(summed(pure));

describe('SQL books what the domain says', () => {
  it.each([
    ['RWF', 77, 3333, 1900],
    ['USD', 135_701, 499, 1800],
    ['TND', 999_999_001, 1, 10_000],
  ])('in %s, step by step', async (currency, total, bp, taxBp) => {
    const terms = { commissionBp: bp, taxBp };
    const producer = await scene.workshop(await db.addUser(), `Steps ${currency}`);
    const parties = { producer: producer.id, buyer: scene.buying };
    const id = await scene.makeOrder(total, 0, { currency, bp, taxBp, parties });
    same(await linesOf(`sale:${id}`), saleLines(total));

    let [paid, available] = [0, 0];
    let booked = { amount: 0, tax: 0 };
    const step = () => {
      const next = commissionStep({ paid, owed: total }, terms, booked);
      booked = { amount: booked.amount + next.amount, tax: booked.tax + next.tax };
      return next;
    };
    const parts = [Math.floor(total / 3), Math.floor(total / 7), total];
    const payments: string[] = [];
    for (const amount of parts) {
      const payment = await scene.card(id, amount);
      paid += amount;
      const commission = step();
      await charged(payment, `pi_${payment}`, amount, 2, true);
      payments.push(payment);
      available += amount - commission.amount - commission.tax;
      same(
        await linesOf(`payment:${payment}`),
        paymentLines({ amount, held: true, fee: 2, commission }),
      );
    }
    expect(await held(producer.id, currency)).toBe(available);

    const gone = parts[0]!;
    paid -= gone;
    const commission = step();
    const ref = `re_${payments[0]}`;
    const made = await scene.call<string>('service', 'record_card_refund', {
      p_payment: payments[0]!,
      p_provider_ref: ref,
      p_amount: gone,
      p_reason: 'asked',
    });
    same(
      await linesOf(`refund:${made}`),
      refundLines({ amount: gone, held: true, commission, available }),
    );

    await sql`select private.book_invoice(${id})`;
    same(await linesOf(`invoice:${id}`), invoiceLines(total, 0));
  });

  it('takes the tax of the agreement into the invoice, and of a part in proportion', async () => {
    const { id, doc } = await scene.order(scene.parties);
    await sql`select private.book_invoice(${id})`;
    same(await linesOf(`invoice:${id}`), invoiceLines(doc.totalAmount, doc.taxAmount));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        async (part, net, tax) => {
          const [row] =
            await sql`select private.tax_within(${part}, ${net + tax}, ${tax}) as within`;
          expect(Number(row!['within'])).toBe(taxWithin(part, net + tax, tax) + 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('turns back what is not invoiced when an order ends, and gives the commission back', async () => {
    const id = await scene.makeOrder(1000, 0, { bp: 1000, taxBp: 1800 });
    await scene.record(id, 600);
    await sql.begin(async (tx) => {
      await tx`update public.orders set state = 'cancelled', credited_amount = 900, cancelled_at = now() where id = ${id}`;
      await tx`select private.book_cancellation(${id}, 500, 100)`;
      await tx`select private.book_cancellation(${id}, 500, 100)`;
    });
    same(await linesOf(`cancellation:${id}`), cancellationLines(1000, 100));
    const given = commissionStep(
      { paid: 600, owed: 100 },
      { commissionBp: 1000, taxBp: 1800 },
      { amount: 60, tax: 11 },
    );
    same(await linesOf(`commission:${id}:0`), commissionLines(given, 0));
    expect(await moneyOf(id)).toMatchObject({ outstanding: -500, paid: 600 });
    expect((await books(id))['producer receivable']).toBe(-500);
  });

  it('takes what a mediator credits after the end from what was kept, not from sales that are no more', async () => {
    const id = await scene.makeOrder(1000, 0, { bp: 1000, taxBp: 1800 });
    await scene.record(id, 1000);
    await sql.begin(async (tx) => {
      await tx`update public.orders set state = 'cancelled', credited_amount = 600, cancelled_at = now() where id = ${id}`;
      await tx`select private.book_cancellation(${id}, 600, 400)`;
    });
    await sql`update public.orders set credited_amount = 900 where id = ${id}`;
    expect(await books(id)).toMatchObject({
      'producer receivable': -900,
      'producer cancellation_income': -100,
      'buyer cancellation_cost': 100,
      'buyer payable': 900,
    });
    expect(Object.keys(await books(id))).not.toContain('producer deferred_sales');
    expect(Object.keys(await books(id))).not.toContain('buyer goods_on_order');
  });

  it('books an agreed change before and after the invoice once, and refuses sums that do not fit', async () => {
    const { id, doc } = await scene.order(scene.parties);
    const total = doc.totalAmount;
    const change = (to: number, from: number) =>
      sql.begin(async (tx) => {
        await tx`update public.orders set total_amount = ${to} where id = ${id}`;
        await tx`select private.book_change(${id}, ${from}, ${to})`;
        await tx`select private.book_change(${id}, ${from}, ${to})`;
      });
    await change(total + 500, total);
    same(await linesOf(`change:${id}:0`), saleLines(500));
    await sql`select private.book_invoice(${id})`;
    await change(total, total + 500);
    expect((await books(id))['producer receivable']).toBe(total);
    expect(await answerOf(change(total + 1, total + 500))).toBe('sums_differ');
    expect((await books(id))['buyer purchases']).toBe(total);
  });

  it('books what a mediator credits, whoever forgets to', async () => {
    const id = await scene.makeOrder(1000, 0, { bp: 1000, taxBp: 0 });
    await scene.record(id, 1000);
    await sql`select private.book_invoice(${id})`;
    await sql`update public.orders set credited_amount = 250 where id = ${id}`;
    expect(await books(id)).toMatchObject({
      'producer receivable': -250,
      'producer sales': -750,
      'operator commission_income': -75,
    });
    await sql`select private.book_credit(${id})`;
    expect((await books(id))['producer receivable']).toBe(-250);
  });
});

describe('the commission', () => {
  it('of any parts is that of the whole, in currencies of 0, 2 and 3 decimals', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('RWF', 'USD', 'TND'),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 10_000 }),
        async (currency, parts, bp, taxBp) => {
          const total = parts.reduce((a, b) => a + b, 0);
          const id = await scene.makeOrder(total, 0, { currency, bp, taxBp });
          for (const [n, amount] of parts.entries()) {
            if (n % 2) await charged(await scene.card(id, amount), `pi_${randomUUID()}`, amount);
            else await scene.record(id, amount);
          }
          const due = shareBp(total, bp);
          const booked = await books(id);
          expect(booked['operator commission_income'] ?? 0).toBe(-due + 0);
          expect(booked['producer commission'] ?? 0).toBe(due + shareBp(due, taxBp));
          expect(booked['producer receivable'] ?? 0).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
    expect(await held(shop.id, 'RWF')).toBeGreaterThanOrEqual(0);
  });

  it('stays what it was at acceptance when the operator changes the terms', async () => {
    const id = await scene.makeOrder(1000, 0, { bp: 500, taxBp: 0 });
    await sql`update public.site_settings set commission_bp = 4000`;
    await scene.record(id, 1000);
    expect((await books(id))['operator commission_income']).toBe(-50);
    await sql`update public.site_settings set commission_bp = 0`;
  });
});

describe('a payout', () => {
  it('never goes above what is held, and a failed one is no settled one', async () => {
    const owner = await db.addUser();
    const mine = await scene.workshop(owner, 'Payouts');
    await scene.account('USD', randomUUID(), owner, mine.id);
    const parties = { producer: mine.id, buyer: scene.buying };
    const id = await scene.makeOrder(1000, 0, { bp: 1000, taxBp: 0, parties });
    await charged(await scene.card(id, 1000), `pi_${id}`, 1000);
    const [first] = (await runPayouts()).filter((one) => one.amount === 900);
    expect(await held(mine.id)).toBe(0);
    same(await linesOf(`payout:${first!.payoutId}`), payoutLines(900));
    const bank = async () =>
      Number(
        (await sql`select private.balance_of(${mine.id}, null, null, 'bank', 'USD') as b`)[0]!['b'],
      );
    expect(await bank()).toBe(900);

    const set = (state: string, reason?: string) =>
      scene.call(scene.operator, 'set_payout', {
        p_payout: first!.payoutId,
        p_state: state,
        p_reason: reason,
      });
    expect(await answerOf(set('failed'))).toBe('reason_required');
    await set('sent');
    await set('failed', 'the account is closed');
    await set('failed', 'the account is closed');
    expect([await held(mine.id), await bank()]).toEqual([900, 0]);
    expect(await answerOf(set('paid'))).toBe('wrong_state');
    expect(
      await answerOf(sql`update public.payouts set state = 'paid' where id = ${first!.payoutId}`),
    ).toBe('append_only');

    expect(
      await answerOf(
        sql.begin(async (tx) => {
          const big = randomUUID();
          await tx`insert into public.payouts (id, producer_id, method, currency, amount) values (${big}, ${mine.id}, 'bank_transfer', 'USD', 901)`;
          await tx`select private.book_payout(${big})`;
        }),
      ),
    ).toBe('payout_too_much');
    const runs = await Promise.all(Array.from({ length: 8 }, () => runPayouts()));
    const made = runs.flat().filter((one) => one.payoutId && one.amount === 900);
    expect(made).toHaveLength(1);
    expect(await held(mine.id)).toBe(0);
  });

  it('settles what the producer owes first, and names who says nowhere to pay to', async () => {
    const owner = await db.addUser();
    const mine = await scene.workshop(owner, 'Debtor');
    const parties = { producer: mine.id, buyer: scene.buying };
    const id = await scene.makeOrder(1000, 0, { bp: 1000, taxBp: 1800, parties, currency: 'EUR' });
    await scene.record(id, 500, randomUUID(), owner);
    await charged(await scene.card(id, 500), `pi_${id}`, 500);
    const skipped = (await runPayouts('EUR')).map((one) => one.skipped);
    expect(skipped).toEqual(['account_gone']);
    await scene.account('EUR', randomUUID(), owner, mine.id);
    const standing = { withOperator: 441, owedToOperator: 0, commissionPayable: 59 };
    const [made] = await runPayouts('EUR');
    expect(made).toMatchObject({ amount: 382, skipped: null });
    const [netting] = await sql<{ dedupe: string }[]>`
      select j.dedupe from public.ledger_journals j where j.kind = 'netting' order by j.at desc limit 1`;
    same(await linesOf(netting!.dedupe), nettingLines(standing));
  });

  it('is the operator’s alone', async () => {
    for (const who of [maker, scene.buyerUser, scene.coordinator, scene.stranger]) {
      const run = scene.call(who, 'run_payouts', { p_currency: 'USD' });
      expect(await answerOf(run)).toBe('not_allowed');
      expect(await answerOf(scene.call(who, 'operator_money'))).toBe('not_allowed');
    }
  });
});
