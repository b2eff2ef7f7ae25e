import { openAsBlob } from 'node:fs';
import type { Db } from '../db/client.ts';
import { gate } from './gate.ts';

export type BucketName = 'originals' | 'media' | 'files' | 'archives' | 'audio';

/** Thrown when the store cannot be reached or refuses; trying again later is safe. */
export class StorageError extends Error {
  override name = 'StorageError';
}

/** One bucket. Keys are paths without a leading slash. Every write can be repeated. */
export type Bucket = {
  /** Writes an object, in place of an older one under the same key. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Writes an object unless there is one under that key; true when it was written. */
  add(key: string, bytes: Uint8Array, contentType: string): Promise<boolean>;
  /** The object's bytes, or null when there is none. */
  get(key: string): Promise<Uint8Array | null>;
  /** Writes a file from the disk, however large. */
  putFile(key: string, path: string, contentType: string): Promise<void>;
  /** The object's bytes as they come, or null when there is none. */
  stream(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Removes objects; those that do not exist are no error. */
  remove(keys: readonly string[]): Promise<void>;
};

/** Requests under way at once for one bucket: enough to hide the way there, too few to starve a page's queries. */
const MOST_REQUESTS = 6;

const YEAR_SECONDS = '31536000';

/**
 * A bucket by supabase-js. Neither bucket has a policy for visitors, so `db` must be a service client:
 * who may do what was decided before, by create_media as the user or by the job's row.
 */
export function openBucket(db: Pick<Db, 'storage'>, name: BucketName): Bucket {
  const queue = gate(MOST_REQUESTS);
  const objects = db.storage.from(name);

  return {
    async put(key, bytes, contentType) {
      const options = { contentType, upsert: true, cacheControl: YEAR_SECONDS };
      const { error } = await queue(() => objects.upload(key, bytes, options));
      if (error) throw new StorageError(`put ${name}/${key}: ${error.message}`);
    },
    async add(key, bytes, contentType) {
      const { error } = await queue(() => objects.upload(key, bytes, { contentType }));
      if (!error) return true;
      if (says(error, '409')) return false;
      throw new StorageError(`add ${name}/${key}: ${error.message}`);
    },
    async get(key) {
      const { data, error } = await queue(() => objects.download(key));
      if (!error) return new Uint8Array(await data.arrayBuffer());
      if (says(error, '404')) return null;
      throw new StorageError(`get ${name}/${key}: ${error.message}`);
    },
    async putFile(key, path, contentType) {
      const options = { contentType, upsert: true };
      const file = await openAsBlob(path, { type: contentType });
      const { error } = await queue(() => objects.upload(key, file, options));
      if (error) throw new StorageError(`put ${name}/${key}: ${error.message}`);
    },
    async stream(key) {
      const { data, error } = await objects.download(key).asStream();
      if (!error) return data as ReadableStream<Uint8Array>;
      if (says(error, '404')) return null;
      throw new StorageError(`get ${name}/${key}: ${error.message}`);
    },
    async remove(keys) {
      if (keys.length === 0) return;
      const { error } = await queue(() => objects.remove([...keys]));
      if (error) throw new StorageError(`remove from ${name}: ${error.message}`);
    },
  };
}

/** The API states a status as its own, or (older versions) answers 400 with the status inside. */
function says(error: { status?: unknown; statusCode?: unknown }, status: string): boolean {
  return String(error.status) === status || String(error.statusCode) === status;
}
