import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { readImport } from './read-import.ts';
import type { AddImport, AskArchive, MoveImport, RemoveImport } from './schema.ts';

/** Reads the other site's document and keeps its card; the same address again is read anew. */
export async function addImport(
  deps: Deps,
  actor: SessionUser,
  input: AddImport,
): Promise<Result<{ id: string }>> {
  const desk = settle(
    await deps.db.rpc('exhibition_desk', { p_exhibition: input.exhibition }),
    deps,
  );
  if (!desk.ok) return desk;
  // Asked before anything is fetched: strangers get no work out of us.
  const found = desk.value as { acts: boolean } | null;
  if (!found) return fail('not_found');
  if (!found.acts) return fail('wrong_state');
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.import);
  if (!spent.ok) return spent;
  const read = await readImport(input.url);
  if (!read.ok) return fail(read.failure.code, { url: read.failure.code });
  const kept = await deps.db.rpc('keep_iiif_import', {
    p_id: input.id,
    p_exhibition: input.exhibition,
    p_hall: (input.hall ?? null) as string,
    p_import: read.value,
  });
  const id = settle(kept, deps);
  return id.ok ? ok({ id: id.value }) : id;
}

export async function removeImport(
  deps: Deps,
  _actor: SessionUser,
  input: RemoveImport,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_iiif_import', { p_import: input.import }), deps);
}

export async function moveImport(
  deps: Deps,
  _actor: SessionUser,
  input: MoveImport,
): Promise<Result<Done>> {
  const given = { p_import: input.import, p_step: Number(input.step) };
  return settleDone(await deps.db.rpc('move_iiif_import', given), deps);
}

/** Orders the archive of a closed exhibition; answers the one that is waiting already, if there is one. */
export async function askArchive(
  deps: Deps,
  _actor: SessionUser,
  input: AskArchive,
): Promise<Result<{ id: string }>> {
  const given = { p_id: input.id, p_exhibition: input.exhibition };
  const id = settle(await deps.db.rpc('ask_exhibition_archive', given), deps);
  return id.ok ? ok({ id: id.value }) : id;
}
