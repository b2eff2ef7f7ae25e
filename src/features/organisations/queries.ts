import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { InvitationKind, OrganisationKind } from './schema.ts';

/** What the holder of an invitation link may know before signing in. */
export type InvitationView = {
  kind: InvitationKind;
  role: 'owner' | 'editor' | null;
  expiresAt: string;
  organisation: string;
};

/** Null for a link that is used, revoked, expired or unknown: they all look the same. */
export async function readInvitation(db: Db, token: string): Promise<InvitationView | null> {
  return expectData(
    await db.rpc('read_invitation', { p_token: token }),
  ) as unknown as InvitationView | null;
}

export type MemberRow = {
  userId: string;
  role: 'owner' | 'editor' | 'coordinator';
  name: string;
  since: string;
};

export async function listMembers(
  db: Db,
  kind: OrganisationKind,
  target: string,
): Promise<MemberRow[]> {
  return expectData(
    await db.rpc('list_members', { p_kind: kind, p_target: target }),
  ) as unknown as MemberRow[];
}

export type OpenInvitation = {
  id: string;
  kind: InvitationKind;
  email: string | null;
  role: string | null;
  expires_at: string;
};

/** Invitations that can still be accepted, newest first. */
export async function openInvitations(
  db: Db,
  kind: OrganisationKind,
  target: string,
  now: Date,
): Promise<OpenInvitation[]> {
  const column = `${kind}_id` as const;
  return expectData(
    await db
      .from('invitations')
      .select('id, kind, email, role, expires_at')
      .eq(column, target)
      .is('accepted_at', null)
      .is('revoked_at', null)
      .gt('expires_at', now.toISOString())
      .order('created_at', { ascending: false })
      .limit(100),
  );
}
