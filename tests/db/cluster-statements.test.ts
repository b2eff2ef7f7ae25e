import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkLedger } from '#src/cli/ledger-checks.ts';
import { proposals } from '#src/domain/payment-match.ts';
import { settleRound, type SettlementBasis } from '#src/domain/procurement/settlement.ts';
import { candidatesOf, type ClusterDesk } from '#src/features/ledger/cluster-bank.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { invoiceFor, stageReceived } from '#tests/support/settlement-stage.ts';
import { roundScene } from './round-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await roundScene(db);
const { call, coordinator, cluster } = scene;
const [first, second] = await scene.members(2);
const elsewhere = await roundScene(db);
const stranger = await db.addUser();

async function settled() {
  const shares = [first!, second!].map(({ producer }) => ({ producer, firm: 10 }));
  const staged = await stageReceived(sql, cluster.id, shares);
  await call(coordinator, 'enter_supplier_invoice', {
    p_id: randomUUID(),
    p_purchase_order: staged.order,
    p_invoice: invoiceFor(staged, 20),
    p_differences: [],
  });
  const basis = await call<SettlementBasis>(coordinator, 'settlement_basis', {
    p_round: staged.round,
  });
  await call(coordinator, 'settle_round', {
    p_round: staged.round,
    p_settlement: settleRound(basis),
  });
  return staged.round;
}
const credit = (remittance: string, amount: number, more = {}) => ({
  bookedOn: new Date().toISOString().slice(0, 10),
  amount,
  currency: 'RWF',
  counterparty: '',
  remittance,
  bankReference: '',
  ...more,
});
const bring = (lines: object[], who = coordinator, owner: object = { p_cluster: cluster.id }) =>
  call<{ lines: number; added: number }>(who, 'import_statement', {
    p_id: randomUUID(),
    p_format: 'camt053',
    p_file_name: 'november.xml',
    p_sha256: 'a'.repeat(64),
    p_lines: lines,
    ...owner,
  });
const desk = (who = coordinator, id = cluster.id) =>
  call<ClusterDesk>(who, 'cluster_statement_desk', { p_cluster: id });
const lineOf = async (remittance: string) =>
  (await desk()).lines.find((line) => line.remittance === remittance)!;
const match = (line: string, payment: string, who = coordinator) =>
  call(who, 'match_line_to_round_payment', { p_line: line, p_payment: payment });
const give = (line: string, round: string, producer: string, who = coordinator) =>
  call(who, 'match_line_to_member', { p_line: line, p_round: round, p_producer: producer });
async function announce(round: string, amount: number, who = first!) {
  const id = randomUUID();
  const reference = await call<string>(who.user, 'announce_round_payment', {
    p_id: id,
    p_round: round,
    p_producer: who.producer,
    p_method: 'bank_transfer',
    p_amount: amount,
  });
  return { id, reference };
}
const owed = async (round: string, producer: string) =>
  Number((await sql`select private.round_owed(${round}, ${producer}) as owed`)[0]!['owed']);
const booksAreRight = async () => {
  const found = await checkLedger(async (text) => sql.unsafe(text));
  expect(found.flatMap(({ problems }) => problems)).toEqual([]);
};

describe('a statement of the cluster’s bank', () => {
  it('is proposed what members announced and owe, and books it once', async () => {
    const round = await settled();
    const sum = await owed(round, first!.producer);
    const payment = await announce(round, sum);
    const text = `RENT AND SOLES ${payment.reference.replaceAll('-', ' ')}`;
    expect(await bring([credit(text, sum), credit('fee', -100)])).toEqual({ lines: 2, added: 2 });
    expect(await bring([credit(text, sum)])).toEqual({ lines: 1, added: 0 });
    const line = await lineOf(text);
    const [best] = proposals(line, candidatesOf(await desk()));
    expect(best).toMatchObject({ sure: true, candidate: { kind: 'payment', id: payment.id } });
    await Promise.all([match(line.id, payment.id), match(line.id, payment.id)]);
    expect(await owed(round, first!.producer)).toBe(0);
    expect(await lineOf(text)).toBeUndefined();
    await booksAreRight();
  });

  it('finds the member who wrote nothing but its name, and books without an announcement', async () => {
    const round = await settled();
    const sum = await owed(round, second!.producer);
    const [{ name }] = (await sql`
      select name from public.producers where id = ${second!.producer}`) as unknown as [
      { name: string },
    ];
    await bring([credit('school shoes', sum, { counterparty: name })]);
    const line = await lineOf('school shoes');
    const found = proposals(line, candidatesOf(await desk()));
    expect(found.map(({ candidate }) => candidate.id)).toContain(`${round} ${second!.producer}`);
    const answers = await Promise.all([
      answerOf(give(line.id, round, second!.producer)),
      answerOf(give(line.id, round, second!.producer)),
      answerOf(give(line.id, round, first!.producer)),
    ]);
    expect(answers.filter((answer) => answer === 'already_done').length).toBeLessThan(3);
    const payments =
      await sql`select producer_id from public.round_payments where round_id = ${round}`;
    expect(payments).toHaveLength(1);
    await booksAreRight();
  });

  it('ties a payment that was confirmed by hand, and takes no other amount or currency for it', async () => {
    const round = await settled();
    const payment = await announce(round, 2000);
    await call(coordinator, 'confirm_round_payment', { p_payment: payment.id, p_amount: 2000 });
    await bring([
      credit('less', 1900),
      credit('dollars', 2000, { currency: 'USD' }),
      credit('it', 2000),
    ]);
    const [less, dollars, it] = [await lineOf('less'), await lineOf('dollars'), await lineOf('it')];
    expect(await answerOf(match(less.id, payment.id))).toBe('wrong_state');
    expect(await answerOf(match(dollars.id, payment.id))).toBe('currency_differs');
    await match(it.id, payment.id);
    const other = await announce(round, 100);
    expect(await answerOf(match(it.id, other.id))).toBe('wrong_state');
    expect(await answerOf(match(less.id, payment.id))).toBe('already_done');
    await call(coordinator, 'ignore_statement_line', { p_line: less.id });
    expect(await lineOf('less')).toBeUndefined();
    expect(await answerOf(call(coordinator, 'ignore_statement_line', { p_line: it.id }))).toBe(
      'wrong_state',
    );
  });

  it('is the coordinators’ alone, and nobody places money of their own workshop', async () => {
    const round = await settled();
    await bring([credit('secret', 1000)]);
    const line = await lineOf('secret');
    const payment = await announce(round, 1000);
    for (const who of [first!.user, elsewhere.coordinator, stranger]) {
      expect(await answerOf(bring([credit('x', 1)], who)), who).toBe('not_found');
      expect(await answerOf(desk(who))).toBe('not_found');
      expect(await answerOf(give(line.id, round, first!.producer, who))).toBe('not_found');
      expect(await answerOf(call(who, 'ignore_statement_line', { p_line: line.id }))).toBe(
        'not_found',
      );
      expect(
        await db.asUser(
          who,
          (tx) => tx`select id from public.statement_lines where remittance = 'secret'`,
        ),
      ).toHaveLength(0);
    }
    for (const who of [elsewhere.coordinator, stranger])
      expect(await answerOf(match(line.id, payment.id, who))).toBe('not_found');
    expect(await answerOf(bring([credit('x', 1)], coordinator, {}))).toBe('not_found');
    const both = { p_cluster: cluster.id, p_producer: first!.producer };
    expect(await answerOf(bring([credit('x', 1)], coordinator, both))).toBe('not_found');
    // Another cluster's line is none of this round's.
    await bring([credit('far', 1000)], elsewhere.coordinator, { p_cluster: elsewhere.cluster.id });
    const [far] = await sql`select id from public.statement_lines where remittance = 'far'`;
    expect(await answerOf(match(far!['id'] as string, payment.id))).toBe('not_found');
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${first!.producer}, ${coordinator}, 'editor')`;
    expect((await desk()).payments.map(({ id }) => id)).not.toContain(payment.id);
    expect(await answerOf(match(line.id, payment.id))).toBe('own_payment');
    expect(await answerOf(give(line.id, round, first!.producer))).toBe('own_payment');
  });
});
