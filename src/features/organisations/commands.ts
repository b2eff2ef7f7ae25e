import { ok, type Result } from '#src/domain/result.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type {
  InvitationKind,
  ManagedProducer,
  NewBuyer,
  NewCluster,
  NewInvitation,
  NewProducer,
  OrganisationKind,
} from './schema.ts';

/** Makes a producer that the actor owns; answers its slug. Sending the same id again answers the same slug. */
export async function createProducer(deps: Deps, _actor: SessionUser, input: NewProducer) {
  const slug = settle(
    await deps.db.rpc('create_producer', {
      p_id: input.id,
      p_name: input.name,
      p_kind: input.kind,
      p_country: input.country,
      p_place: input.place,
      p_locale: deps.locale,
    }),
    deps,
  );
  return slug.ok ? ok({ slug: slug.value }) : slug;
}

/** For a member without e-mail: the coordinator makes the producer inside their cluster. */
export async function createManagedProducer(
  deps: Deps,
  _actor: SessionUser,
  input: ManagedProducer,
) {
  const slug = settle(
    await deps.db.rpc('create_managed_producer', {
      p_id: input.id,
      p_cluster: input.cluster,
      p_name: input.name,
      p_kind: input.kind,
      p_country: input.country,
      p_place: input.place,
      p_phone: input.phone,
      p_locale: input.locale,
    }),
    deps,
  );
  return slug.ok ? ok({ slug: slug.value }) : slug;
}

export async function createBuyer(deps: Deps, _actor: SessionUser, input: NewBuyer) {
  const id = settle(
    await deps.db.rpc('create_buyer', {
      p_id: input.id,
      p_name: input.name,
      p_kind: input.kind,
      p_country: input.country,
      p_website: input.website,
    }),
    deps,
  );
  return id.ok ? ok({ id: id.value }) : id;
}

export async function createCluster(deps: Deps, _actor: SessionUser, input: NewCluster) {
  const slug = settle(
    await deps.db.rpc('create_cluster', {
      p_id: input.id,
      p_name: input.name,
      p_country: input.country,
      p_place: input.place,
      p_locale: deps.locale,
    }),
    deps,
  );
  return slug.ok ? ok({ slug: slug.value }) : slug;
}

/** Answers the token of the link, which is shown once. With an address it is mailed as well. */
export async function invite(deps: Deps, actor: SessionUser, input: NewInvitation) {
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.invitation);
  if (!spent.ok) return spent;
  const token = settle(
    await deps.db.rpc('create_invitation', {
      p_kind: input.kind,
      p_target: input.target,
      p_role: input.role,
      p_email: input.email,
      p_locale: deps.locale satisfies Locale,
    }),
    deps,
  );
  return token.ok ? ok({ token: token.value, mailed: input.email !== '' }) : token;
}

export type Accepted = {
  kind: InvitationKind;
  producerId: string | null;
  buyerId: string | null;
  clusterId: string | null;
};

export async function acceptInvitation(
  deps: Deps,
  _actor: SessionUser,
  input: { token: string; producer?: string | undefined },
): Promise<Result<Accepted>> {
  const answer = settle(
    await deps.db.rpc('accept_invitation', {
      p_token: input.token,
      ...(input.producer ? { p_producer: input.producer } : {}),
    }),
    deps,
  );
  return answer.ok ? ok(answer.value as unknown as Accepted) : answer;
}

export async function revokeInvitation(deps: Deps, _actor: SessionUser, input: { id: string }) {
  return done(settle(await deps.db.rpc('revoke_invitation', { p_id: input.id }), deps));
}

/** Leaving (oneself) or removing (as owner); the last owner stays. */
export async function removeMember(
  deps: Deps,
  actor: SessionUser,
  input: { kind: OrganisationKind; target: string; user: string },
) {
  const removed = settle(
    await deps.db.rpc('remove_member', {
      p_kind: input.kind,
      p_target: input.target,
      p_user: input.user,
    }),
    deps,
  );
  return removed.ok ? ok({ self: input.user === actor.id }) : removed;
}

export async function leaveCluster(
  deps: Deps,
  _actor: SessionUser,
  input: { cluster: string; producer: string; reason: string },
) {
  return done(
    settle(
      await deps.db.rpc('leave_cluster', {
        p_cluster: input.cluster,
        p_producer: input.producer,
        p_reason: input.reason,
      }),
      deps,
    ),
  );
}

function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
