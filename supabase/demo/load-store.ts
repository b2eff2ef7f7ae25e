import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import type { TransactionSql } from 'postgres';
import { openBucket, type BucketName } from '#src/server/media/storage.ts';
import { insertAll, type Row } from '#supabase/demo/db/write.ts';
import { FileStorage } from '#supabase/embedded/file-storage.ts';

/** Where the files of pictures go. Writing a file again replaces it. */
export type Store = {
  put: (bucket: BucketName, key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  /** What is left to write in the transaction that makes the demo visible. */
  finish: (sql: TransactionSql) => Promise<void>;
};

/** The buckets of any Supabase project, through its Storage API. */
export function apiStore(apiUrl: string, secretKey: string): Store {
  const db = createClient(apiUrl, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  const buckets = {
    originals: openBucket(db, 'originals'),
    media: openBucket(db, 'media'),
    files: openBucket(db, 'files'),
    archives: openBucket(db, 'archives'),
    audio: openBucket(db, 'audio'),
  };
  return {
    put: (bucket, key, bytes, contentType) => buckets[bucket].put(key, bytes, contentType),
    finish: async () => undefined,
  };
}

const YEAR = 'max-age=31536000';

/**
 * The embedded backend's own folder, written by the class that its API uses, and the objects' rows all at once: a
 * request for each of four thousand files would cost a quarter of the time that a first start may take.
 */
export function folderStore(folder: string): Store {
  const files = new FileStorage(folder);
  const rows: Row[] = [];
  return {
    async put(bucket, key, bytes, contentType) {
      const metadata = await files.uploadObject(bucket, key, undefined, bytes, contentType, YEAR);
      rows.push({
        id: randomUUID(),
        bucket_id: bucket,
        name: key,
        metadata: { ...metadata, httpStatusCode: 200 },
        user_metadata: {},
        version: randomUUID(),
      });
    },
    async finish(sql) {
      const names = sql.json(rows.map(({ bucket_id, name }) => ({ bucket_id, name })) as never);
      await sql`
        delete from storage.objects o
        using jsonb_to_recordset(${names}) as r (bucket_id text, name text)
        where o.bucket_id = r.bucket_id and o.name = r.name`;
      await insertAll(sql, 'storage.objects', rows);
    },
  };
}
