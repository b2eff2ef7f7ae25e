import { ActionError, type ActionAPIContext } from 'astro:actions';
import { fail, type Failure, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { actionStatus } from './action-status.ts';
import { depsOf, type Actor, type Deps } from './deps.ts';

/** A write: `(deps, actor, input) → Result`. */
export type Command<A, I, T> = (deps: Deps, actor: A, input: I) => Promise<Result<T>> | Result<T>;

/** A refusal as Astro's error: the message is the code, and each field carries its code. */
export function toActionError(failure: Failure): ActionError {
  if (!failure.fields) {
    return new ActionError({ code: actionStatus(failure.code), message: failure.code });
  }
  const issue = (path: string[], message: string) => ({ code: 'custom', path, message });
  const fields = Object.entries(failure.fields).map(([name, code]) => issue([name], code));
  return ActionError.fromJson({
    type: 'AstroActionInputError',
    issues: [issue([], failure.code), ...fields],
  });
}

/** An action's handler for signed-in people: `handler: asUser(publishProduct)`. */
export function asUser<I, T>(command: Command<SessionUser, I, T>) {
  return answer<Actor, I, T>(async (deps, actor, input) =>
    actor ? command(deps, actor, input) : fail('not_signed_in'),
  );
}

/** An action's handler for anyone; the actor may be null. */
export function asVisitor<I, T>(command: Command<Actor, I, T>) {
  return answer<Actor, I, T>(command);
}

function answer<A extends Actor, I, T>(command: Command<A, I, T>) {
  return async (input: I, context: ActionAPIContext): Promise<T> => {
    const result = await attempt(
      () => command(depsOf(context), context.locals.user as A, input),
      context,
    );
    if (result.ok) return result.value;
    throw toActionError(result.failure);
  };
}

/** Astro would send an unexpected error's message to the browser, so it stops here. */
async function attempt<T>(
  run: () => Promise<Result<T>> | Result<T>,
  { locals }: ActionAPIContext,
): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    locals.log.error('action failed', { error });
    return { ok: false, failure: { code: 'unknown', requestId: locals.requestId } };
  }
}
