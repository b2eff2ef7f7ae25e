import { createHash } from 'node:crypto';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { serviceClient } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Codec } from '../media/codec-process.ts';
import { openBucket, StorageError, type Bucket } from '../media/storage.ts';
import { inspectFile, type CheckedFile } from './inspect.ts';
import { MAX_FILES, MAX_FORM_FILES_BYTES } from './limits.ts';

/** A checked file whose bytes lie in the store; its row is still to be written (`private.attach_files`). */
export type PreparedFile = {
  id: string;
  name: string;
  contentType: CheckedFile['contentType'];
  bytes: number;
  sha256: string;
  pages: number | null;
};

export type RefusedFile = { name: string; code: ErrorCode };

/** What became of the files of one form. */
export type PreparedFiles = { ready: PreparedFile[]; refused: RefusedFile[] };

export type PrepareDeps = { log: Log; codec?: Codec; bucket?: Bucket };

/**
 * Looks at the files of a form and stores those that are sound. Bytes come first and the row last, in the transaction
 * of the message they belong to: whatever stops in between leaves bytes that no row names, and the worker sweeps those.
 * `seed` is the form's id: the same form sent again gives the same files. Fails when every file is refused.
 */
export async function prepareFiles(
  deps: PrepareDeps,
  seed: string,
  files: readonly File[],
): Promise<Result<PreparedFiles>> {
  // A file field left empty sends one nameless file of no bytes.
  const given = files.filter((file) => file.size > 0 || file.name !== '');
  if (given.length > MAX_FILES) return fail('too_many_files', { files: 'too_many_files' });
  if (given.reduce((sum, file) => sum + file.size, 0) > MAX_FORM_FILES_BYTES)
    return fail('file_too_large', { files: 'file_too_large' });
  const ready: PreparedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of given) {
    const stored = await prepareOne(deps, seed, file);
    if (stored.ok) ready.push(stored.value);
    else refused.push({ name: fileName(file.name), code: stored.failure.code });
  }
  const first = refused[0];
  if (first && ready.length === 0) return fail(first.code, { files: first.code });
  return ok({ ready: [...new Map(ready.map((file) => [file.id, file])).values()], refused });
}

async function prepareOne(
  deps: PrepareDeps,
  seed: string,
  file: File,
): Promise<Result<PreparedFile>> {
  const original = new Uint8Array(await file.arrayBuffer());
  const checked = await inspectFile(original, deps);
  if (!checked.ok) return checked;
  const { bytes, contentType, pages } = checked.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = idFrom(seed, original);
  try {
    await (deps.bucket ?? filesBucket()).put(fileKey({ id, sha256 }), bytes, contentType);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    deps.log.error('a file could not be stored', { error });
    return fail('unreachable');
  }
  const name = fileName(file.name, contentType);
  return ok({ id, name, contentType, bytes: bytes.length, sha256, pages });
}

/** Where the bytes lie: a key never changes its bytes, and knowing an id alone finds none. */
export function fileKey(file: { id: string; sha256: string }): string {
  return `rooms/${file.id}/${file.sha256}`;
}

export function filesBucket(): Bucket {
  const why =
    'files: no visitor may touch that bucket; SQL, as the visitor, says who may read and add';
  return openBucket(serviceClient(why), 'files');
}

/** The same form with the same file is the same file, and nobody guesses the id who has not got both. */
function idFrom(seed: string, original: Uint8Array): string {
  const hex = createHash('sha256').update(seed).update('\0').update(original).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const EXTENSION = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg' } as const;

/** The name as its sender knows it, without a path or anything unprintable, and with the ending of what it now is. */
export function fileName(given: string, contentType?: CheckedFile['contentType']): string {
  const base = given
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{C}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .trim();
  if (!contentType) return base.slice(0, 160) || 'file';
  const stem = base
    .replace(/\.(pdf|jpe?g|png|webp)$/i, '')
    .replace(/^\.+/, '')
    .slice(0, 150);
  return `${stem || 'file'}${EXTENSION[contentType]}`;
}
