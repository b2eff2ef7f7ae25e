import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type * as input from './schema.ts';

type Actor = SessionUser;
type Of<S extends z.ZodType> = z.infer<S>;
type Ref = Of<typeof input.exhibitionRef>;

export async function publish(deps: Deps, _: Actor, { exhibition }: Ref): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('publish_exhibition', { p_exhibition: exhibition }), deps);
}

export async function unpublish(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.unpublishInput>,
): Promise<Result<Done>> {
  const args = { p_exhibition: form.exhibition, p_reason: form.reason };
  return settleDone(await deps.db.rpc('unpublish_exhibition', args), deps);
}

/** Open or closed whatever the dates say; without either the dates decide again. */
export async function override(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.overrideInput>,
): Promise<Result<Done>> {
  const args = { p_exhibition: form.exhibition, p_override: (form.override ?? null) as string };
  return settleDone(await deps.db.rpc('set_exhibition_override', args), deps);
}

export async function archive(deps: Deps, _: Actor, { exhibition }: Ref): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('archive_exhibition', { p_exhibition: exhibition }), deps);
}

/** The key of a new unlisted link, which is shown this once. */
export async function makePreview(
  deps: Deps,
  _: Actor,
  { exhibition }: Ref,
): Promise<Result<{ key: string }>> {
  const made = settle(await deps.db.rpc('make_preview_link', { p_exhibition: exhibition }), deps);
  return made.ok ? ok({ key: made.value }) : made;
}

export async function revokePreview(
  deps: Deps,
  _: Actor,
  { exhibition }: Ref,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('revoke_preview_link', { p_exhibition: exhibition }), deps);
}

export async function keepVersion(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.keepInput>,
): Promise<Result<Done>> {
  const args = { p_exhibition: form.exhibition, p_note: form.note };
  return settleDone(await deps.db.rpc('keep_exhibition_version', args), deps);
}

export async function restoreVersion(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.restoreInput>,
): Promise<Result<Done>> {
  const args = { p_exhibition: form.exhibition, p_number: form.number };
  return settleDone(await deps.db.rpc('restore_exhibition_version', args), deps);
}

export async function cloneExhibition(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.cloneInput>,
): Promise<Result<{ exhibition: string }>> {
  const { id, exhibition, title, opens, closes } = form;
  const args = { p_id: id, p_from: exhibition, p_title: title, p_opens: opens, p_closes: closes };
  const made = settle(await deps.db.rpc('clone_exhibition', args), deps);
  return made.ok ? ok({ exhibition: id }) : made;
}
