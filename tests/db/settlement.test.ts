import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '#src/cli/ledger-checks.ts';
import { split } from '#src/domain/money.ts';
import { matchInvoice, type MatchFacts } from '#src/domain/procurement/invoice-match.ts';
import { settleRound, type SettlementBasis } from '#src/domain/procurement/settlement.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { invoiceFor, stageReceived, type Staged } from '#tests/support/settlement-stage.ts';
import { roundScene } from './round-scene.ts';
import { answerOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await roundScene(db);
const { call, coordinator, cluster } = scene;
const [first, second, third] = await scene.members(3);
const elsewhere = await roundScene(db);
const [stranger] = await elsewhere.members(1);
let other: string;
beforeAll(async () => {
  other = await db.addUser();
  await sql`insert into public.cluster_coordinators (cluster_id, user_id) values (${cluster.id}, ${other})`;
});

type Member = { id: string; paid: number; owed: number; freeCredit: number; deposit: number };
type Money = { members: Member[]; books: Record<string, number> };
const money = (round: string, who = coordinator) =>
  call<Money | null>(who, 'round_money', { p_round: round });
const memberOf = async (round: string, producer: string) =>
  (await money(round))!.members.find(({ id }) => id === producer)!;
const enter = (staged: Staged, invoice: object, differences: object = [], id = randomUUID()) =>
  call<string>(coordinator, 'enter_supplier_invoice', {
    p_id: id,
    p_purchase_order: staged.order,
    p_invoice: invoice,
    p_differences: differences,
  });
const cost = (staged: Staged, amount: number, more = {}) =>
  call(coordinator, 'add_round_cost', {
    p_id: randomUUID(),
    p_round: staged.round,
    p_kind: 'duty',
    p_amount: amount,
    ...more,
  });
async function settlementOf(staged: Staged) {
  const basis = await call<SettlementBasis>(coordinator, 'settlement_basis', {
    p_round: staged.round,
  });
  return settleRound(basis);
}
const settle = async (staged: Staged, who = coordinator, given?: object) =>
  call(who, 'settle_round', {
    p_round: staged.round,
    p_settlement: given ?? (await settlementOf(staged)),
  });
const announce = (staged: Staged, amount: number, who = first!, id = randomUUID()) =>
  call<string>(who.user, 'announce_round_payment', {
    p_id: id,
    p_round: staged.round,
    p_producer: who.producer,
    p_method: 'mobile_money',
    p_amount: amount,
  }).then((reference) => ({ id, reference }));
const confirm = (who: string, payment: string, amount: number) =>
  call(who, 'confirm_round_payment', { p_payment: payment, p_amount: amount });
const three = (a: number, b: number, c: number) => [
  { producer: first!.producer, firm: a },
  { producer: second!.producer, firm: b },
  { producer: third!.producer, firm: c },
];
async function settled() {
  const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
  await enter(staged, invoiceFor(staged, 82));
  await cost(staged, 1001);
  await settle(staged);
  return staged;
}
const booksAreRight = async () => {
  const found = await checkLedger(async (text) => sql.unsafe(text));
  expect(found.flatMap(({ problems }) => problems)).toEqual([]);
};

describe('a settlement', () => {
  it('gives every member its part, to the franc, numbers them and tells them', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
    expect(await enter(staged, invoiceFor(staged, 82))).toBe('matched');
    await cost(staged, 1001);
    await takeMails(db);
    await settle(staged);
    const rows = await sql<{ number: number; total: string; reference: string }[]>`
      select number, total_amount as total, reference_amount as reference from public.settlements where round_id = ${staged.round} order by number`;
    expect(rows.reduce((sum, { total }) => sum + Number(total), 0)).toBe(82 * 850 + 5000 + 1001);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(rows.reduce((sum, row) => sum + Number(row.reference), 0)).toBe(82 * 1500);
    const mails = await takeMails(db);
    expect(mails.filter(({ template }) => template === 'round_settled')).toHaveLength(3);
    const { members, books } = (await money(staged.round))!;
    expect(members.reduce((sum, { owed }) => sum + owed, 0)).toBe(books['members']);
    expect(books).toMatchObject({ suppliers: 82 * 850 + 5000, costs: 1001, bank: 0 });
    await booksAreRight();
  });

  it('credits a shortage in the member’s book', async () => {
    const staged = await stageReceived(sql, cluster.id, [
      { producer: first!.producer, firm: 40, awarded: 40, got: 35 },
      { producer: second!.producer, firm: 30, awarded: 30, got: 26 },
    ]);
    await enter(staged, invoiceFor(staged, 61));
    await settle(staged);
    const [row] = await sql<{ credit: string; lines: { creditAmount: number }[] }[]>`
      select s.lines, (select e.amount from public.ledger_entries e join public.ledger_journals j on j.id = e.journal_id
        join public.ledger_accounts a on a.id = e.account_id
        where j.kind = 'round_credit' and j.round_id = s.round_id and a.producer_id = s.producer_id and a.kind = 'owed_to_cluster') as credit
      from public.settlements s where s.round_id = ${staged.round} and s.producer_id = ${first!.producer}`;
    expect(Number(row!.credit)).toBe(5 * 850);
    expect(row!.lines[0]!.creditAmount).toBe(5 * 850);
    await booksAreRight();
  });

  it('is refused when a share was moved, however the sums still agree', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
    await enter(staged, invoiceFor(staged, 82));
    await cost(staged, 1001);
    const fair = await settlementOf(staged);
    const moved = structuredClone(fair);
    moved.members[0]!.lines[0]!.goodsAmount -= 500;
    moved.members[1]!.lines[0]!.goodsAmount += 500;
    expect(await answerOf(settle(staged, coordinator, moved))).toBe('sums_differ');
    const shifted = structuredClone(fair);
    shifted.members[0]!.lines[0]!.shares[0]!.amount -= 100;
    shifted.members[1]!.lines[0]!.shares[0]!.amount += 100;
    expect(await answerOf(settle(staged, coordinator, shifted))).toBe('sums_differ');
    const short = { members: fair.members.slice(1) };
    expect(await answerOf(settle(staged, coordinator, short))).toBe('sums_differ');
    await settle(staged, coordinator, fair);
  });

  it('waits for every invoice and for a word about each difference', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
    expect(await answerOf(settle(staged))).toBe('invoice_missing');
    const dear = invoiceFor(staged, 90);
    expect(await answerOf(enter(staged, dear))).toBe('sums_differ');
    const facts = await call<MatchFacts>(coordinator, 'invoice_facts', {
      p_purchase_order: staged.order,
    });
    const id = randomUUID();
    expect(await enter(staged, dear, matchInvoice(dear, facts), id)).toBe('differs');
    expect(await answerOf(settle(staged))).toBe('invoices_open');
    const decide = (p_state: string, p_reason: string) =>
      call(coordinator, 'decide_invoice', { p_invoice: id, p_state, p_reason });
    expect(await answerOf(decide('accepted', ''))).toBe('reason_required');
    await decide('accepted', 'Eight pairs more were given to the store.');
    await settle(staged);
    const sums =
      await sql`select sum(total_amount) as total from public.settlements where round_id = ${staged.round}`;
    expect(Number(sums[0]!['total'])).toBe(90 * 850 + 5000);
    await booksAreRight();
  });

  it('takes a foreign invoice at the frozen rate, and parts of its payment add up', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12), { currency: 'USD' });
    const id = randomUUID();
    await enter(staged, invoiceFor(staged, 82), [], id);
    for (const amount of [33_333, 41_367]) {
      await call(coordinator, 'pay_supplier', {
        p_id: randomUUID(),
        p_invoice: id,
        p_amount: amount,
        p_method: 'bank_transfer',
        p_paid_on: '2026-11-22',
      });
    }
    await settle(staged);
    const inRound = Math.round(((82 * 850 + 5000) * 1450) / 100);
    expect((await money(staged.round))!.books).toMatchObject({ suppliers: 0, bank: -inRound });
    await booksAreRight();
  });

  it('happens once, also when two coordinators settle at the same moment', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
    await enter(staged, invoiceFor(staged, 82));
    const given = await settlementOf(staged);
    await Promise.all([settle(staged, coordinator, given), settle(staged, other, given)]);
    const rows = await sql`select 1 from public.settlements where round_id = ${staged.round}`;
    expect(rows).toHaveLength(3);
    const journals =
      await sql`select 1 from public.ledger_journals where round_id = ${staged.round}`;
    expect(journals).toHaveLength(1);
  });
});

describe('what a member pays', () => {
  it('counts once with what arrived, however often it is confirmed; a deposit counts against the balance', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
    const deposit = await announce(staged, 10_000);
    expect(deposit.reference).toMatch(/^JP-[A-Z0-9]{5}-1$/);
    await Promise.all([confirm(coordinator, deposit.id, 9_000), confirm(other, deposit.id, 9_000)]);
    expect(await answerOf(confirm(other, deposit.id, 10_000))).toBe('wrong_state');
    await enter(staged, invoiceFor(staged, 82));
    await settle(staged);
    const mine = await memberOf(staged.round, first!.producer);
    expect(mine.paid).toBe(9_000);
    expect(mine.owed).toBe(40 * 850 + 2_439 - 9_000);
    const rest = await announce(staged, mine.owed + 500);
    await confirm(coordinator, rest.id, mine.owed + 500);
    expect((await memberOf(staged.round, first!.producer)).freeCredit).toBe(500);
    const refund = { p_round: staged.round, p_producer: first!.producer, p_reason: 'Too much' };
    const plan = (p_id: string, p_amount: number) =>
      call(coordinator, 'plan_round_refund', { p_id, p_amount, ...refund });
    expect(await answerOf(plan(randomUUID(), 501))).toBe('refund_too_much');
    const id = randomUUID();
    await plan(id, 500);
    await Promise.all(
      [coordinator, other].map((who) =>
        call(who, 'settle_round_refund', { p_refund: id, p_sent: true }),
      ),
    );
    expect(await memberOf(staged.round, first!.producer)).toMatchObject({ owed: 0, freeCredit: 0 });
    await booksAreRight();
  });

  it('is asked as a deposit when pledges close, and goes back when the round is cancelled', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12), {
      state: 'bidding',
      depositBp: 2000,
    });
    await sql`insert into public.lot_tiers (lot_id, min_quantity, unit_amount) values (${staged.lot}, 1, 1000), (${staged.lot}, 80, 900)`;
    await sql`select private.ask_deposits(${staged.round})`;
    await sql`select private.ask_deposits(${staged.round})`;
    expect((await memberOf(staged.round, first!.producer)).deposit).toBe((40 * 900) / 5);
    const { id } = await announce(staged, 7_200);
    await confirm(coordinator, id, 7_200);
    await call(coordinator, 'cancel_round', {
      p_round: staged.round,
      p_reason: 'No bid was good.',
    });
    const [back] = await sql<{ id: string; amount: string; state: string }[]>`
      select id, amount, state from public.round_refunds where round_id = ${staged.round}`;
    expect(back).toMatchObject({ amount: '7200', state: 'pending' });
    expect(await answerOf(announce(staged, 100))).toBe('wrong_state');
    await call(coordinator, 'settle_round_refund', { p_refund: back!.id, p_sent: true });
    expect(await memberOf(staged.round, first!.producer)).toMatchObject({ owed: 0, paid: 0 });
    await booksAreRight();
  });

  it('is remembered at most once a week', async () => {
    const staged = await settled();
    const remind = () => call<number>('service', 'remind_round_dues');
    await remind();
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update public.settlements set settled_at = now() - interval '8 days' where round_id = ${staged.round}`;
    });
    expect(await remind()).toBe(3);
    expect(await remind()).toBe(0);
  });
});

describe('a write-off', () => {
  it('needs two coordinators and releases the member’s debt', async () => {
    const staged = await settled();
    const { owed } = await memberOf(staged.round, third!.producer);
    const id = randomUUID();
    const propose = (p_amount: number, p_id = id) =>
      call(coordinator, 'propose_write_off', {
        p_id,
        p_round: staged.round,
        p_producer: third!.producer,
        p_amount,
        p_reason: 'The workshop burnt down.',
      });
    expect(await answerOf(propose(owed + 1))).toBe('out_of_range');
    await propose(owed);
    const decide = (who: string, p_approve = true) =>
      call(who, 'decide_write_off', { p_write_off: id, p_approve });
    expect(await answerOf(decide(coordinator))).toBe('second_coordinator');
    await Promise.all([decide(other), decide(other)]);
    expect((await memberOf(staged.round, third!.producer)).owed).toBe(0);
    expect((await money(staged.round))!.books['writtenOff']).toBe(owed);
    expect(await answerOf(decide(other, false))).toBe('wrong_state');
    await booksAreRight();
  });
});

describe('nobody else', () => {
  it('reads or moves the money of a round', async () => {
    const staged = await settled();
    const { id } = await announce(staged, 5_000);
    for (const who of [stranger!.user, elsewhere.coordinator]) {
      expect(await money(staged.round, who)).toBeNull();
      expect(await answerOf(confirm(who, id, 5_000))).toBe('not_found');
      expect(await answerOf(settle(staged, who, {}))).toBe('not_found');
      expect(
        await call(who, 'member_round_money', { p_slug: 'x', p_round: staged.round }),
      ).toBeNull();
    }
    // A member confirms nothing, not its own payment and not another's; and sees only its own.
    expect(await answerOf(confirm(first!.user, id, 5_000))).toBe('not_allowed');
    expect(await answerOf(confirm(second!.user, id, 5_000))).toBe('not_found');
    const seen = await db.asUser(
      second!.user,
      (tx) =>
        tx`select 1 from public.round_payments union all select 1 from public.settlements where producer_id <> ${second!.producer}`,
    );
    expect(seen).toHaveLength(0);
    expect(
      await answerOf(
        call(second!.user, 'announce_round_payment', {
          p_id: randomUUID(),
          p_round: staged.round,
          p_producer: first!.producer,
          p_method: 'mobile_money',
          p_amount: 1,
        }),
      ),
    ).toBe('not_found');
  });

  it('not a coordinator for their own workshop', async () => {
    const staged = await settled();
    const { id } = await announce(staged, 5_000);
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${first!.producer}, ${other}, 'owner')`;
    expect(await answerOf(confirm(other, id, 5_000))).toBe('own_payment');
    const by = { p_id: randomUUID(), p_round: staged.round, p_producer: first!.producer };
    const write = { ...by, p_amount: 1, p_reason: 'Because' };
    expect(await answerOf(call(other, 'propose_write_off', write))).toBe('own_payment');
    const record = { ...by, p_method: 'bank_transfer', p_amount: 5 };
    expect(await answerOf(call(other, 'record_round_payment', record))).toBe('own_payment');
    await sql`delete from public.producer_members where user_id = ${other}`;
  });

  it('nor the coordinators of a suspended cluster', async () => {
    const staged = await settled();
    const { id } = await announce(staged, 5_000);
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'Closed for now' where id = ${cluster.id}`;
    try {
      expect(await answerOf(confirm(coordinator, id, 5_000))).toBe('not_found');
      const cost = { p_id: randomUUID(), p_round: staged.round, p_kind: 'duty', p_amount: 5 };
      expect(await answerOf(call(coordinator, 'add_round_cost', cost))).toBe('not_found');
      const account = { p_id: randomUUID(), p_cluster: cluster.id, p_input: {} };
      expect(await answerOf(call(coordinator, 'save_cluster_account', account))).toBe('not_found');
    } finally {
      await sql`update public.clusters set state = 'active', suspended_reason = null where id = ${cluster.id}`;
    }
  });
});

describe('the rules of the domain', () => {
  it('split an amount in SQL as in TypeScript', async () => {
    const cases = fc.sample(
      fc.tuple(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 9 }),
      ),
      60,
    );
    for (const [amount, weights] of cases.filter(([, w]) => w.some((one) => one > 0))) {
      const [row] = await sql<
        { parts: string[] }[]
      >`select private.split_amount(${amount}, ${weights}::numeric[]) as parts`;
      expect(row!.parts.map(Number)).toEqual(split(amount, weights));
    }
  });

  it('match an invoice in SQL as in TypeScript', async () => {
    const staged = await stageReceived(sql, cluster.id, three(40, 30, 12));
    const invoices = fc.sample(
      fc.record({
        quantity: fc.integer({ min: 79, max: 86 }),
        unitAmount: fc.integer({ min: 840, max: 870 }),
        freightAmount: fc.integer({ min: 4_900, max: 5_200 }),
        off: fc.constantFrom(0, 0, 1, 2),
      }),
      25,
    );
    for (const { quantity, unitAmount, freightAmount, off } of invoices) {
      const lineAmount = quantity * unitAmount + off;
      const line = { orderLineId: staged.orderLine, quantity, unitAmount, lineAmount };
      const invoice = {
        ...invoiceFor(staged, 1, randomUUID()),
        goodsAmount: lineAmount,
        freightAmount,
        lines: [line],
      };
      const facts = await call<MatchFacts>(coordinator, 'invoice_facts', {
        p_purchase_order: staged.order,
      });
      const id = randomUUID();
      const found = matchInvoice(invoice, facts);
      // SQL refuses where the two are not of one mind.
      expect(await enter(staged, invoice, found, id)).toBe(found.length ? 'differs' : 'matched');
      const reason = { p_state: 'void', p_reason: 'Only tried.' };
      await call(coordinator, 'decide_invoice', { p_invoice: id, ...reason });
    }
  });
});
