import { fail, ok, type Result } from './result.ts';

/**
 * One row of a state machine: `action` leads from any of `from` to `to`, for holders of one of the roles in `by`.
 * `to: 'same'` keeps the state (an edit, say). `reason: true` means that the act is refused without one.
 */
export type Transition<S extends string, A extends string, R extends string> = {
  readonly action: A;
  readonly from: readonly S[];
  readonly to: S | 'same';
  readonly by: readonly R[];
  readonly reason?: true;
};

export type TransitionTable<
  S extends string,
  A extends string,
  R extends string,
> = readonly Transition<S, A, R>[];

/** Who acts, and what they say. `roles` are all roles that the person holds towards this one thing. */
export type Attempt<S, A, R> = { state: S; action: A; roles: readonly R[]; reason?: string | null };

/**
 * The state after the attempt. Refuses with `wrong_state` (no row from here), then `not_allowed` (no row for these
 * roles), then `reason_required`: a person never learns by an error text what they could not do anyway.
 */
export function next<S extends string, A extends string, R extends string>(
  table: TransitionTable<S, A, R>,
  attempt: Attempt<S, A, R>,
): Result<S> {
  const here = table.filter((t) => t.action === attempt.action && t.from.includes(attempt.state));
  if (here.length === 0) return fail('wrong_state');
  const mine = here.find((t) => t.by.some((role) => attempt.roles.includes(role)));
  if (!mine) return fail('not_allowed');
  if (mine.reason && !attempt.reason?.trim())
    return fail('reason_required', { reason: 'required' });
  return ok(mine.to === 'same' ? attempt.state : mine.to);
}

/** The actions open to these roles in this state, in table order, each once: what a screen may offer. */
export function openActions<S extends string, A extends string, R extends string>(
  table: TransitionTable<S, A, R>,
  state: S,
  roles: readonly R[],
): A[] {
  const rows = table.filter((t) => t.from.includes(state) && t.by.some((r) => roles.includes(r)));
  return [...new Set(rows.map((t) => t.action))];
}

/** Whether the action asks for a reason anywhere in the table: the form then shows the field as required. */
export function needsReason<S extends string, A extends string, R extends string>(
  table: TransitionTable<S, A, R>,
  action: A,
): boolean {
  return table.some((t) => t.action === action && t.reason === true);
}
