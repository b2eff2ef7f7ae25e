import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '#src/server/log.ts';
import { fileKey, prepareFiles } from '#src/server/files/prepare.ts';
import { openBucket } from '#src/server/media/storage.ts';
import type { TaskContext } from '#src/worker/task.ts';
import { filesSweep } from '#src/worker/tasks/files.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { plainPdf } from '#tests/unit/files/pdfs.ts';

// Bytes come first and the row last: a site that dies in between leaves nothing that anybody sees, and the sweep
// takes the bytes away.

const db = await createTestDatabase();
const api = await startApi(db);
const pool = new pg.Pool({ connectionString: db.url, max: 2 });
afterAll(() => pool.end());
const log = createLog({ sink: () => undefined });
const service = api.clients.service();
const bucket = openBucket(service, 'files');
const sweep = () => filesSweep.run({}, { sql: pool, db: service, log } as unknown as TaskContext);

async function prepared() {
  const pdf = new File([plainPdf() as Uint8Array<ArrayBuffer>], 'list.pdf');
  const answer = await prepareFiles({ log, bucket }, randomUUID(), [pdf]);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.ready[0]!;
}
const age = (key: string) =>
  db.sql`update storage.objects set created_at = now() - interval '25 hours' where name = ${key}`;

test('bytes without a row are nobody’s, stay a day for a form that is on its way, and then go', async () => {
  const lost = await prepared();
  await sweep();
  expect(await bucket.get(fileKey(lost))).not.toBeNull();
  await age(fileKey(lost));
  await sweep();
  expect(await bucket.get(fileKey(lost))).toBeNull();
});

test('the bytes of a recording whose form ended half way go too', async () => {
  const voices = openBucket(service, 'audio');
  const key = `${randomUUID()}/${'ab'.repeat(32)}`;
  await voices.add(key, new Uint8Array([1, 2, 3]), 'audio/webm');
  await sweep();
  expect(await voices.get(key)).not.toBeNull();
  await age(key);
  await sweep();
  expect(await voices.get(key)).toBeNull();
});

test('a file stays as long as its room, and goes with it, row and bytes', async () => {
  const file = await prepared();
  const [producer, inquiry] = [randomUUID(), randomUUID()];
  await db.sql`insert into public.producers (id, slug, name, state, country) values (${producer}, 'shop', 'Shop', 'active', 'RW')`;
  await db.sql`insert into public.inquiries (id, producer_id) values (${inquiry}, ${producer})`;
  await db.sql`select private.attach_files('inquiry', ${inquiry}, ${db.sql.json([file])})`;
  await age(fileKey(file));
  await sweep();
  expect(Buffer.from((await bucket.get(fileKey(file)))!)).toEqual(plainPdf());
  await db.sql`delete from public.inquiries where id = ${inquiry}`;
  await sweep();
  expect(await bucket.get(fileKey(file))).toBeNull();
  expect(await db.sql`select 1 from public.files where id = ${file.id}`).toHaveLength(0);
});

test('bytes that another room keeps stay when the first room is gone', async () => {
  const file = await prepared();
  const [producer, inquiry, later] = [randomUUID(), randomUUID(), randomUUID()];
  await db.sql`insert into public.producers (id, slug, name, state, country) values (${producer}, 'keeper', 'Keeper', 'active', 'RW')`;
  for (const id of [inquiry, later])
    await db.sql`insert into public.inquiries (id, producer_id) values (${id}, ${producer})`;
  await db.sql`select private.attach_files('inquiry', ${inquiry}, ${db.sql.json([file])})`;
  await db.sql`
    insert into public.files (room, room_id, name, content_type, bytes, sha256, kept_as)
    values ('inquiry', ${later}, ${file.name}, ${file.contentType}, ${file.bytes}, ${file.sha256}, ${file.id})`;
  await age(fileKey(file));
  await db.sql`delete from public.inquiries where id = ${inquiry}`;
  await sweep();
  expect(Buffer.from((await bucket.get(fileKey(file)))!)).toEqual(plainPdf());
  await db.sql`delete from public.inquiries where id = ${later}`;
  await sweep();
  expect(await bucket.get(fileKey(file))).toBeNull();
});

test('nobody reaches the store past the site, whatever their account', async () => {
  const file = await prepared();
  const signedIn = await api.clients.signUp();
  for (const client of [api.clients.anon(), signedIn.client]) {
    const answer = await client.storage.from('files').download(fileKey(file));
    expect(answer.data).toBeNull();
    const sent = await client.storage.from('files').upload(`rooms/${randomUUID()}/x`, plainPdf());
    expect(sent.error).not.toBeNull();
  }
});
