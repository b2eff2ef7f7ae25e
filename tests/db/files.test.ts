import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const [maker, rivalMaker, buyer, stranger, suspended] = await Promise.all(
  [1, 2, 3, 4, 5].map(() => db.addUser()),
);
const shop = await scene.workshop(maker!, 'Akagera Boots');
await scene.workshop(rivalMaker!, 'Rival');
const listed = await scene.published(maker!, shop.id);

const question = {
  p_product: listed.id,
  p_message: 'Sixty pairs in brown, please?',
  p_quantity: 60,
  p_needed_by: null,
  p_country: 'DE',
  p_organisation: '',
  p_locale: 'en',
};
const ask = (by: string) => call<string>(by, 'send_inquiry', { p_id: randomUUID(), ...question });

/** A row as the server writes it once the bytes are stored. */
function paper(change: object = {}) {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(id).digest('hex');
  return {
    id,
    name: 'Chart.pdf',
    contentType: 'application/pdf',
    bytes: 900,
    sha256,
    pages: 2,
    ...change,
  };
}
const add = (who: string, room: string, files: object[], key?: string, kind = 'inquiry') =>
  call<string[]>(who, 'add_files', {
    p_room: kind,
    p_room_id: room,
    p_files: files as never,
    p_key: key,
  });
const open = (who: string, file: string, keys: string[] = []) =>
  call<{ name: string }>(who, 'open_file', { p_file: file, p_keys: keys as never });
const list = (who: string) => db.asUser(who, (tx) => tx`select id from public.files`);

async function visitorThread() {
  const id = randomUUID();
  const visitor = { ...question, p_name: 'A visitor', p_email: 'v@private.example' };
  await takeMails(db);
  await call('service', 'send_visitor_inquiry', { p_id: id, ...visitor });
  const [mail] = await takeMails(db);
  const token = mail!.data['token'] as string;
  const { key } = await call<{ key: string }>('anon', 'confirm_inquiry', { p_token: token });
  return { id, key };
}

describe('a file in a conversation', () => {
  it('is read by both sides and by nobody else, whatever id they try', async () => {
    const room = await ask(buyer!);
    const file = paper();
    await add(buyer!, room, [file]);
    expect(await open(maker!, file.id)).toMatchObject({ name: 'Chart.pdf' });
    expect(await open(buyer!, file.id)).toMatchObject({ name: 'Chart.pdf' });
    expect((await list(maker!)).map((row) => row['id'])).toContain(file.id);
    for (const who of [stranger!, rivalMaker!, 'anon']) {
      expect(await answerOf(open(who, file.id)), who).toBe('not_found');
      expect(await answerOf(open(who, file.id, ['', 'guess', room])), who).toBe('not_found');
    }
    for (const who of [stranger!, rivalMaker!]) expect(await list(who)).toHaveLength(0);
    expect(await answerOf(db.asAnon((tx) => tx`select id from public.files`))).toBe('not_allowed');
    expect(await answerOf(open(buyer!, randomUUID()))).toBe('not_found');
  });

  it('is added by the two sides alone, never into a room that is closed or another’s', async () => {
    const room = await ask(buyer!);
    expect(await answerOf(add(stranger!, room, [paper()]))).toBe('not_found');
    expect(await answerOf(add(rivalMaker!, room, []))).toBe('not_found');
    expect(await answerOf(add('anon', room, [paper()]))).toBe('not_signed_in');
    expect(await answerOf(add('anon', room, [paper()], 'guessed-key'))).toBe('not_found');
    expect(await answerOf(add(maker!, room, [paper()]))).toBe('ok');
    await call(buyer!, 'move_inquiry', { p_inquiry: room, p_action: 'close' });
    expect(await answerOf(add(maker!, room, [paper()]))).toBe('not_found');
    for (const kind of ['order', 'payment', 'dispute', 'rfq'])
      expect(await answerOf(add(buyer!, randomUUID(), [paper()], undefined, kind))).toBe(
        'not_found',
      );
  });

  it('is not taken over by naming its id in a room of one’s own', async () => {
    const [room, own] = [await ask(buyer!), await ask(stranger!)];
    const file = paper();
    await add(buyer!, room, [file]);
    expect(await answerOf(add(stranger!, own, [file]))).toBe('conflict');
    expect(await answerOf(open(stranger!, file.id))).toBe('not_found');
  });

  it('is one row though the form came twice at once; ten at once, two hundred in all', async () => {
    const room = await ask(buyer!);
    const file = paper();
    await Promise.all(Array.from({ length: 5 }, () => add(buyer!, room, [file])));
    const rows = await db.sql`select 1 from public.files where room_id = ${room}`;
    expect(rows).toHaveLength(1);
    const eleven = Array.from({ length: 11 }, () => paper());
    expect(await answerOf(add(buyer!, room, eleven))).toBe('too_many_files');
    await db.sql`insert into public.files (room, room_id, name, content_type, bytes, sha256)
      select 'inquiry', ${room}, 'x', 'image/jpeg', 1, repeat('a', 64) from generate_series(1, 198)`;
    const last = await Promise.all([1, 2, 3].map(() => answerOf(add(buyer!, room, [paper()]))));
    expect(last.toSorted()).toEqual(['ok', 'too_many_files', 'too_many_files']);
  });

  it('says no to a row that cannot be one', async () => {
    const room = await ask(buyer!);
    const wrong = [
      paper({ contentType: 'text/html' }),
      paper({ bytes: 0 }),
      paper({ sha256: 'x' }),
      paper({ id: 'x' }),
      paper({ name: ' ' }),
    ];
    for (const row of wrong) expect(await answerOf(add(buyer!, room, [row]))).toBe('invalid_input');
    expect(await answerOf(add(buyer!, room, { id: 1 } as never))).toBe('invalid_input');
    await call(suspended!, 'my_account');
    await db.sql`update public.profiles set suspended_at = now(), suspended_reason = 'x' where user_id = ${suspended!}`;
    expect(await answerOf(add(suspended!, room, []))).toBe('account_suspended');
  });
});

describe('a visitor’s key', () => {
  it('opens and adds files in its own conversation only, and none once it is blocked', async () => {
    const [mine, other] = [await visitorThread(), await visitorThread()];
    const file = paper();
    await add('anon', mine.id, [file], mine.key);
    expect(await open('anon', file.id, [other.key, mine.key])).toMatchObject({ name: 'Chart.pdf' });
    expect(await answerOf(open('anon', file.id, [other.key]))).toBe('not_found');
    expect(await answerOf(open(stranger!, file.id, [other.key]))).toBe('not_found');
    expect(await answerOf(add('anon', mine.id, [paper()], other.key))).toBe('not_found');
    await db.sql`update public.inquiries set state = 'blocked' where id = ${mine.id}`;
    expect(await answerOf(open('anon', file.id, [mine.key]))).toBe('not_found');
    expect(await answerOf(open(maker!, file.id))).toBe('not_found');
  });
});

describe('housekeeping', () => {
  it('forgets the files of a room that is gone, and keeps all others', async () => {
    const room = await ask(buyer!);
    const kept = paper();
    await add(buyer!, room, [kept]);
    await db.sql`insert into public.files (room, room_id, name, content_type, bytes, sha256)
      select r, gen_random_uuid(), 'x', 'image/jpeg', 1, repeat('a', 64) from unnest(enum_range(null::public.file_room)) r`;
    const [row] = await db.sql`select private.forget_lost_files() as n`;
    expect(row!['n']).toBe(7);
    expect(await open(buyer!, kept.id)).toMatchObject({ name: 'Chart.pdf' });
  });
});
