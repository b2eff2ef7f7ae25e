import type { CheckItem, CheckState } from '#src/domain/verification.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** A check with what only those who check may read. */
export type NotedCheck = {
  item: CheckItem;
  state: CheckState;
  checkedAt: string | null;
  note: string;
  by: string | null;
  /** False while the cluster of whoever checked waits for approval: not public, no badge. */
  counts: boolean;
};

/** A producer as those see it who verify it. `E` is a line of the record. */
export type VerificationView<E> = {
  producer: {
    id: string;
    slug: string;
    name: string;
    kind: string;
    state: 'pending' | 'active' | 'suspended';
    country: string;
    place: string;
    verifiedAt: string | null;
    suspendedReason: string | null;
    createdAt: string;
  };
  contact: {
    email: string | null;
    phone: string | null;
    whatsapp: string | null;
    address: string | null;
  } | null;
  /** The reader is a member and may not check. */
  own: boolean;
  clusters: { id: string; slug: string; name: string }[];
  checks: NotedCheck[];
  events: E[];
};

/** Null when there is no such producer or the caller neither coordinates it nor operates the site. */
export async function verificationView<E>(
  db: Db,
  producer: string,
): Promise<VerificationView<E> | null> {
  return expectData(
    await db.rpc('verification_page', { p_slug: producer }),
  ) as unknown as VerificationView<E> | null;
}
