import { fail, ok, type Result } from './result.ts';

/**
 * One row of a state machine: `action` leads from any of `from` to `to`, for holders of one of the roles in `by`.
 * `to: 'same'` keeps the state (an edit, say). `reason: true` means that the act is refused without one.
 * Where two rows fit, the first counts: the order of a table says whose way is taken by who holds two roles.
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
export type Attempt<S, A, R> = {
  state: S;
  action: A;
  roles: readonly R[];
  reason?: string | null;
};

/** A reason says something: `x` or a blank does not. The longest is what the database keeps. */
export const REASON_MIN = 3;
export const REASON_MAX = 2000;

/**
 * The state after the attempt. Refuses with `not_allowed` (these roles never may), then `wrong_state` (they may, but
 * not now), then `reason_required`; SQL asks in the same order, so both answer alike.
 */
export function next<S extends string, A extends string, R extends string>(
  table: TransitionTable<S, A, R>,
  attempt: Attempt<S, A, R>,
): Result<S> {
  const mine = table.filter(
    (row) => row.action === attempt.action && row.by.some((role) => attempt.roles.includes(role)),
  );
  if (mine.length === 0) return fail('not_allowed');
  const row = mine.find((candidate) => candidate.from.includes(attempt.state));
  if (!row) return fail('wrong_state');
  if (row.reason && (attempt.reason ?? '').trim().length < REASON_MIN) {
    return fail('reason_required', { reason: 'reason_required' });
  }
  return ok(row.to === 'same' ? attempt.state : row.to);
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
