import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkLedger, type Finding } from '#src/cli/ledger-checks.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { settleRound, type SettlementBasis } from '#src/domain/procurement/settlement.ts';
import { invoiceFor, stageReceived } from '#tests/support/settlement-stage.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const trade = await quoteSceneOf(db, scene);
const { sql } = db;
const { call } = scene;

type Tx = Pick<TransactionSql, 'unsafe'>;
const check = (tx: Tx = sql) => checkLedger(async (text) => tx.unsafe(text));
const wrong = (findings: Finding[]) =>
  Object.fromEntries(
    findings.filter((one) => one.problems.length > 0).map((one) => [one.name, one.problems]),
  );

/** The command as a person runs it. */
async function command(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['src/cli/ledger-check.ts'], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, written };
}

/** A joint purchase, settled, with a deposit, a cost that was paid, a supplier paid in part and a debt written off. */
async function joint() {
  const [lead, second] = [await db.addUser(), await db.addUser()];
  const { id: cluster } = await scene.cluster(lead);
  await sql`insert into public.cluster_coordinators (cluster_id, user_id) values (${cluster}, ${second})`;
  const member = { producer: trade.shop.id, firm: 12 };
  const staged = await stageReceived(sql, cluster, [member]);
  const of = { p_round: staged.round, p_producer: trade.shop.id, p_id: randomUUID() };
  const way = { p_method: 'mobile_money', p_amount: 4_000 };
  await call(lead, 'record_round_payment', { ...of, ...way });
  const cost = { p_id: randomUUID(), p_round: staged.round, p_kind: 'duty', p_amount: 700 };
  await call(lead, 'add_round_cost', { ...cost, p_paid_on: '2026-11-20' });
  const invoice = { p_id: randomUUID(), p_purchase_order: staged.order };
  const input = { p_invoice: invoiceFor(staged, 12), p_differences: [] };
  await call(lead, 'enter_supplier_invoice', { ...invoice, ...input });
  const paid = { p_id: randomUUID(), p_invoice: invoice.p_id, p_amount: 3_000 };
  const when = { p_method: 'bank_transfer', p_paid_on: '2026-11-20' };
  await call(lead, 'pay_supplier', { ...paid, ...when });
  const round = { p_round: staged.round };
  const basis = await call<SettlementBasis>(lead, 'settlement_basis', round);
  await call(lead, 'settle_round', { ...round, p_settlement: settleRound(basis) });
  const off = { ...of, p_id: randomUUID(), p_amount: 100, p_reason: 'A gift' };
  await call(lead, 'propose_write_off', off);
  await call(second, 'decide_write_off', { p_write_off: off.p_id, p_approve: true });
}

let order: string;
let payment: string;
beforeAll(async () => {
  const operator = await db.addUser();
  await sql`insert into public.operators (user_id) values (${operator})`;
  await sql`update public.site_settings set commission_bp = 500, commission_tax_bp = 1800`;
  const { quote } = await trade.standing(draftOf([trade.boots()], { freightAmount: 40_000 }));
  order = await trade.accept(trade.buyer, quote);
  const record = async (amount: number) => {
    const id = randomUUID();
    const args = { p_id: id, p_order: order, p_method: 'bank_transfer', p_amount: amount };
    await call(trade.maker, 'record_payment', args);
    return id;
  };
  payment = await record(900_000);
  const back = randomUUID();
  const reason = { p_amount: 50_000, p_reason: 'paid too much' };
  await call(trade.maker, 'request_refund', { p_id: back, p_payment: payment, ...reason });
  await call(trade.maker, 'settle_refund', { p_refund: back });
  const card = randomUUID();
  const way = { p_purpose: 'balance', p_method: 'card', p_amount: 700_000 };
  await call(trade.buyer, 'announce_payment', { p_id: card, p_order: order, ...way });
  const charge = { p_provider_ref: 'pi_1', p_amount: 700_000, p_fee: 20_000, p_held: true };
  await call('service', 'record_card_payment', { p_payment: card, ...charge });
  await call(trade.maker, 'save_payment_account', {
    p_id: randomUUID(),
    p_producer: trade.shop.id,
    p_input: {
      method: 'bank_transfer',
      currency: 'RWF',
      holder: 'Akagera',
      accountNumber: '00040',
    },
  });
  await call(operator, 'run_payouts', { p_currency: 'RWF' });
  await joint();
});

describe('the ledger check', () => {
  it('finds nothing in books that were kept by the functions, and ends with 0', async () => {
    const findings = await check();
    expect(wrong(findings)).toEqual({});
    expect(findings.every(({ checked }) => checked > 0)).toBe(true);
    const { code, written } = await command({ DATABASE_URL: db.url });
    expect(written).toMatch(/Every journal balances.*ok/);
    expect(code).toBe(0);
  });

  const text = (tail: string) => `encode(sha256(convert_to(${tail}::text, 'UTF8')), 'hex')`;
  const unchecked = (table: string) => `do $$ declare c text; begin
    for c in select conname from pg_constraint where conrelid = 'public.${table}'::regclass and contype = 'c' loop
      execute format('alter table public.${table} drop constraint %I', c); end loop; end $$`;
  const journals = /journal balances/;
  const cases: [string, RegExp, () => string][] = [
    [
      'an entry that was changed',
      journals,
      () =>
        `update public.ledger_entries set amount = amount + 1 where id = (select min(id) from public.ledger_entries)`,
    ],
    [
      'an entry that was deleted',
      journals,
      () =>
        `delete from public.ledger_entries where id = (select max(id) from public.ledger_entries)`,
    ],
    [
      'a journal without entries',
      journals,
      () => `insert into public.ledger_journals (kind, dedupe) values ('sale', 'sale:ghost')`,
    ],
    [
      'an entry moved to another order',
      journals,
      () =>
        `update public.ledger_entries set order_id = null where id = (select min(id) from public.ledger_entries)`,
    ],
    [
      'a price edited after acceptance',
      /frozen agreement/,
      () =>
        `${unchecked('order_revisions')}; update public.order_revisions set document = jsonb_set(document, '{lines,0,unitAmount}', '1') where order_id = '${order}'`,
    ],
    [
      'freight edited and signed again',
      /frozen agreement/,
      () =>
        `${unchecked('order_revisions')}; update public.order_revisions r set document = d, sha256 = ${text('d')} from (select order_id, jsonb_set(document, '{freightAmount}', '1') as d from public.order_revisions) x where x.order_id = r.order_id`,
    ],
    [
      'an order with another total',
      /newest agreement/,
      () => `update public.orders set total_amount = total_amount - 1 where id = '${order}'`,
    ],
    [
      'a quote with other freight',
      /newest agreement/,
      () =>
        `update public.quotes set freight_amount = freight_amount + 1, tax_amount = private.share_bp(goods_amount - discount_amount + freight_amount + 1, tax_bp), total_amount = goods_amount - discount_amount + freight_amount + 1 + private.share_bp(goods_amount - discount_amount + freight_amount + 1, tax_bp), deposit_amount = private.share_bp(goods_amount - discount_amount + freight_amount + 1 + private.share_bp(goods_amount - discount_amount + freight_amount + 1, tax_bp), deposit_bp) where state = 'accepted'`,
    ],
    [
      'a quoted quantity',
      /newest agreement/,
      () =>
        `update public.quote_lines set quantity = quantity + 1, line_amount = (quantity + 1) * unit_amount`,
    ],
    [
      'a payment confirmed and never booked',
      /counted once/,
      () =>
        `insert into public.payments (order_id, purpose, method, state, reference, currency, amount, confirmed_amount, confirmed_at) values ('${order}', 'balance', 'bank_transfer', 'confirmed', 'ISK-ZZZZ-9', 'RWF', 5, 5, now())`,
    ],
    [
      'a payment booked twice',
      /counted once/,
      () =>
        `with j as (insert into public.ledger_journals (kind, dedupe, order_id) values ('payment', 'payment:again', '${order}') returning id) insert into public.ledger_entries (journal_id, account_id, order_id, amount) select j.id, e.account_id, e.order_id, e.amount from j, public.ledger_entries e join public.ledger_journals o on o.id = e.journal_id where o.dedupe = 'payment:${payment}'`,
    ],
    [
      'an amount changed after it was confirmed',
      /counted once/,
      () => `update public.payments set confirmed_amount = 1000000 where id = '${payment}'`,
    ],
    [
      'one processor’s reference on two payments',
      /counted once/,
      () =>
        `alter table public.payments drop constraint payments_provider_ref_key; insert into public.payments (order_id, purpose, method, reference, currency, amount, provider_ref) values ('${order}', 'balance', 'card', 'ISK-ZZZZ-8', 'RWF', 5, 'pi_1')`,
    ],
    [
      'a refund that stays paid',
      /counted once/,
      () => `update public.refunds set state = 'failed'`,
    ],
    [
      'a refund above what arrived',
      /counted once/,
      () => `update public.refunds set amount = 950000`,
    ],
    [
      'a credit that nobody booked',
      /order owes/,
      () => `update public.orders set credited_amount = 7 where id = '${order}'`,
    ],
    [
      'other commission terms',
      /commission/,
      () => `update public.orders set commission_bp = 600 where id = '${order}'`,
    ],
    [
      'a payout that failed and was not turned back',
      /Payouts/,
      () => `update public.payouts set state = 'failed', reason = 'back', settled_at = now()`,
    ],
    [
      'a payout above what was held',
      /Payouts/,
      () =>
        `with j as (insert into public.ledger_journals (kind, dedupe) values ('payout', 'payout:more') returning id) insert into public.ledger_entries (journal_id, account_id, amount) select j.id, a.id, case a.kind when 'with_operator' then -9 else 9 end from j, public.ledger_accounts a where a.producer_id = '${trade.shop.id}' and a.kind in ('with_operator', 'bank')`,
    ],
    [
      'a number that was never given',
      /no gap/,
      () =>
        `update public.documents set number = number + 1 where kind = 'receipt' and number = (select max(number) from public.documents where kind = 'receipt')`,
    ],
    [
      'a paper that is gone',
      /no gap/,
      () => `delete from public.documents where kind = 'pro_forma'`,
    ],
    [
      'a paper that was rewritten',
      /no gap/,
      () =>
        `${unchecked('documents')}; update public.documents set snapshot = '{}' where kind = 'receipt'`,
    ],
    [
      'a settlement that was changed',
      /Members of a joint purchase/,
      () =>
        `${unchecked('settlements')}; update public.settlements set total_amount = total_amount + 1`,
    ],
    [
      'a cost added after the settlement',
      /Members of a joint purchase/,
      () =>
        `insert into public.round_costs (round_id, kind, amount) select id, 'duty', 5 from public.rounds where state = 'settled'`,
    ],
    [
      'a member’s payment that was changed',
      /owe their cluster/,
      () => `update public.round_payments set confirmed_amount = confirmed_amount + 1`,
    ],
    [
      'a supplier paid and never booked',
      /paid for a joint purchase/,
      () =>
        `insert into public.supplier_payments (round_id, invoice_id, amount, round_amount, method, paid_on) select round_id, id, 5, 5, 'bank_transfer', current_date from public.supplier_invoices`,
    ],
    [
      'a write-off that nobody booked',
      /owe their cluster|paid for/,
      () => `update public.write_offs set amount = amount + 1`,
    ],
    [
      'a settlement that is gone',
      /Numbers of settlements|Members of/,
      () =>
        `insert into private.cluster_series (cluster_id, kind, year, last_number) select cluster_id, 'settlement', 2030, 1 from public.rounds limit 1; update public.settlements set number = number + 1`,
    ],
  ];

  it.each(cases)('names %s', async (_what, name, corrupt) => {
    class Undo extends Error {}
    let found: Finding[] = [];
    const done = sql.begin(async (tx) => {
      // As an attacker with the superuser's rights, or a repair by hand, would: no trigger asks.
      await tx.unsafe(`set local session_replication_role = replica`);
      await tx.unsafe(corrupt());
      found = await check(tx);
      throw new Undo();
    });
    await expect(done).rejects.toBeInstanceOf(Undo);
    expect(Object.keys(wrong(found)).join(' | ')).toMatch(name);
  });

  it('ends with 1 and says what is wrong, with 69 when no instance runs', async () => {
    await sql.begin(async (tx) => {
      await tx.unsafe('set local session_replication_role = replica');
      await tx.unsafe(
        'update public.ledger_entries set amount = amount + 1 where id = (select min(id) from public.ledger_entries)',
      );
    });
    const { code, written } = await command({ DATABASE_URL: db.url });
    expect(code).toBe(1);
    expect(written).toMatch(/WRONG[\s\S]*is off by 1 RWF/);
    const nowhere = createHash('sha256').update(order).digest('hex');
    expect((await command({ DATA_DIR: `/nowhere/${nowhere}` })).code).toBe(69);
  });
});
