import { atScale, parseTyped } from '#src/domain/decimal.ts';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import { prepareFiles, type PreparedFiles } from '#src/server/files/prepare.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { receivingDesk, type OrderLine, type ReceivingDesk, type Strokes } from './queries.ts';
import type { CountFormInput, HandFormInput, PlaceFormInput } from './schema.ts';
import { sharesOf, type AllocationInput } from './shares.ts';

/** How often shares are worked out anew when somebody counts or hands out in the same moment. */
const TRIES = 4;

/** Steps as typed in whole units; an empty field is none. */
function steps(text: string, decimals: number, locale: string): Result<number> {
  if (text === '') return ok(0);
  const typed = parseTyped(text, locale, decimals);
  if (!typed.ok) return typed;
  const exact = atScale(typed.value, decimals);
  if (exact === null) return fail('quantity_too_precise');
  return exact >= 0n && exact <= 100_000_000_000n ? ok(Number(exact)) : fail('out_of_range');
}

/** Undefined where nothing was drawn. The database looks at the shape. */
function strokesOf(text: string): Result<Strokes | undefined> {
  if (text === '') return ok(undefined);
  try {
    const strokes = JSON.parse(text) as Strokes;
    return ok(strokes.length > 0 ? strokes : undefined);
  } catch {
    return fail('invalid_input');
  }
}

/** Shares what arrived among the members, as often as it takes; whether anything changed. */
export async function shareArrived(
  deps: Deps,
  _actor: SessionUser,
  { round }: { round: string },
): Promise<Result<{ changed: boolean }>> {
  for (let left = TRIES; ; left -= 1) {
    const read = settle(await deps.db.rpc('allocation_input', { p_round: round }), deps);
    if (!read.ok) return read;
    const input = read.value as unknown as AllocationInput | null;
    if (!input) return fail('not_found');
    if (!input.stale) return ok({ changed: false });
    const args = { p_round: round, p_payload: sharesOf(input) as unknown as Json };
    const done = settle(await deps.db.rpc('apply_allocation', args), deps);
    if (done.ok) return ok({ changed: done.value });
    if (done.failure.code !== 'allocation_differs' || left === 1) return done;
  }
}

type Line = {
  orderLineId: string;
  counted: number;
  damaged: number;
  qualityOk: boolean | null;
  complete: boolean;
  note: string;
};

/** What one line of the form says. `before`: what came good in other deliveries. A refusal belongs to its field. */
function readLine(
  form: CountFormInput,
  n: number,
  { line, before, locale }: { line: OrderLine; before: number; locale: string },
): Result<Line> {
  const refuse = (field: string, code: ErrorCode) =>
    fail('invalid_input', { [`${field}-${line.id}`]: code });
  const counted = steps(form.counted[n] ?? '', line.decimals, locale);
  if (!counted.ok) return refuse('counted', counted.failure.code);
  const damaged = steps(form.damaged[n] ?? '', line.decimals, locale);
  if (!damaged.ok) return refuse('damaged', damaged.failure.code);
  if (damaged.value > counted.value) return refuse('damaged', 'out_of_range');
  const rest = form.rest[n];
  const missing = before + counted.value - damaged.value < line.expected;
  if (missing && !line.closed && !rest) return refuse('rest', 'rest_unsaid');
  return ok({
    orderLineId: line.id,
    counted: counted.value,
    damaged: damaged.value,
    qualityOk: counted.value > 0 ? !form.bad.includes(line.id) : null,
    complete: missing && rest === 'none',
    note: form.lineNote[n] ?? '',
  });
}

/** All lines of the form as the order has them. A correction forgets what the delivery that it replaces had counted. */
function readLines(form: CountFormInput, desk: ReceivingDesk, locale: string): Result<Line[]> {
  const order = desk.orders.find(({ id }) => id === form.order);
  const replaced = desk.deliveries.find(({ id }) => id === form.replaces);
  if (!order || (form.replaces && !replaced)) return fail('not_found');
  const lines: Line[] = [];
  for (const [n, id] of form.line.entries()) {
    const line = order.lines.find((one) => one.id === id);
    if (!line) return fail('not_found');
    const was = replaced?.lines.find(({ orderLineId }) => orderLineId === id);
    const mine = was && replaced && !replaced.replacedById ? was.counted - was.damaged : 0;
    const open = was?.complete ? { ...line, closed: false } : line;
    const read = readLine(form, n, { line: open, before: line.good - mine, locale });
    if (!read.ok) return read;
    lines.push(read.value);
  }
  return ok(lines);
}

async function storePhotos(
  deps: Deps,
  actor: SessionUser,
  { id, files = [] }: CountFormInput,
): Promise<Result<PreparedFiles>> {
  if (!files.some((file) => file.size > 0 || file.name !== ''))
    return ok({ ready: [], refused: [] });
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.upload);
  if (!spent.ok) return spent;
  return prepareFiles(deps, `delivery ${id}`, files);
}

/** A delivery as counted, or the correction of one; then what arrived is shared. `refused`: why a photo was not taken. */
export async function recordDelivery(
  deps: Deps,
  actor: SessionUser,
  form: CountFormInput,
): Promise<Result<{ delivery: string; refused: ErrorCode | null }>> {
  const desk = await receivingDesk(deps.db, form.round);
  if (!desk) return fail('not_found');
  const signature = strokesOf(form.signature);
  if (!signature.ok) return signature;
  const lines = readLines(form, desk, deps.locale);
  if (!lines.ok) return lines;
  const photos = await storePhotos(deps, actor, form);
  if (!photos.ok) return photos;
  const done = settle(
    await deps.db.rpc('record_delivery', {
      p_id: form.id,
      p_order: form.order,
      p_day: form.day,
      p_receiver: form.receiver,
      p_lines: lines.value,
      p_note: form.note,
      p_files: photos.value.ready,
      ...(signature.value && { p_signature: signature.value }),
      ...(form.after && { p_after: form.after }),
      ...(form.replaces && { p_replaces: form.replaces, p_reason: form.reason }),
    }),
    deps,
  );
  if (!done.ok) return done;
  await shareQuietly(deps, actor, form.round);
  return ok({ delivery: form.id, refused: photos.value.refused[0]?.code ?? null });
}

/** The count stands whatever becomes of the shares: the store room's page says when they still have to be worked out. */
async function shareQuietly(deps: Deps, actor: SessionUser, round: string): Promise<void> {
  try {
    const shared = await shareArrived(deps, actor, { round });
    if (!shared.ok) deps.log.warn('not shared yet', { round, code: shared.failure.code });
  } catch (error) {
    deps.log.error('not shared yet', { round, error });
  }
}

/** Goods that a member fetches, or the correction of a hand-over. */
export async function handOver(
  deps: Deps,
  actor: SessionUser,
  form: HandFormInput,
): Promise<Result<{ handover: string; member: string }>> {
  const desk = await receivingDesk(deps.db, form.round);
  if (!desk) return fail('not_found');
  const signature = strokesOf(form.signature);
  if (!signature.ok) return signature;
  const lines: { lotId: string; quantity: number }[] = [];
  for (const [n, id] of form.lot.entries()) {
    const lot = desk.lots.find((one) => one.id === id);
    if (!lot) return fail('not_found');
    const quantity = steps(form.quantity[n] ?? '', lot.decimals, deps.locale);
    if (!quantity.ok) return fail('invalid_input', { [`quantity-${id}`]: quantity.failure.code });
    if (quantity.value > 0) lines.push({ lotId: id, quantity: quantity.value });
  }
  const hand = async () =>
    settle(
      await deps.db.rpc('hand_over', {
        p_id: form.id,
        p_round: form.round,
        p_producer: form.member,
        p_receiver: form.receiver,
        p_lines: lines,
        p_note: form.note,
        ...(signature.value && { p_signature: signature.value }),
        ...(form.replaces && { p_replaces: form.replaces, p_reason: form.reason }),
      }),
      deps,
    );
  let done = await hand();
  if (!done.ok && done.failure.code === 'allocation_stale') {
    const shared = await shareArrived(deps, actor, { round: form.round });
    if (!shared.ok) return shared;
    done = await hand();
  }
  return done.ok ? ok({ handover: form.id, member: form.member }) : done;
}

/** More came than members take: one of them has more, or it went back. Then what is left is shared. */
export async function placeOver(
  deps: Deps,
  actor: SessionUser,
  form: PlaceFormInput,
): Promise<Result<{ lot: string }>> {
  const desk = await receivingDesk(deps.db, form.round);
  const lot = desk?.lots.find(({ id }) => id === form.lot);
  if (!lot) return fail('not_found');
  const quantity = steps(form.quantity, lot.decimals, deps.locale);
  if (!quantity.ok) return fail('invalid_input', { quantity: quantity.failure.code });
  const [kind, id] = form.place.split(' ') as ['member' | 'line', string];
  const done = settle(
    await deps.db.rpc('place_over', {
      p_id: form.id,
      p_lot: form.lot,
      p_quantity: quantity.value,
      p_note: form.note,
      ...(kind === 'member' ? { p_producer: id } : { p_order_line: id }),
    }),
    deps,
  );
  if (!done.ok) return done;
  await shareQuietly(deps, actor, form.round);
  return ok({ lot: form.lot });
}
