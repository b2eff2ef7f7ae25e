import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** One line of the record with the names of today. `actor` is null when the system acted, `subject` when it is gone. */
export type RecordEvent = {
  id: number;
  at: string;
  action: string;
  kind: string;
  subjectId: string | null;
  subject: string | null;
  from: string | null;
  to: string | null;
  reason: string | null;
  actorId: string | null;
  actor: string | null;
  producer: { slug: string; name: string } | null;
  cluster: { slug: string; name: string } | null;
  onBehalf: boolean;
  /** What was checked, in an event of the verification. */
  item: string | null;
};

/** Empty texts filter nothing. `actor`: id, or part of a name or address, or `system`; `producer`: slug or part of a name. */
export type RecordFilters = { kind: string; actor: string; producer: string };

export const RECORD_PAGE = 50;

/** Newest first; `before` is the id of the last line of the page above. For operators alone. */
export async function listRecord(
  db: Db,
  filters: RecordFilters,
  before?: number,
  limit: number = RECORD_PAGE,
): Promise<RecordEvent[]> {
  return expectData(
    await db.rpc('operator_events', {
      p_kind: filters.kind,
      p_actor: filters.actor,
      p_producer: filters.producer,
      p_limit: limit,
      ...(before ? { p_before: before } : {}),
    }),
  ) as unknown as RecordEvent[];
}
