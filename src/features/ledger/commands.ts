import { createHash } from 'node:crypto';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { parseMoney } from '#src/domain/money.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { StatementLine } from '#src/domain/statement-columns.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { previewCsv, readFile, type CsvPreview } from './read-statement.ts';
import type { TakeStatement } from './schema.ts';

/** Whose bank: a producer's, or a cluster's. */
type Owner = { producer?: string | undefined; cluster?: string | undefined };
export type Imported = { kind: 'imported'; lines: number; added: number };

/** A statement as it came: XML is taken at once, a CSV is shown first. */
export async function readStatement(
  deps: Deps,
  actor: SessionUser,
  form: Owner & { file: File; fallback: string },
): Promise<Result<CsvPreview | Imported>> {
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.upload);
  if (!spent.ok) return spent;
  const read = await readFile(form.file, form.fallback);
  if (!read.ok) return read;
  const { file, bytes } = read.value;
  if (file.kind === 'csv') return ok(file);
  return importLines(
    deps,
    { ...form, id: crypto.randomUUID() },
    file.kind,
    file.fileName,
    bytes,
    file.lines,
  );
}

/** A CSV under the mapping that a person chose: read again, or taken. */
export async function takeStatement(
  deps: Deps,
  _actor: SessionUser,
  form: TakeStatement,
): Promise<Result<CsvPreview | Imported>> {
  const { mapping } = form;
  const preview = previewCsv(form.text, form.fileName, { mapping });
  if (!preview.ok || form.go === 'look') return preview;
  const sums = mapping.amount ?? mapping.credit;
  // A refusal keeps the file and its mapping on the page.
  const refuse = (problem: ErrorCode) => ok({ ...preview.value, problem });
  if (mapping.date === undefined || sums === undefined) return refuse('statement_columns');
  const { lines } = preview.value.read;
  if (lines.length === 0) return refuse('statement_empty');
  const taken = await importLines(deps, form, 'csv', form.fileName, form.text, lines);
  return taken.ok ? taken : refuse(taken.failure.code);
}

async function importLines(
  deps: Deps,
  form: Owner & { id: string },
  format: 'csv' | 'camt053',
  fileName: string,
  content: string | Uint8Array,
  lines: StatementLine[],
): Promise<Result<Imported>> {
  const answer = await deps.db.rpc('import_statement', {
    p_id: form.id,
    ...(form.producer ? { p_producer: form.producer } : {}),
    ...(form.cluster ? { p_cluster: form.cluster } : {}),
    p_format: format,
    p_file_name: fileName || 'statement',
    p_sha256: createHash('sha256').update(content).digest('hex'),
    p_lines: lines,
  });
  const done = settle(answer, deps);
  if (!done.ok) return done;
  const { lines: count, added } = done.value as { lines: number; added: number };
  return ok({ kind: 'imported', lines: count, added });
}

export async function matchLine(
  deps: Deps,
  _actor: SessionUser,
  form: { line: string; payment: string },
): Promise<Result<void>> {
  const args = { p_line: form.line, p_payment: form.payment };
  return done(settle(await deps.db.rpc('match_statement_line', args), deps));
}

export async function matchLineToOrder(
  deps: Deps,
  _actor: SessionUser,
  form: { line: string; order: string },
): Promise<Result<void>> {
  const args = { p_line: form.line, p_order: form.order };
  return done(settle(await deps.db.rpc('match_statement_line_to_order', args), deps));
}

/** The line is a member's payment for a joint purchase. */
export async function matchLineToMember(
  deps: Deps,
  _actor: SessionUser,
  form: { line: string; payment: string },
): Promise<Result<void>> {
  const args = { p_line: form.line, p_payment: form.payment };
  return done(settle(await deps.db.rpc('match_line_to_round_payment', args), deps));
}

/** The line is what a member owes for a joint purchase and never announced. */
export async function matchLineToDue(
  deps: Deps,
  _actor: SessionUser,
  form: { line: string; due: string },
): Promise<Result<void>> {
  const [round, producer] = form.due.split(' ') as [string, string];
  const args = { p_line: form.line, p_round: round, p_producer: producer };
  return done(settle(await deps.db.rpc('match_line_to_member', args), deps));
}

export async function ignoreLine(
  deps: Deps,
  _actor: SessionUser,
  form: { line: string },
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('ignore_statement_line', { p_line: form.line }), deps));
}

/** For orders accepted from now on; row-level security lets operators alone through. */
export async function saveCommission(
  deps: Deps,
  _actor: SessionUser,
  form: { rate: number; tax: number },
): Promise<Result<void>> {
  const saved = settle(
    await deps.db
      .from('site_settings')
      .update({ commission_bp: form.rate, commission_tax_bp: form.tax })
      .eq('only_row', true)
      .select('only_row'),
    deps,
  );
  if (!saved.ok) return saved;
  return saved.value.length === 1 ? ok(undefined) : fail('not_allowed');
}

export type PayoutRun = {
  currency: string;
  runs: {
    producer: string;
    payoutId: string | null;
    amount: number;
    skipped: 'producer_suspended' | 'account_gone' | null;
  }[];
};

export async function runPayouts(
  deps: Deps,
  _actor: SessionUser,
  form: { currency: string },
): Promise<Result<PayoutRun>> {
  const ran = settle(await deps.db.rpc('run_payouts', { p_currency: form.currency }), deps);
  if (!ran.ok) return ran;
  return ok({ currency: form.currency, runs: ran.value as unknown as PayoutRun['runs'] });
}

export async function setPayout(
  deps: Deps,
  _actor: SessionUser,
  form: { payout: string; state: 'sent' | 'paid' | 'failed'; reason: string },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('set_payout', {
    p_payout: form.payout,
    p_state: form.state,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

export async function commissionPaid(
  deps: Deps,
  _actor: SessionUser,
  form: { id: string; producer: string; currency: string; amount: string },
): Promise<Result<void>> {
  const amount = parseMoney(form.amount, form.currency, deps.locale);
  if (!amount.ok) return fail('invalid_input', { amount: amount.failure.code });
  const answer = await deps.db.rpc('record_commission_paid', {
    p_id: form.id,
    p_producer: form.producer,
    p_currency: form.currency,
    p_amount: amount.value.amount,
  });
  return done(settle(answer, deps));
}

function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
