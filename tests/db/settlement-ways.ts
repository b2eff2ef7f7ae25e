import { randomUUID } from 'node:crypto';
import { settleRound, type SettlementBasis } from '#src/domain/procurement/settlement.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actAs } from '#tests/support/round-stage.ts';
import { invoiceFor, stageReceived } from '#tests/support/settlement-stage.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster and works for the shop, which is a member of it. */
type Seats = { me: string; cluster: string; shop: string };

const because = { p_reason: 'for a reason' };
const bank = { p_method: 'bank_transfer' };
const account = { method: 'bank_transfer', currency: 'RWF', holder: 'Us', accountNumber: '00042' };

/** Workshops whose money their coordinator may handle: it is not the coordinator's own. */
async function otherMembers({ sql }: TestDatabase, cluster: string): Promise<string[]> {
  const ids = Array.from({ length: 3 }, () => randomUUID());
  for (const id of ids) {
    await sql`insert into public.producers (id, slug, state, name, country) values (${id}, ${`member-${id}`}, 'active', 'Member', 'RW')`;
    await sql`insert into public.memberships (cluster_id, producer_id) values (${cluster}, ${id})`;
  }
  return ids;
}

/** Three rounds: one without an invoice, one that could be settled now, and one that is. */
async function rounds({ sql }: TestDatabase, { me, cluster, shop }: Seats, others: string[]) {
  const members = [shop, ...others].map((producer) => ({ producer, firm: 5 }));
  const act = <T>(name: string, args: Record<string, unknown>) => actAs<T>(sql, me, name, args);
  async function invoiced() {
    const staged = await stageReceived(sql, cluster, members);
    const invoice = randomUUID();
    await act('enter_supplier_invoice', {
      p_id: invoice,
      p_purchase_order: staged.order,
      p_invoice: invoiceFor(staged, members.length * 5),
      p_differences: [],
    });
    const basis = await act<SettlementBasis>('settlement_basis', { p_round: staged.round });
    return {
      ...{ staged, invoice },
      settle: { p_round: staged.round, p_settlement: settleRound(basis) },
    };
  }
  const [due, settled] = [await invoiced(), await invoiced()];
  await act('settle_round', settled.settle);
  const arrived = await stageReceived(sql, cluster, members);
  return { due, settled: settled.staged.round, arrived };
}

/** What is under way in the settled round: payments, a write-off that somebody else proposed, money on its way back. */
async function dues(db: TestDatabase, { me, shop }: Seats, round: string, others: string[]) {
  const { sql } = db;
  const [mate, poor, generous] = others as [string, string, string];
  const [mine, theirs, writeOff, refund] = Array.from({ length: 4 }, () => randomUUID());
  for (const [id, producer] of [
    [mine!, shop],
    [theirs!, mate],
  ] as const) {
    await sql`insert into public.round_payments (id, round_id, producer_id, purpose, method, reference, currency, amount)
      values (${id}, ${round}, ${producer}, 'balance', 'bank_transfer', ${`JP-${id.slice(0, 8).toUpperCase()}`}, 'RWF', 100)`;
  }
  await sql`insert into public.write_offs (id, round_id, producer_id, amount, reason, proposed_by)
    values (${writeOff!}, ${round}, ${poor}, 100, 'The workshop burnt down.', ${await db.addUser()})`;
  const about = { p_round: round, p_producer: generous };
  await actAs(sql, me, 'record_round_payment', {
    ...{ p_id: randomUUID(), ...about, ...bank, p_amount: 50_000 },
  });
  const tooMuch = { ...about, p_amount: 100, ...because };
  await actAs(sql, me, 'plan_round_refund', { p_id: refund!, ...tooMuch });
  const line = await bankLine(sql, round);
  return {
    mine,
    theirs,
    writeOff,
    refund,
    tooMuch,
    line,
    mate: { p_round: round, p_producer: mate },
  };
}

/** A credit of 100 on the statement of the round's cluster. */
async function bankLine(sql: TestDatabase['sql'], round: string): Promise<string> {
  const [brought, line] = [randomUUID(), randomUUID()];
  await sql`
    insert into public.statement_imports (id, cluster_id, format, file_name, sha256, line_count)
    select ${brought}, cluster_id, 'csv', 'bank.csv', ${'c'.repeat(64)}, 1 from public.rounds where id = ${round}`;
  await sql`
    insert into public.statement_lines (id, import_id, cluster_id, fingerprint, booked_on, amount, currency)
    select ${line}, ${brought}, cluster_id, ${'d'.repeat(64)}, current_date, 100, 'RWF' from public.rounds where id = ${round}`;
  return line;
}

/** Calls about the money of a joint purchase that work for a person in good standing. */
export async function settlementWays(db: TestDatabase, seats: Seats): Promise<Ways> {
  const { me, cluster, shop } = seats;
  const others = await otherMembers(db, cluster);
  const { due, settled, arrived } = await rounds(db, seats, others);
  const it = await dues(db, seats, settled, others);
  const [cost, old] = [randomUUID(), randomUUID()];
  const duty = { p_round: arrived.round, p_kind: 'duty', p_amount: 100 };
  await actAs(db.sql, me, 'add_round_cost', { p_id: cost, ...duty });
  const ours = { p_cluster: cluster, p_input: account };
  await actAs(db.sql, me, 'save_cluster_account', { p_id: old, ...ours });
  const id = () => ({ p_id: randomUUID() });
  const today = { p_paid_on: new Date().toISOString().slice(0, 10) };
  return {
    add_round_cost: { ...id(), ...duty },
    announce_round_payment: {
      ...{ ...id(), p_round: settled, p_producer: shop, ...bank, p_amount: 100 },
    },
    cancel_round_payment: { p_payment: it.mine },
    confirm_round_payment: { p_payment: it.theirs, p_amount: 100 },
    decide_invoice: { p_invoice: due.invoice, p_state: 'disputed', ...because },
    decide_write_off: { p_write_off: it.writeOff, p_approve: true },
    enter_supplier_invoice: {
      ...id(),
      p_purchase_order: arrived.order,
      p_invoice: invoiceFor(arrived, (others.length + 1) * 5),
      p_differences: [],
    },
    match_line_to_member: { p_line: it.line, ...it.mate },
    match_line_to_round_payment: { p_line: it.line, p_payment: it.theirs },
    pay_round_cost: { p_cost: cost, ...today },
    pay_supplier: { ...id(), p_invoice: due.invoice, ...bank, p_amount: 100, ...today },
    plan_round_refund: { ...id(), ...it.tooMuch },
    propose_write_off: { ...id(), ...it.mate, p_amount: 100, ...because },
    prove_round_payment: { p_payment: it.mine, ...today },
    record_round_payment: { ...id(), ...it.mate, ...bank, p_amount: 100 },
    reject_round_payment: { p_payment: it.theirs, ...because },
    rematch_invoice: { p_invoice: due.invoice, p_differences: [] },
    retire_cluster_account: { p_account: old },
    save_cluster_account: { ...id(), ...ours },
    settle_round: due.settle,
    settle_round_refund: { p_refund: it.refund, p_sent: true },
    void_round_cost: { p_cost: cost, ...because },
  };
}
