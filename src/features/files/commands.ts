import { ok, type Result } from '#src/domain/result.ts';
import { settle } from '#src/server/db/failure.ts';
import { prepareFiles, type PreparedFile, type RefusedFile } from '#src/server/files/prepare.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';

export type FileRoom = 'rfq' | 'inquiry' | 'order' | 'dispute' | 'payment' | 'round' | 'exhibition';
export type StoredFile = Pick<PreparedFile, 'id' | 'name' | 'contentType' | 'bytes' | 'pages'>;

type Options = {
  /** A visitor's key to the room, in place of an account. */
  key?: string | undefined;
  /** Told of each file that was not taken while others were. */
  onRefused?: (refused: RefusedFile) => void;
};

/**
 * Puts files into a room that is there already; the rows say who may read them. Sending the same files again changes
 * nothing. Fails when the caller may not write there, or when every file is refused. A write that makes its room or its
 * message in the same moment calls `prepareFiles` and hands the rows to its own SQL function (`private.attach_files`).
 */
export async function storeFiles(
  deps: Deps,
  actor: Actor,
  room: FileRoom,
  roomId: string,
  files: readonly File[],
  options: Options = {},
): Promise<Result<StoredFile[]>> {
  const spent = await deps.limit(
    actor ? `account ${actor.id}` : `address ${deps.address}`,
    LIMITS.upload,
  );
  if (!spent.ok) return spent;
  const target = { p_room: room, p_room_id: roomId, ...(options.key && { p_key: options.key }) };
  // Asked before any file is opened: strangers get no work out of us.
  const allowed = settle(await deps.db.rpc('add_files', { ...target, p_files: [] }), deps);
  if (!allowed.ok) return allowed;
  const prepared = await prepareFiles(deps, `${room} ${roomId}`, files);
  if (!prepared.ok) return prepared;
  const { ready, refused } = prepared.value;
  const written = settle(await deps.db.rpc('add_files', { ...target, p_files: ready }), deps);
  if (!written.ok) return written;
  for (const one of refused) options.onRefused?.(one);
  return ok(
    ready.map(({ id, name, contentType, bytes, pages }) => ({
      id,
      name,
      contentType,
      bytes,
      pages,
    })),
  );
}
