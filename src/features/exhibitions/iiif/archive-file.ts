import { serviceClient, type Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import { openBucket } from '#src/server/media/storage.ts';

export type ArchiveFile = { name: string; bytes: number; body: ReadableStream<Uint8Array> };

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The finished file; null for whoever does not curate the exhibition, and while it is not there. */
export async function openArchive(db: Db, id: string): Promise<ArchiveFile | null> {
  if (!ID.test(id)) return null;
  const answer = await db
    .from('exhibition_archives')
    .select('id, bytes, finished_at, exhibitions (slug)')
    .eq('id', id)
    .not('finished_at', 'is', null)
    .maybeSingle();
  const row = expectData(answer);
  if (!row?.bytes || !row.finished_at) return null;
  const why = 'archives: no visitor may touch that bucket; the row, read as the curator, opens it';
  const body = await openBucket(serviceClient(why), 'archives').stream(`${row.id}.zip`);
  const name = `${row.exhibitions.slug}-${row.finished_at.slice(0, 10)}.zip`;
  return body && { name, bytes: row.bytes, body };
}
