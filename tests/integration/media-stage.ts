import { randomUUID } from 'node:crypto';
import { runMigrations, type JobHelpers } from 'graphile-worker';
import pg from 'pg';
import { afterAll } from 'vitest';
import { createLog } from '#src/server/log.ts';
import { startCodec } from '#src/server/media/codec-process.ts';
import { openBucket } from '#src/server/media/storage.ts';
import { receiveUpload } from '#src/server/media/upload.ts';
import type { MediaTaskDeps } from '#src/worker/tasks/media-files.ts';
import { mediaTasks } from '#src/worker/tasks/media.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

type Task = (payload: unknown, helpers: JobHelpers) => Promise<void>;

/** A database, an API, a producer and its owner, and the pictures' jobs run by hand. */
export async function setStage() {
  const db = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: db.url, max: 2 });
  await runMigrations({ connectionString: db.url });
  const api = await startApi(db);
  const owner = await api.clients.signUp();
  const stranger = await api.clients.signUp();
  const producer = randomUUID();
  await owner.client
    .rpc('create_producer', {
      p_id: producer,
      p_name: 'Kimironko Leather',
      p_kind: 'workshop',
      p_country: 'RW',
      p_place: 'Kigali',
      p_locale: 'en',
    })
    .throwOnError();
  const deps: MediaTaskDeps = {
    originals: openBucket(api.clients.service(), 'originals'),
    media: openBucket(api.clients.service(), 'media'),
    codec: startCodec(),
    siteUrl: 'https://market.example',
    log: createLog({ sink: () => undefined }),
  };
  afterAll(async () => {
    deps.codec.close();
    await pool.end();
  });

  return {
    db,
    deps,
    owner,
    stranger,
    producer,
    /** Sends one photo as the signed-in person, as the upload page would. */
    send: (bytes: Uint8Array, options: { id?: string; as?: typeof owner } = {}) =>
      receiveUpload(uploadRequest(bytes, { id: options.id ?? randomUUID(), producer }), {
        db: (options.as ?? owner).client as never,
        log: deps.log,
        originals: deps.originals,
        codec: deps.codec,
      }),
    /** Runs one job as the worker would at its nth attempt. */
    work: (task: string, payload: object, attempts = 1, override: Partial<MediaTaskDeps> = {}) => {
      const tasks = mediaTasks({ ...deps, ...override });
      const helpers = { query: pool.query.bind(pool), job: { attempts } };
      return (tasks[task] as Task)(payload, helpers as unknown as JobHelpers);
    },
    /** Every object of both buckets, by name. */
    objects: async () =>
      (await db.sql`select bucket_id || '/' || name as name from storage.objects order by 1`).map(
        (row) => String(row['name']),
      ),
    row: async (id: string) => (await db.sql`select * from public.media where id = ${id}`)[0],
    rows: async () => Number((await db.sql`select count(*) from public.media`)[0]?.['count']),
    /** Jobs ordered in transactions and not yet moved to the queue. */
    outbox: async () =>
      db.sql<{ kind: string; payload: Record<string, string>; dedupe: string }[]>`
        select kind, payload, dedupe from private.outbox where kind like 'media.%' order by created_at`,
    clearOutbox: () => db.sql`delete from private.outbox`,
  };
}

export function uploadRequest(bytes: Uint8Array, fields: Record<string, string>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('photo', new Blob([bytes as BlobPart], { type: 'image/jpeg' }), 'IMG_0001.jpg');
  return new Request('http://isoko.test/studio/upload', { method: 'POST', body: form });
}
