import type { Log } from '#src/server/log.ts';
import { CodecError } from '#src/server/media/codec-child.ts';
import type { Codec } from '#src/server/media/codec-process.ts';
import type { Derivative, Job, JobValue } from '#src/server/media/codec-protocol.ts';
import { originalKey, sha256 } from '#src/server/media/fingerprint.ts';
import type { Bucket } from '#src/server/media/storage.ts';
import { filesBelow, findMedia, type MediaRow, type Query } from './media-rows.ts';

export type MediaTaskDeps = {
  originals: Bucket;
  media: Bucket;
  codec: Codec;
  /** Public origin of the site. */
  siteUrl: string;
  log: Log;
};

/** After this many tries a photo that breaks the codec, or whose original is gone, is called failed. */
export const PATIENCE = 3;

export type Trouble = 'damaged' | 'crashed' | 'missing';

/** Runs the codec over the original, or says why there is nothing. Rejects when the store is away. */
export async function make<J extends Job>(
  deps: MediaTaskDeps,
  row: MediaRow,
  ask: (bytes: Uint8Array) => J,
): Promise<JobValue[J['kind']] | Trouble> {
  const bytes = await deps.originals.get(originalKey(row.id, row.sha256));
  if (!bytes || sha256(bytes) !== row.sha256) return 'missing';
  try {
    return await deps.codec.run(ask(bytes));
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    deps.log.warn('the codec gave nothing', { media: row.id, reason: error.reason, error });
    return error.reason === 'damaged' ? 'damaged' : 'crashed';
  }
}

export const folder = (picture: { code: string; sha8: string }) =>
  `${picture.code}-${picture.sha8}`;

export async function store(
  deps: MediaTaskDeps,
  row: MediaRow,
  files: readonly Derivative[],
): Promise<void> {
  await Promise.all(
    files.map((file) =>
      deps.media.put(`${folder(row)}/${file.path}`, file.bytes, file.contentType),
    ),
  );
}

/** The picture was removed while its files were made: media.remove may have come too early for them. */
export async function removeIfGone(
  deps: MediaTaskDeps,
  query: Query,
  row: MediaRow,
): Promise<void> {
  if (!(await findMedia(query, row.id))) await removeFiles(deps, query, folder(row));
}

export async function removeFiles(deps: MediaTaskDeps, query: Query, name: string): Promise<void> {
  await deps.media.remove(await filesBelow(query, name));
}
