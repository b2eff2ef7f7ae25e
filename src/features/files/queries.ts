import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import { fileKey, filesBucket } from '#src/server/files/prepare.ts';
import type { FileRoom } from './commands.ts';

/** A file as a list shows it. */
export type FileView = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
  at: string;
};

/** What lies in a room, oldest first, as far as the caller may see it; `rooms` are ids of one kind. */
export async function listFiles(
  db: Db,
  room: FileRoom,
  rooms: readonly string[],
): Promise<Map<string, FileView[]>> {
  const answer = await db
    .from('files')
    .select('id, room_id, name, content_type, bytes, pages, created_at')
    .eq('room', room)
    .in('room_id', [...rooms])
    .order('created_at')
    .order('id');
  const files = expectData(answer).map((row) => ({
    roomId: row.room_id,
    id: row.id,
    name: row.name,
    contentType: row.content_type as FileView['contentType'],
    bytes: row.bytes,
    pages: row.pages,
    at: row.created_at,
  }));
  return Map.groupBy(files, (file) => file.roomId);
}

export type OpenedFile = { name: string; contentType: FileView['contentType']; bytes: Uint8Array };

/** The file itself, null when it is not there or not for this caller; `keys` are a visitor's. */
export async function openFile(
  db: Db,
  id: string,
  keys: readonly string[],
): Promise<OpenedFile | null> {
  const answer = await db.rpc('open_file', { p_file: id, p_keys: [...keys] });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  const row = expectData(answer) as unknown as Omit<OpenedFile, 'bytes'> & {
    sha256: string;
    storedAs: string;
  };
  const bytes = await filesBucket().get(fileKey({ id: row.storedAs, sha256: row.sha256 }));
  return bytes && { name: row.name, contentType: row.contentType, bytes };
}
