import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { CheckForm } from './schema.ts';

/** Enters the result of one check; nobody checks a producer they are a member of. */
export async function checkProducer(
  deps: Deps,
  _actor: SessionUser,
  form: CheckForm,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db.rpc('check_producer', {
      p_producer: form.producer,
      p_item: form.item,
      p_state: form.state,
      p_note: form.note,
    }),
    deps,
  );
  return saved.ok ? ok(undefined) : saved;
}
