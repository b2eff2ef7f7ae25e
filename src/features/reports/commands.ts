import { ok, type Result } from '#src/domain/result.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { Report } from './schema.ts';

/** Tells the operator about a listing or a producer. Anyone may, within the budget of their address. */
export async function reportAbuse(
  deps: Deps,
  actor: Actor,
  input: Report,
): Promise<Result<{ reported: true }>> {
  // Said to have worked, so that a machine does not try another way.
  if (input.website) return ok({ reported: true });
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.report);
  if (!spent.ok) return spent;
  const service = serviceClient('a report may come from anyone; nobody may write the table');
  const made = settle(
    await service.rpc('report_abuse', {
      p_subject: input.subject,
      p_subject_id: input.id,
      p_reason: input.reason,
      p_details: input.details,
      p_email: input.email,
      // SQL takes null for a visitor; the generated types do not know.
      p_reporter: (actor?.id ?? null) as string,
    }),
    deps,
  );
  return made.ok ? ok({ reported: true }) : made;
}
