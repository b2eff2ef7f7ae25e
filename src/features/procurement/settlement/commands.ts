import type { z } from 'zod';
import { parseMoney } from '#src/domain/money.ts';
import { matchInvoice } from '#src/domain/procurement/invoice-match.ts';
import {
  settleRound,
  type MemberSettlement,
  type SettlementBasis,
} from '#src/domain/procurement/settlement.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { roundMoney, type InvoiceFacts } from './queries.ts';
import { readInvoice } from './read-invoice.ts';
import type {
  costInput,
  decideInput,
  decideWriteOffInput,
  invoiceInput,
  payCostInput,
  paySupplierInput,
  rematchInput,
  settleInput,
  voidCostInput,
  writeOffInput,
} from './schema.ts';

/** What a person typed as an amount, in minor units above 0; a refusal belongs to the field. */
export function minorUnits(deps: Deps, form: { amount: string; currency: string }): Result<number> {
  const read = parseMoney(form.amount, form.currency, deps.locale);
  if (!read.ok) return fail('invalid_input', { amount: read.failure.code });
  return read.value.amount > 0
    ? ok(read.value.amount)
    : fail('invalid_input', { amount: 'out_of_range' });
}

export function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}

export async function addCost(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof costInput>,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('add_round_cost', {
    p_id: form.id,
    p_round: form.round,
    p_kind: form.kind,
    p_amount: amount.value,
    p_note: form.note,
    ...(form.paidOn ? { p_paid_on: form.paidOn } : {}),
  });
  return done(settle(answer, deps));
}

export async function payCost(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof payCostInput>,
): Promise<Result<void>> {
  const args = { p_cost: form.cost, p_paid_on: form.paidOn };
  return done(settle(await deps.db.rpc('pay_round_cost', args), deps));
}

export async function voidCost(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof voidCostInput>,
): Promise<Result<void>> {
  const args = { p_cost: form.cost, p_reason: form.reason };
  return done(settle(await deps.db.rpc('void_round_cost', args), deps));
}

async function factsOf(deps: Deps, order: string, invoice?: string): Promise<Result<InvoiceFacts>> {
  const args = { p_purchase_order: order, ...(invoice ? { p_invoice: invoice } : {}) };
  const read = settle(await deps.db.rpc('invoice_facts', args), deps);
  if (!read.ok) return read;
  return read.value ? ok(read.value as unknown as InvoiceFacts) : fail('not_found');
}

/** Copies a supplier's invoice and holds it against order and receipt. */
export async function enterInvoice(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof invoiceInput>,
): Promise<Result<void>> {
  const facts = await factsOf(deps, form.order);
  if (!facts.ok) return facts;
  const read = readInvoice(form, facts.value, deps.locale);
  if (!read.ok) return read;
  const answer = await deps.db.rpc('enter_supplier_invoice', {
    p_id: form.id,
    p_purchase_order: form.order,
    p_invoice: read.value.invoice,
    p_differences: read.value.differences,
  });
  return done(settle(answer, deps));
}

/** Holds an invoice against what has arrived by now. */
export async function rematchInvoice(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof rematchInput>,
): Promise<Result<void>> {
  const facts = await factsOf(deps, form.order, form.invoice);
  if (!facts.ok) return facts;
  const { data } = await deps.db
    .from('supplier_invoices')
    .select('goods_amount, freight_amount, round_id')
    .eq('id', form.invoice)
    .eq('purchase_order_id', form.order)
    .maybeSingle();
  const money = data && (await roundMoney(deps.db, data.round_id));
  const invoice = money?.orders
    .flatMap(({ invoices }) => invoices)
    .find(({ id }) => id === form.invoice);
  if (!invoice) return fail('not_found');
  const differences = matchInvoice(
    { goodsAmount: invoice.goods, freightAmount: invoice.freight, lines: invoice.lines },
    facts.value,
  );
  const args = { p_invoice: form.invoice, p_differences: differences };
  return done(settle(await deps.db.rpc('rematch_invoice', args), deps));
}

export async function decideInvoice(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof decideInput>,
): Promise<Result<void>> {
  const args = { p_invoice: form.invoice, p_state: form.state, p_reason: form.reason };
  return done(settle(await deps.db.rpc('decide_invoice', args), deps));
}

export async function paySupplier(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof paySupplierInput>,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('pay_supplier', {
    p_id: form.id,
    p_invoice: form.invoice,
    p_amount: amount.value,
    p_method: form.method,
    p_paid_on: form.paidOn,
    p_note: form.note,
  });
  return done(settle(answer, deps));
}

/** The sharing, or the code that says why there is none: SQL holds it against every sum again. */
export function tryToSettle(basis: SettlementBasis): Result<{ members: MemberSettlement[] }> {
  const unweighed = basis.lots.some(({ gramsPerUnit }) => gramsPerUnit === null);
  if (unweighed && basis.costs.some((cost) => cost.basis === 'weight'))
    return fail('lot_weight_missing');
  if (basis.members.length === 0) return fail('nobody_to_bear');
  try {
    return ok(settleRound(basis));
  } catch (error) {
    if (error instanceof RangeError) return fail('nobody_to_bear');
    throw error;
  }
}

/** Works out what everybody owes and settles the round. */
export async function settleTheRound(
  deps: Deps,
  _actor: SessionUser,
  { round }: z.infer<typeof settleInput>,
): Promise<Result<void>> {
  const read = settle(await deps.db.rpc('settlement_basis', { p_round: round }), deps);
  if (!read.ok) return read;
  if (!read.value) return fail('not_found');
  const shared = tryToSettle(read.value as unknown as SettlementBasis);
  if (!shared.ok) return shared;
  const args = { p_round: round, p_settlement: shared.value as never };
  return done(settle(await deps.db.rpc('settle_round', args), deps));
}

export async function proposeWriteOff(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof writeOffInput>,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('propose_write_off', {
    p_id: form.id,
    p_round: form.round,
    p_producer: form.producer,
    p_amount: amount.value,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

export async function decideWriteOff(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof decideWriteOffInput>,
): Promise<Result<void>> {
  const args = { p_write_off: form.writeOff, p_approve: form.approve === 'yes' };
  return done(settle(await deps.db.rpc('decide_write_off', args), deps));
}
