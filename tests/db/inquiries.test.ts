import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;
type Row = Record<string, unknown>;
type Thread = { state: string; side: string; buyerName: string; messages: { body: string }[] };

const BUYER = 'jane.doe@private.example';
const VISITOR = 'visitor.person@private.example';
const maker = await db.addUser('maker@isoko.test');
const partner = await db.addUser('partner@isoko.test', { locale: 'sw' });
const buyer = await db.addUser(BUYER, { display_name: 'Jane' });
const [coordinator, stranger, operator] = await Promise.all([1, 2, 3].map(() => db.addUser()));
await sql`insert into public.operators (user_id) values (${operator!})`;
const shop = await scene.workshop(maker, 'Akagera Boots');
await scene.accept(partner, await scene.invite(maker, 'producer_member', shop.id));
const cluster = await scene.cluster(coordinator!);
await scene.accept(
  maker,
  await scene.invite(coordinator!, 'cluster_producer', cluster.id),
  shop.id,
);
const rival = await scene.workshop(stranger!, 'Rival');
const listed = await scene.published(maker, shop.id);

const question = {
  p_product: listed.id,
  p_message: 'Sixty pairs in brown, please?',
  p_quantity: 60,
  p_needed_by: null,
  p_country: 'DE',
  p_organisation: '',
  p_locale: 'en',
};
const ask = (by = buyer, change: object = {}) =>
  call<string>(by, 'send_inquiry', { p_id: randomUUID(), ...question, ...change });
const askAsVisitor = (change: object = {}) =>
  call<string>('service', 'send_visitor_inquiry', {
    p_id: randomUUID(),
    ...question,
    p_name: 'A visitor',
    p_email: VISITOR,
    ...change,
  });
const read = (who: string, inquiry: string, key?: string) =>
  call<Thread>(who, 'read_inquiry', { p_inquiry: inquiry, p_key: key });
const reply = (who: string, inquiry: string, body = 'By March.', key?: string, id = randomUUID()) =>
  call(who, 'reply_inquiry', { p_inquiry: inquiry, p_id: id, p_body: body, p_key: key });
const move = (who: string, inquiry: string, action: string) =>
  call<string>(who, 'move_inquiry', { p_inquiry: inquiry, p_action: action });
const inbox = (who: string, args: object = { p_side: 'producer', p_producer: shop.id }) =>
  call<Row[]>(who, 'list_inquiries', { p_limit: 100, ...args });
const confirm = (token: string) =>
  call<{ inquiryId: string; key: string }>('anon', 'confirm_inquiry', { p_token: token });

async function waiting(change: object = {}) {
  await takeMails(db);
  const id = await askAsVisitor(change);
  const [mail] = await takeMails(db);
  return { id, token: mail!.data['token'] as string, mail: mail! };
}
async function confirmed() {
  const { token } = await waiting();
  const answer = await confirm(token);
  await takeMails(db);
  return { id: answer.inquiryId, key: answer.key };
}

describe('a visitor without an account', () => {
  it('reaches the maker only once the address is confirmed', async () => {
    const { id, token, mail } = await waiting();
    expect(mail).toMatchObject({ to: VISITOR, template: 'inquiry_confirm' });
    expect((await inbox(maker)).map((row) => row['id'])).not.toContain(id);
    expect(await answerOf(read(maker, id))).toBe('not_found');
    expect(
      await db.asUser(maker, (tx) => tx`select 1 from public.inquiries where id = ${id}`),
    ).toHaveLength(0);
    expect(
      await db.asUser(
        maker,
        (tx) => tx`select 1 from public.inquiry_messages where inquiry_id = ${id}`,
      ),
    ).toHaveLength(0);
    expect(
      await db.asUser(maker, (tx) => tx`select 1 from public.events where subject_id = ${id}`),
    ).toHaveLength(0);
    const { inquiryId, key } = await confirm(token);
    expect(inquiryId).toBe(id);
    expect((await takeMails(db)).map((one) => one.template)).toEqual([
      'inquiry_new',
      'inquiry_new',
    ]);
    expect((await inbox(maker)).map((row) => row['id'])).toContain(id);
    expect(await read('anon', id, key)).toMatchObject({ side: 'buyer', state: 'open' });
  });

  it('confirms once, within a week; two clicks at the same moment send one question', async () => {
    const { token } = await waiting();
    const clicks = await Promise.all(Array.from({ length: 3 }, () => answerOf(confirm(token))));
    expect(clicks.toSorted()).toEqual(['link_gone', 'link_gone', 'ok']);
    expect(await takeMails(db)).toHaveLength(2);
    const late = await waiting();
    await sql`update public.inquiry_contacts set created_at = now() - interval '7 days 1 second' where inquiry_id = ${late.id}`;
    expect(await answerOf(confirm(late.token))).toBe('link_gone');
    for (const guess of ['', 'guess', randomUUID(), '%'])
      expect(await answerOf(confirm(guess))).toBe('link_gone');
  });

  it('asks once though the form came twice at once', async () => {
    await takeMails(db);
    const id = randomUUID();
    await Promise.all([askAsVisitor({ p_id: id }), askAsVisitor({ p_id: id })]);
    expect(await takeMails(db)).toHaveLength(1);
  });

  it('returns with the key of any mail, up to ten, and nobody with a guess', async () => {
    const { id, key } = await confirmed();
    const keys = [key];
    for (let n = 0; n < 10; n += 1) {
      await reply(maker, id, `Answer ${n}`);
      const [mail] = await takeMails(db);
      expect(mail).toMatchObject({
        to: VISITOR,
        template: 'inquiry_reply',
        data: { side: 'buyer' },
      });
      keys.push(mail!.data['key'] as string);
    }
    expect(new Set(keys).size).toBe(11);
    expect(await answerOf(read('anon', id, keys[0]))).toBe('not_found');
    for (const good of keys.slice(1)) expect((await read('anon', id, good)).side).toBe('buyer');
    const other = await confirmed();
    for (const guess of [other.key, '', 'x', 'null', id])
      expect(await answerOf(read('anon', id, guess))).toBe('not_found');
    expect(await answerOf(read('anon', id))).toBe('not_found');
    expect(await answerOf(reply('anon', id, 'Hello', other.key))).toBe('not_found');
    expect(await answerOf(reply('anon', id, 'Hello', keys[10]))).toBe('ok');
  });

  it('leaves no key or token in clear behind', async () => {
    const { id, token } = await waiting();
    const { key } = await confirm(token);
    await takeMails(db);
    const rows =
      await sql`select to_jsonb(c)::text || to_jsonb(i)::text as text from public.inquiry_contacts c join public.inquiries i on i.id = c.inquiry_id where i.id = ${id}`;
    const events =
      await sql`select to_jsonb(e)::text as text from public.events e where subject_id = ${id}`;
    const all = [...rows, ...events].map((row) => row['text'] as string).join();
    for (const secret of [token, key]) expect(all).not.toContain(secret);
  });
});

describe('the address of a buyer', () => {
  it('is in nothing that the maker’s side can read or is sent', async () => {
    const nameless = await db.addUser('nameless.person@private.example');
    const visitor = await confirmed();
    const threads = [await ask(), await ask(nameless), visitor.id];
    const members = [maker, partner, coordinator!];
    await reply(buyer, threads[0]!, 'Are you there?');
    await reply('anon', visitor.id, 'Are you there?', visitor.key);
    const seen: unknown[] = [];
    for (const who of members) {
      for (const inquiry of threads) seen.push(await read(who, inquiry));
      seen.push(await inbox(who));
      seen.push(await call(who, 'studio_frame', { p_slug: shop.slug }));
      seen.push(await call(who, 'export_my_data'));
      for (const table of ['inquiries', 'inquiry_messages', 'events', 'buyers', 'profiles']) {
        const columns = await sql<{ list: string }[]>`
          select string_agg(quote_ident(attname), ', ') as list from pg_attribute
          where attrelid = ${`public.${table}`}::regclass and attnum > 0 and has_column_privilege('authenticated', attrelid, attnum, 'SELECT')`;
        seen.push(
          await db.asUser(who, (tx) =>
            tx.unsafe(`select ${columns[0]!.list} from public.${table}`),
          ),
        );
      }
    }
    seen.push(await call(coordinator!, 'coordination_overview', { p_slug: cluster.slug }));
    const mails = await takeMails(db);
    const toTheirSide = mails.filter((mail) => /maker@|partner@/.test(mail.to));
    expect(toTheirSide.length).toBeGreaterThan(4);
    const text = JSON.stringify([seen, toTheirSide]);
    expect(text).toContain('Sixty pairs');
    for (const hidden of [
      BUYER,
      VISITOR,
      'jane.doe',
      'visitor.person',
      'nameless',
      buyer,
      nameless,
    ]) {
      expect(text.includes(hidden), hidden).toBe(false);
    }
  });

  it('is used by the site alone: the answer goes there, and nothing back', async () => {
    const inquiry = await ask();
    await takeMails(db);
    await reply(maker, inquiry);
    const mails = await takeMails(db);
    expect(mails.map((mail) => mail.to)).toEqual([BUYER]);
    expect(JSON.stringify(mails)).not.toMatch(/maker@|partner@/);
    expect(mails[0]!.data).not.toHaveProperty('key');
    await reply(buyer, inquiry, 'Then sixty.');
    const back = await takeMails(db);
    expect(back.map((mail) => mail.to).toSorted()).toEqual([
      'maker@isoko.test',
      'partner@isoko.test',
    ]);
    expect(JSON.stringify(back)).not.toContain(BUYER);
  });
});

describe('asking', () => {
  it('happens once for a form sent twice, and never under another’s id', async () => {
    const id = randomUUID();
    await takeMails(db);
    const [one, two] = await Promise.all([ask(buyer, { p_id: id }), ask(buyer, { p_id: id })]);
    expect([one, two]).toEqual([id, id]);
    expect(await takeMails(db)).toHaveLength(2);
    expect(await answerOf(ask(stranger!, { p_id: id }))).toBe('conflict');
    expect(await answerOf(read(stranger!, id))).toBe('not_found');
  });

  it('is refused for one’s own workshop, for what is not public, and in another’s name', async () => {
    expect(await answerOf(ask(maker))).toBe('own_product');
    expect(await answerOf(ask(partner))).toBe('own_product');
    const { id: draft } = await scene.save(maker, shop.id);
    expect(await answerOf(ask(buyer, { p_product: draft }))).toBe('not_found');
    expect(await answerOf(askAsVisitor({ p_product: draft }))).toBe('not_found');
    const firm = await call<string>(stranger!, 'create_buyer', {
      p_id: randomUUID(),
      p_name: 'Firm',
      p_kind: 'retailer',
      p_country: 'DE',
      p_website: '',
    });
    expect(await answerOf(ask(buyer, { p_buyer: firm }))).toBe('not_allowed');
    expect(await answerOf(call('anon', 'send_inquiry', { p_id: randomUUID(), ...question }))).toBe(
      'not_allowed',
    );
    for (const who of ['anon', stranger!]) {
      const asVisitor = { p_id: randomUUID(), ...question, p_name: 'x', p_email: VISITOR };
      expect(await answerOf(call(who, 'send_visitor_inquiry', asVisitor))).toBe('not_allowed');
    }
  });

  it('says what is wrong with a question', async () => {
    expect(await answerOf(ask(buyer, { p_needed_by: '2001-01-01' }))).toBe('date_past');
    expect(await answerOf(ask(buyer, { p_quantity: 0 }))).toBe('invalid_input');
    expect(await answerOf(ask(buyer, { p_message: ' ' }))).toBe('invalid_input');
    expect(await answerOf(ask(buyer, { p_message: 'x'.repeat(5001) }))).toBe('invalid_input');
    expect(await answerOf(askAsVisitor({ p_email: 'not an address' }))).toBe('invalid_input');
  });

  it('freezes title and price as they were', async () => {
    const own = await scene.published(maker, shop.id, { title: 'Old title' });
    const inquiry = await ask(buyer, { p_product: own.id });
    await scene.save(
      maker,
      shop.id,
      { ...scene.facts, title: 'New title', price_amount: 99_000 },
      own.id,
    );
    expect(await read(buyer, inquiry)).toMatchObject({
      product: { title: 'Old title', priceAmount: 45_000 },
    });
    await scene.move(maker, own.id, 'archive');
    expect(await read(buyer, inquiry)).toMatchObject({
      product: { title: 'Old title', slug: null },
    });
  });

  it('stops at forty a day', async () => {
    const eager = await db.addUser();
    await sql`insert into public.inquiries (producer_id, user_id) select ${shop.id}, ${eager} from generate_series(1, 40)`;
    expect(await answerOf(ask(eager))).toBe('rate_limited');
    await sql`delete from public.inquiries where user_id = ${eager}`;
  });
});

describe('a conversation', () => {
  it('is not there for a stranger, another maker, a former member, or an operator without a report', async () => {
    const inquiry = await ask();
    const former = await db.addUser();
    await scene.accept(former, await scene.invite(maker, 'producer_member', shop.id));
    expect((await read(former, inquiry)).side).toBe('producer');
    await call(maker, 'remove_member', { p_kind: 'producer', p_target: shop.id, p_user: former });
    for (const who of [stranger!, former, operator!, 'anon']) {
      expect(await answerOf(read(who, inquiry)), who).toBe('not_found');
      expect(await answerOf(reply(who, inquiry)), who).toBe('not_found');
    }
    expect(await answerOf(move(stranger!, inquiry, 'close'))).toBe('not_found');
    expect(await answerOf(inbox(stranger!))).toBe('not_allowed');
    expect(await answerOf(inbox(stranger!, { p_side: 'producer', p_producer: null }))).toBe(
      'not_allowed',
    );
    expect((await inbox(stranger!, { p_side: 'producer', p_producer: rival.id })).length).toBe(0);
    expect(
      await answerOf(call(operator!, 'block_inquiry', { p_inquiry: inquiry, p_reason: 'curious' })),
    ).toBe('not_found');
  });

  it('takes a message once, however often the phone sends it, and no other’s id', async () => {
    const [inquiry, other] = [await ask(), await ask()];
    const id = randomUUID();
    await Promise.all(
      Array.from({ length: 3 }, () => reply(maker, inquiry, 'By March.', undefined, id)),
    );
    expect((await read(buyer, inquiry)).messages.map((message) => message.body)).toEqual([
      question.p_message,
      'By March.',
    ]);
    expect(await answerOf(reply(maker, other, 'By April.', undefined, id))).toBe('conflict');
    expect(await answerOf(reply(maker, inquiry, ' '))).toBe('invalid_input');
  });

  it('moves by the rules and tells each move in the record', async () => {
    const inquiry = await ask();
    await reply(maker, inquiry);
    expect(await answerOf(move(buyer, inquiry, 'decline'))).toBe('wrong_state');
    expect(await move(maker, inquiry, 'decline')).toBe('declined');
    await reply(buyer, inquiry, 'And forty?');
    expect(await move(buyer, inquiry, 'close')).toBe('closed');
    expect(await answerOf(reply(maker, inquiry))).toBe('wrong_state');
    expect(await answerOf(move(buyer, inquiry, 'block'))).toBe('wrong_state');
    expect(await move(maker, inquiry, 'reopen')).toBe('open');
    const told = await sql<
      Row[]
    >`select from_state, to_state from public.events where subject_id = ${inquiry} order by id`;
    expect(told.map((event) => event['to_state'])).toEqual([
      'open',
      'answered',
      'declined',
      'open',
      'closed',
      'open',
    ]);
    told.slice(1).forEach((event, n) => expect(event['from_state']).toBe(told[n]!['to_state']));
  });

  it('disappears for the maker when an operator blocks it after a report; its key opens nothing', async () => {
    const { id, key } = await confirmed();
    await sql`insert into public.reports (subject, subject_id, reason) values ('inquiry', ${id}, 'spam')`;
    await call(operator!, 'block_inquiry', { p_inquiry: id, p_reason: 'advertising' });
    const attempts = [
      () => read(maker, id),
      () => reply(maker, id),
      () => move(maker, id, 'reopen'),
      () => read('anon', id, key),
      () => reply('anon', id, 'x', key),
    ];
    for (const attempt of attempts) expect(await answerOf(attempt())).toBe('not_found');
    expect((await inbox(maker)).map((row) => row['id'])).not.toContain(id);
    expect(
      await db.asUser(maker, (tx) => tx`select 1 from public.events where subject_id = ${id}`),
    ).toHaveLength(0);
    const overview = await call(coordinator!, 'coordination_overview', { p_slug: cluster.slug });
    expect(JSON.stringify(overview)).not.toContain(id);
  });

  it('holds thirty messages an hour', async () => {
    const inquiry = await ask();
    await sql`insert into public.inquiry_messages (inquiry_id, side, body) select ${inquiry}, 'buyer', 'x' from generate_series(1, 29)`;
    expect(await answerOf(reply(maker, inquiry))).toBe('rate_limited');
  });
});

describe('an inbox', () => {
  it('shows each conversation once, page by page, even where many have the same moment', async () => {
    const busy = await scene.workshop(await db.addUser(), 'Busy');
    await sql`
      insert into public.inquiries (producer_id, state, last_message_at, product_title)
      select ${busy.id}, case when n % 9 = 0 then 'unconfirmed' when n % 10 = 0 then 'blocked' else 'open' end::public.inquiry_state,
        timestamptz '2026-03-01 12:00:00.123456+00' + (n / 7) * interval '1 microsecond', n::text from generate_series(1, 60) n`;
    const [owner] = await sql<
      Row[]
    >`select user_id from public.producer_members where producer_id = ${busy.id}`;
    const seen: string[] = [];
    // As text, for a Date would lose the microseconds; the API hands the cursor back as it came.
    for (let [at, id]: (string | null)[] = [null, null]; ;) {
      const page = await db.asUser(owner!['user_id'] as string, async (tx) => {
        const [row] =
          await tx`select public.list_inquiries('producer', ${busy.id}, ${at!}::text::timestamptz, ${id!}, 7) as page`;
        return row!['page'] as { at: string; id: string }[];
      });
      seen.push(...page.map((row) => row.id));
      if (page.length < 7) break;
      ({ at, id } = page.at(-1)!);
    }
    const [visible] =
      await sql`select count(*)::int as n from public.inquiries where producer_id = ${busy.id} and state = 'open'`;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(visible!['n'] as number);
  });

  it('marks what is new until somebody of the side has read it', async () => {
    const inquiry = await ask();
    const unread = async (who: string, args?: object) =>
      (await inbox(who, args)).find((row) => row['id'] === inquiry)?.['unread'];
    expect(await unread(maker)).toBe(true);
    await read(partner, inquiry);
    expect(await unread(maker)).toBe(false);
    await reply(partner, inquiry);
    expect(await unread(buyer, { p_side: 'buyer' })).toBe(true);
    await read(buyer, inquiry);
    expect(await unread(buyer, { p_side: 'buyer' })).toBe(false);
  });
});
