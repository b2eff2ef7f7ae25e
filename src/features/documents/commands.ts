import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { DetailsForm, Issue } from './schema.ts';

/** Issues a paper by the producer's hand; the same again answers the one that stands. */
export async function issueDocument(
  deps: Deps,
  _actor: SessionUser,
  input: Issue,
): Promise<Result<{ id: string; done: 'issued' }>> {
  const issued = settle(
    await deps.db.rpc('issue_order_document', { p_order: input.order, p_kind: input.kind }),
    deps,
  );
  return issued.ok ? ok({ id: issued.value, done: 'issued' }) : issued;
}

export async function saveDetails(
  deps: Deps,
  _actor: SessionUser,
  { side, organisation, ...input }: DetailsForm,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db.rpc('save_organisation_details', {
      // The generated types know no null; the function takes one of the two.
      p_producer: (side === 'producer' ? organisation : null) as string,
      p_buyer: (side === 'buyer' ? organisation : null) as string,
      p_input: input,
    }),
    deps,
  );
  return saved.ok ? ok(undefined) : saved;
}
