import { atScale, parseTyped } from '#src/domain/decimal.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { Advance, Cancel, Deliver, Plan, Ship, Tick } from './schema.ts';

export type Moved = { id: string; done: 'advanced' | 'planned' | 'cancelled' | 'disputed' };

/** Puts files into the order's room; the action hands it in, since files are a feature of their own. */
export type Store = (order: string, files: readonly File[]) => Promise<Result<{ id: string }[]>>;

const sent = (files: readonly File[]) => files.filter((file) => file.size > 0);

/** Starts, inspects, makes ready or closes. Tapping twice is harmless: `expected` is what the person saw. */
export async function advanceOrder(
  deps: Deps,
  _actor: SessionUser,
  input: Advance,
): Promise<Result<Moved>> {
  const moved = settle(
    await deps.db.rpc('advance_order', {
      p_order: input.order,
      p_action: input.action,
      p_expected: input.expected,
      p_note: input.note,
    }),
    deps,
  );
  return moved.ok ? ok({ id: input.order, done: 'advanced' }) : moved;
}

export async function planMilestones(
  deps: Deps,
  _actor: SessionUser,
  input: Plan,
): Promise<Result<Moved>> {
  const steps = input.id.map((id, n) => ({
    id,
    title: input.title[n] ?? '',
    dueOn: input.dueOn[n] || null,
  }));
  const planned = settle(
    await deps.db.rpc('plan_milestones', { p_order: input.order, p_steps: steps }),
    deps,
  );
  return planned.ok ? ok({ id: input.order, done: 'planned' }) : planned;
}

export async function tickMilestone(
  deps: Deps,
  _actor: SessionUser,
  input: Tick,
): Promise<Result<{ done: 'advanced' }>> {
  const target = { p_milestone: input.milestone };
  const ticked = settle(
    input.done === 'drop'
      ? await deps.db.rpc('drop_milestone', target)
      : await deps.db.rpc('tick_milestone', { ...target, p_done: input.done === 'yes' }),
    deps,
  );
  return ticked.ok ? ok({ done: 'advanced' }) : ticked;
}

/** Files into the order, and to one of its steps where one is named. */
export async function fileInOrder(
  deps: Deps,
  store: Store,
  input: { order: string; milestone?: string | undefined; files: readonly File[] },
): Promise<Result<{ id: string; done: 'filed' }>> {
  const files = sent(input.files);
  if (files.length === 0) return fail('invalid_input', { files: 'required' });
  const stored = await store(input.order, files);
  if (!stored.ok) return stored;
  if (input.milestone) {
    const joined = settle(
      await deps.db.rpc('add_milestone_files', {
        p_milestone: input.milestone,
        p_files: stored.value.map(({ id }) => id),
      }),
      deps,
    );
    if (!joined.ok) return joined;
  }
  return ok({ id: input.order, done: 'filed' });
}

/** Kilograms as typed, in grams; undefined for an empty field. */
function grams(text: string, locale: string): Result<number | undefined> {
  if (!text) return ok(undefined);
  const typed = parseTyped(text, locale, 3);
  if (!typed.ok) return typed;
  const exact = atScale(typed.value, 3);
  if (exact === null) return fail('quantity_too_precise');
  return exact > 0n && exact <= 1_000_000_000_000n ? ok(Number(exact)) : fail('out_of_range');
}

/** The first parcel ships the order. Papers of the carrier come with it; the parcel counts even if a file is refused. */
export async function shipOrder(deps: Deps, store: Store, input: Ship): Promise<Result<Moved>> {
  const weight = grams(input.weight, deps.locale);
  if (!weight.ok) return fail('invalid_input', { weight: weight.failure.code });
  const shipped = settle(
    await deps.db.rpc('record_shipment', {
      p_order: input.order,
      p_id: input.id,
      p_carrier: input.carrier,
      p_tracking: input.tracking,
      p_packages: input.packages ?? 1,
      ...(input.trackingUrl ? { p_tracking_url: input.trackingUrl } : {}),
      ...(weight.value ? { p_gross_weight_grams: weight.value } : {}),
      ...(input.shippedOn ? { p_shipped_on: input.shippedOn } : {}),
      ...(input.expectedOn ? { p_expected_on: input.expectedOn } : {}),
    }),
    deps,
  );
  if (!shipped.ok) return shipped;
  const files = sent(input.files);
  const stored = files.length > 0 ? await store(input.order, files) : ok([]);
  return stored.ok ? ok({ id: input.order, done: 'advanced' }) : stored;
}

/** The goods are there; what is missing or damaged opens a dispute in the same moment. */
export async function confirmDelivery(
  deps: Deps,
  store: Store,
  input: Deliver,
): Promise<Result<Moved>> {
  if (input.problem && input.details.length < 10)
    return fail('invalid_input', { details: 'too_short' });
  const delivered = settle(
    await deps.db.rpc('confirm_delivery', {
      p_order: input.order,
      p_note: input.note,
      p_dispute: input.dispute,
      ...(input.problem ? { p_problem: input.problem, p_details: input.details } : {}),
    }),
    deps,
  );
  if (!delivered.ok) return delivered;
  const files = sent(input.files);
  const stored = files.length > 0 ? await store(input.order, files) : ok([]);
  if (!stored.ok) return stored;
  return ok({ id: input.order, done: input.problem ? 'disputed' : 'advanced' });
}

/** The buyer alone, while nothing is paid and nothing is made. */
export async function cancelOrder(
  deps: Deps,
  _actor: SessionUser,
  input: Cancel,
): Promise<Result<Moved>> {
  const ended = settle(
    await deps.db.rpc('cancel_order', { p_order: input.order, p_reason: input.reason }),
    deps,
  );
  return ended.ok ? ok({ id: input.order, done: 'cancelled' }) : ended;
}
