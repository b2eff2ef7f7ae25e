import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StatementLine } from '#src/domain/statement-columns.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;
const { call, maker, moneyOf } = scene;

type Desk = {
  lines: { id: string; amount: number; remittance: string }[];
  payments: { id: string; reference: string; state: string }[];
  orders: { id: string; outstanding: number }[];
};
const desk = (who = maker, producer = scene.shop.id) =>
  call<Desk>(who, 'statement_desk', { p_producer: producer });
const credit = (change: Partial<StatementLine> = {}): StatementLine => ({
  bookedOn: '2026-11-02',
  amount: 30_000,
  currency: 'USD',
  counterparty: 'Nordlicht',
  remittance: 'boots',
  bankReference: '',
  ...change,
});
const bring = (lines: object[], who = maker, producer = scene.shop.id, id = randomUUID()) =>
  call<{ lines: number; added: number }>(who, 'import_statement', {
    p_id: id,
    p_producer: producer,
    p_format: 'csv',
    p_file_name: 'march.csv',
    p_sha256: 'a'.repeat(64),
    p_lines: lines as never,
  });
const lineOf = async (remittance: string) =>
  (await desk()).lines.find((line) => line.remittance === remittance)!.id;
const match = (line: string, payment: string, who = maker) =>
  call(who, 'match_statement_line', { p_line: line, p_payment: payment });
const matchOrder = (line: string, order: string, who = maker) =>
  call(who, 'match_statement_line_to_order', { p_line: line, p_order: order });

describe('a statement', () => {
  it('brought again, or one that overlaps, adds only what is new; equal lines of one day stay two', async () => {
    const march = [credit(), credit(), credit({ remittance: 'laces', amount: -100 })];
    expect(await bring(march)).toEqual({ lines: 3, added: 3 });
    expect(await bring(march)).toEqual({ lines: 3, added: 0 });
    expect(await bring([...march.toReversed(), credit({ remittance: 'new' })])).toEqual({
      lines: 4,
      added: 1,
    });
    const together = Array.from({ length: 6 }, () => bring([credit({ remittance: 'rush' })]));
    const added = (await Promise.all(together)).map((one) => one.added);
    expect(added.reduce((a, b) => a + b, 0)).toBe(1);
    expect((await desk()).lines).toHaveLength(4);
  });

  it('is refused when it is empty, endless or of somebody else', async () => {
    expect(await answerOf(bring([]))).toBe('statement_empty');
    const endless = Array.from({ length: 5001 }, (_, n) => credit({ amount: n + 1 }));
    expect(await answerOf(bring(endless))).toBe('statement_too_long');
    expect(await answerOf(bring([{ ...credit(), currency: 'XXX' }]))).toBe('conflict');
    for (const who of [scene.rivalOwner, scene.buyerUser, scene.coordinator, scene.stranger]) {
      expect(await answerOf(bring([credit()], who)), who).toBe('not_found');
      expect(await answerOf(desk(who))).toBe('not_found');
    }
    expect(await answerOf(bring([credit()], scene.editor))).toBe('ok');
  });
});

describe('a line', () => {
  it('confirms the payment that it is, once, with what arrived and its day', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    const payment = randomUUID();
    const reference = await scene.announce(order, 30_000, { p_id: payment });
    await bring([credit({ remittance: reference, amount: 29_990 })]);
    const line = await lineOf(reference);
    expect((await desk()).payments.map((one) => one.reference)).toContain(reference);
    await Promise.all([match(line, payment), match(line, payment)]);
    expect(await moneyOf(order)).toMatchObject({ paid: 29_990 });
    const [row] = await sql`select paid_on::text, state from public.payments where id = ${payment}`;
    expect(row).toMatchObject({ paid_on: '2026-11-02', state: 'confirmed' });
    expect((await desk()).lines.map((one) => one.id)).not.toContain(line);
    await bring([credit({ remittance: 'another', amount: 29_990 })]);
    expect(await answerOf(match(await lineOf('another'), payment))).toBe('already_done');
  });

  it('is tied to a payment that was confirmed by hand, only when the amount is the same', async () => {
    const order = await scene.makeOrder(100_000);
    const payment = await scene.record(order, 500);
    await bring([
      credit({ remittance: 'more', amount: 501 }),
      credit({ remittance: 'same', amount: 500 }),
    ]);
    expect(await answerOf(match(await lineOf('more'), payment))).toBe('wrong_state');
    await match(await lineOf('same'), payment);
    expect(await moneyOf(order)).toMatchObject({ paid: 500 });
  });

  it('books money that nobody announced into the order that the payee names, once', async () => {
    const order = await scene.makeOrder(100_000);
    await bring([credit({ remittance: 'unannounced', amount: 7000 })]);
    const line = await lineOf('unannounced');
    await Promise.all(Array.from({ length: 5 }, () => matchOrder(line, order)));
    expect(await moneyOf(order)).toMatchObject({ paid: 7000 });
    const other = await scene.makeOrder(100_000);
    expect(await answerOf(matchOrder(line, other))).toBe('already_done');
  });

  it('crosses no currency, no workshop and no rights, and can be left out', async () => {
    const order = await scene.makeOrder(100_000);
    const payment = randomUUID();
    await scene.announce(order, 100, { p_id: payment });
    await bring([
      credit({ remittance: 'euros', currency: 'EUR' }),
      credit({ remittance: 'private' }),
      credit({ remittance: 'fee', amount: -5 }),
    ]);
    expect(await answerOf(match(await lineOf('euros'), payment))).toBe('currency_differs');
    const [fee] = await sql<
      { id: string }[]
    >`select id from public.statement_lines where remittance = 'fee'`;
    expect(await answerOf(match(fee!.id, payment))).toBe('wrong_state');
    const line = await lineOf('private');
    expect(await answerOf(match(line, payment, scene.buyerUser))).toBe('not_allowed');
    expect(await answerOf(match(line, payment, scene.rivalOwner))).toBe('not_found');
    // A coordinator confirms for a member, but does not look into its bank.
    expect(await answerOf(match(line, payment, scene.coordinator))).toBe('not_found');
    await bring([credit({ remittance: 'rival’s' })], scene.rivalOwner, scene.rival.id);
    const [theirs] = await sql<
      { id: string }[]
    >`select id from public.statement_lines where remittance = 'rival’s'`;
    expect(await answerOf(match(theirs!.id, payment))).toBe('not_found');
    const ignore = (who: string) => call(who, 'ignore_statement_line', { p_line: line });
    expect(await answerOf(ignore(scene.rivalOwner))).toBe('not_found');
    await ignore(maker);
    expect((await desk()).lines.map((one) => one.id)).not.toContain(line);
    expect(await moneyOf(order)).toMatchObject({ paid: 0 });
  });
});

describe('a book', () => {
  it('is read with the balance before and after, by its own people only', async () => {
    const owner = await db.addUser();
    const mine = await scene.workshop(owner, 'Books');
    const order = await scene.makeOrder(900, 0, {
      parties: { producer: mine.id, buyer: scene.buying },
      bp: 0,
      currency: 'TND',
    });
    await scene.record(order, 400, randomUUID(), owner);
    type Read = { opening: number; closing: number; lines: { kind: string; amount: number }[] };
    const read = (who: string, from: string, to: string) =>
      call<Read>(who, 'ledger_statement', {
        p_producer: mine.id,
        p_buyer: null,
        p_account: 'receivable',
        p_currency: 'TND',
        p_from: from,
        p_to: to,
      });
    const today = new Date().toISOString().slice(0, 10);
    const now = await read(owner, today, today);
    expect(now).toMatchObject({ opening: 0, closing: 500 });
    expect(now.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['sale', 900],
      ['payment', -400],
    ]);
    expect(await read(owner, '2099-01-01', '2099-01-31')).toMatchObject({
      opening: 500,
      closing: 500,
      lines: [],
    });
    for (const who of [maker, scene.buyerUser, scene.coordinator, scene.operator]) {
      expect(await answerOf(read(who, today, today)), who).toBe('not_found');
    }
    const balances = await call<{ account: string; balance: number }[]>(owner, 'ledger_balances', {
      p_producer: mine.id,
    });
    expect(Object.fromEntries(balances.map((one) => [one.account, one.balance]))).toEqual({
      bank: 400,
      receivable: 500,
      deferred_sales: -900,
    });
  });
});
