import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

const operator = await db.addUser('odette@isoko.test', { display_name: 'Odette' });
const second = await db.addUser('second@isoko.test', { display_name: 'Second' });
const owner = await db.addUser('owner@isoko.test', { display_name: 'Owner' });
const buyer = await db.addUser('buyer@isoko.test', { display_name: 'Bruno' });
await sql`insert into public.operators (user_id) values (${operator})`;
const shop = await scene.workshop(owner, 'Akagera Boots');
const listed = await scene.published(owner, shop.id);

const ask = () =>
  call<string>(buyer, 'send_inquiry', {
    p_id: randomUUID(),
    p_product: listed.id,
    p_message: 'Cheap watches!',
    p_quantity: 1,
    p_needed_by: null,
    p_country: 'FR',
    p_organisation: '',
    p_locale: 'en',
  });
const tell = (subject: string, id: string, reporter: string | null, email: string | null = null) =>
  call<string>('service', 'report_abuse', {
    p_subject: subject,
    p_subject_id: id,
    p_reason: 'spam',
    p_details: 'Look at this',
    p_email: email,
    p_reporter: reporter,
  });
const resolve = (report: string, state: string, also: string | null = null, words = 'We looked.') =>
  call(operator, 'resolve_report', {
    p_report: report,
    p_state: state,
    p_resolution: words,
    p_also: also,
  });
const stateOf = async (table: string, id: string) =>
  (await sql`select state from public.${sql(table)} where id = ${id}`)[0]!['state'];
const suspend = (user: string, on: boolean, reason = 'Sold copies') =>
  call(operator, 'set_user_suspended', { p_user: user, p_suspended: on, p_reason: reason });

describe('suspending an account', () => {
  it('stops all its writing at once, with a reason it can read, until it is restored', async () => {
    expect(await answerOf(suspend(owner, true, ''))).toBe('reason_required');
    await suspend(owner, true);
    expect(await answerOf(scene.save(owner, shop.id))).toBe('account_suspended');
    const renamed = await db.asUser(
      owner,
      (tx) => tx`update public.producers set name = 'Mine' where id = ${shop.id} returning id`,
    );
    expect(renamed).toHaveLength(0);
    expect(await call(owner, 'my_account')).toMatchObject({
      suspended: true,
      suspendedReason: 'Sold copies',
    });
    expect(await answerOf(suspend(owner, true))).toBe('already_done');
    await suspend(owner, false);
    expect(await answerOf(scene.save(owner, shop.id))).toBe('ok');
    const events = await sql`select action, actor, reason from public.events
      where subject_kind = 'user' and subject_id = ${owner} order by id`;
    expect(events).toEqual([
      { action: 'user.suspended', actor: operator, reason: 'Sold copies' },
      { action: 'user.restored', actor: operator, reason: 'Sold copies' },
    ]);
  });

  it('is nothing one does to oneself', async () => {
    expect(await answerOf(suspend(operator, true))).toBe('not_yourself');
  });
});

describe('the desk’s own keys', () => {
  const seat = (by: string, user: string, on: boolean) =>
    call(by, 'set_operator', { p_user: user, p_operator: on });

  it('are given and taken by others, never by oneself, and each time once', async () => {
    await seat(operator, second, true);
    expect(await answerOf(seat(operator, second, true))).toBe('already_done');
    expect(await answerOf(seat(second, second, false))).toBe('not_yourself');
    expect(await answerOf(seat(operator, randomUUID(), true))).toBe('not_found');
    await seat(operator, second, false);
    expect(await answerOf(call(second, 'operator_overview'))).toBe('not_allowed');
  });

  it('are left with somebody when two operators turn on each other at once', async () => {
    await seat(operator, second, true);
    const answers = await Promise.all([
      answerOf(seat(operator, second, false)),
      answerOf(seat(second, operator, false)),
    ]);
    expect(answers.toSorted()).toEqual(['not_allowed', 'ok']);
    const left = await sql`select user_id from public.operators`;
    expect(left).toHaveLength(1);
    await sql`delete from public.operators`;
    await sql`insert into public.operators (user_id) values (${operator})`;
  });

  it('come first from the command line, whose act is the system’s', async () => {
    const make = async (email: string) =>
      (await sql`select private.make_operator(${email}) as answer`)[0]!['answer'];
    expect(await make(' SECOND@isoko.test ')).toBe('made');
    expect(await make('second@isoko.test')).toBe('already');
    expect(await make('nobody@isoko.test')).toBe('unknown');
    const [event] = await sql`select actor, subject_id from public.events order by id desc limit 1`;
    expect(event).toEqual({ actor: null, subject_id: second });
    await seat(operator, second, false);
    for (const role of ['anon', 'authenticated', 'service_role']) {
      const [row] =
        await sql`select has_function_privilege(${role}, 'private.make_operator(text)', 'execute') as may`;
      expect(row!['may'], role).toBe(false);
    }
  });
});

describe('a producer', () => {
  const set = (state: string, reason = '') =>
    call(operator, 'set_producer_state', { p_producer: shop.id, p_state: state, p_reason: reason });

  it('is suspended with a reason that its people get by mail, and restored', async () => {
    await takeMails(db);
    expect(await answerOf(set('suspended', 'no'))).toBe('reason_required');
    await set('suspended', 'The pictures are stolen');
    expect(await takeMails(db)).toMatchObject([
      {
        to: 'owner@isoko.test',
        template: 'producer_suspended',
        data: { reason: 'The pictures are stolen' },
      },
    ]);
    const told =
      await sql`select notice_group, data ->> 'reason' as reason from public.notifications
      where user_id = ${owner} and kind = 'producer_suspended'`;
    expect(told).toEqual([{ notice_group: 'cluster', reason: 'The pictures are stolen' }]);
    await set('active');
    const events = await sql`select action, on_behalf_of from public.events
      where subject_kind = 'producer' and subject_id = ${shop.id} order by id desc limit 2`;
    expect(events).toEqual([
      { action: 'producer.restored', on_behalf_of: null },
      { action: 'producer.suspended', on_behalf_of: null },
    ]);
  });

  it('is found by a part of its name without accents, newest first, in pages that join', async () => {
    for (const name of ['Umwézi One', 'Umwézi Two', 'Umwézi Three'])
      await scene.workshop(owner, name);
    // The driver cuts times to milliseconds, where the database and the API have microseconds.
    await sql`update public.producers set created_at = date_trunc('second', created_at)`;
    type Found = { rows: { id: string; createdAt: string }[] };
    const find = (args: Record<string, unknown>) =>
      call<Found>(operator, 'operator_producers', { p_query: 'umwezi', ...args });
    const all = (await find({})).rows;
    expect(all).toHaveLength(3);
    const first = (await find({ p_limit: 2 })).rows;
    const last = first.at(-1)!;
    const rest = (await find({ p_before: last.createdAt, p_before_id: last.id })).rows;
    expect([...first, ...rest].map((row) => row.id)).toEqual(all.map((row) => row.id));
    expect((await find({ p_state: 'suspended' })).rows).toEqual([]);
  });
});

describe('a report', () => {
  it('about a thread comes only from somebody in it', async () => {
    const inquiry = await ask();
    expect(await answerOf(tell('inquiry', inquiry, null))).toBe('not_found');
    expect(await answerOf(tell('inquiry', inquiry, second))).toBe('not_found');
    expect(await answerOf(tell('inquiry', randomUUID(), owner))).toBe('not_found');
    expect(await answerOf(tell('inquiry', inquiry, owner))).toBe('ok');
    expect(await answerOf(tell('inquiry', inquiry, buyer))).toBe('ok');
    expect(await answerOf(call(owner, 'report_abuse', {}))).not.toBe('ok');
  });

  it('opens a thread to the operator, who blocks it: neither side writes on', async () => {
    const inquiry = await ask();
    const block = () =>
      call(operator, 'block_inquiry', { p_inquiry: inquiry, p_reason: 'Advertising' });
    expect(await answerOf(block()), 'nobody asked us to look').toBe('not_found');
    const report = await tell('inquiry', inquiry, owner);
    type Reports = { rows: { id: string; inquiry: { messages: { body: string }[] } }[] };
    const { rows } = await call<Reports>(operator, 'operator_reports');
    expect(rows.find((row) => row.id === report)?.inquiry.messages[0]?.body).toBe('Cheap watches!');
    await resolve(report, 'upheld', 'block_inquiry', 'Advertising');
    expect(await stateOf('inquiries', inquiry)).toBe('blocked');
    expect(await answerOf(block())).toBe('already_done');
    for (const who of [buyer, owner]) {
      const reply = { p_inquiry: inquiry, p_id: randomUUID(), p_body: 'One more' };
      expect(await answerOf(call(who, 'reply_inquiry', reply))).not.toBe('ok');
      expect(
        await answerOf(call(who, 'move_inquiry', { p_inquiry: inquiry, p_action: 'reopen' })),
      ).not.toBe('ok');
    }
  });

  it('is closed once, with words; what it calls for happens in the same breath or not at all', async () => {
    const report = await tell('product', listed.id, null, 'neighbour@example.org');
    expect(await answerOf(resolve(report, 'dismissed', null, ' '))).toBe('reason_required');
    expect(await answerOf(resolve(report, 'open'))).toBe('invalid_input');
    expect(await answerOf(resolve(report, 'dismissed', 'send_back'))).toBe('invalid_input');
    expect(await answerOf(resolve(report, 'upheld', 'block_inquiry'))).toBe('invalid_input');
    expect(await stateOf('reports', report)).toBe('open');
    await resolve(report, 'upheld', 'send_back', 'Use your own pictures.');
    expect(await stateOf('products', listed.id)).toBe('draft');
    expect(await stateOf('reports', report)).toBe('upheld');
    expect(await answerOf(resolve(report, 'dismissed'))).toBe('already_done');
    const [product] =
      await sql`select returned_reason from public.products where id = ${listed.id}`;
    expect(product!['returned_reason']).toBe('Use your own pictures.');
  });

  it('may take the producer off the market', async () => {
    const other = await scene.workshop(await db.addUser(), 'Elsewhere');
    const report = await tell('producer', other.id, buyer);
    await resolve(report, 'upheld', 'suspend_producer', 'Not in Rwanda.');
    expect(await stateOf('producers', other.id)).toBe('suspended');
  });
});

describe('the record', () => {
  type Line = { id: number; kind: string; actorId: string | null; subject: string | null };
  const record = (args: Record<string, unknown> = {}) =>
    call<Line[]>(operator, 'operator_events', { p_limit: 1000, ...args });

  it('is read page by page without a gap, filtered by what, who and which producer', async () => {
    const all = await record();
    const pages: Line[] = [];
    for (let page = await record({ p_limit: 7 }); page.length > 0;) {
      pages.push(...page);
      page = await record({ p_limit: 7, p_before: page.at(-1)!.id });
    }
    expect(pages.map((line) => line.id)).toEqual(all.map((line) => line.id));
    const kinds = await record({ p_kind: 'report' });
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.every((line) => line.kind === 'report')).toBe(true);
    for (const who of ['odette', 'ODETTE@isoko', operator]) {
      const mine = await record({ p_actor: who });
      expect(new Set(mine.map((line) => line.actorId)), who).toEqual(new Set([operator]));
    }
    const nobody = await record({ p_actor: 'system' });
    expect(nobody.every((line) => line.actorId === null)).toBe(true);
    const theirs = await record({ p_producer: 'akagera' });
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.length).toBeLessThan(all.length);
    expect(await record({ p_producer: 'nobody of that name' })).toEqual([]);
  });

  it('stays readable when account and listing are gone', async () => {
    const passing = await db.addUser('passing@isoko.test', { display_name: 'Passing' });
    const place = await scene.workshop(passing, 'Short-lived');
    const draft = await scene.save(passing, place.id);
    await call(passing, 'delete_draft', { p_product: draft.id });
    await call(passing, 'delete_my_account');
    const lines = await record({ p_actor: passing });
    expect(lines.length).toBeGreaterThan(2);
    expect(JSON.stringify(lines)).not.toContain('passing@isoko.test');
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'product', subject: null }));
  });
});

describe('categories', () => {
  type Category = { id: string; parentId: string | null; key: string; names: { en: string } };
  const list = () => call<Category[]>(operator, 'operator_categories');
  const save = (id: string, name: string, args: Record<string, unknown> = {}) =>
    call(operator, 'save_category', {
      p_id: id,
      p_parent: null,
      p_hs_heading: '',
      p_unit: '',
      p_hidden: false,
      p_names: { en: name },
      ...args,
    });
  const move = (id: string, up: boolean) => call(operator, 'move_category', { p_id: id, p_up: up });
  const remove = (id: string) => call(operator, 'delete_category', { p_id: id });
  const row = async (parent: string | null) =>
    (await list()).filter((c) => c.parentId === parent).map((c) => c.names.en);

  it('and vocabularies are written through what records it, by operators too', async () => {
    const [leaf] = await sql<{ id: string }[]>`select id from public.categories limit 1`;
    for (const statement of [
      `insert into public.categories (key) values ('unrecorded')`,
      `update public.categories set hidden = true where id = '${leaf!.id}'`,
      `delete from public.categories where id = '${leaf!.id}'`,
      `update public.category_translations set name = 'Unrecorded'`,
      `insert into public.terms (kind, key) values ('material', 'unrecorded')`,
      `update public.term_translations set name = 'Unrecorded'`,
    ]) {
      const act = db.asUser(operator, (tx) => tx.unsafe(statement));
      expect(await answerOf(act), statement).toBe('not_allowed');
    }
  });

  it('are added at the end, renamed, moved among their neighbours and elsewhere', async () => {
    const [top, a, b, c] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await save(top, 'Toys');
    for (const [id, name] of [
      [a, 'Dolls'],
      [b, 'Cars'],
      [c, 'Drums'],
    ] as const) {
      await save(id, name, { p_parent: top, p_hs_heading: '9503', p_unit: 'H87' });
    }
    await move(c, true);
    await move(a, true);
    expect(await row(top)).toEqual(['Dolls', 'Drums', 'Cars']);
    await move(a, false);
    expect(await row(top)).toEqual(['Drums', 'Dolls', 'Cars']);
    await save(b, 'Wooden cars', { p_parent: top, p_names: { en: 'Wooden cars', fr: 'Voitures' } });
    expect(await row(top)).toEqual(['Drums', 'Dolls', 'Wooden cars']);
    await save(b, 'Wooden cars', { p_parent: a });
    expect(await row(a)).toEqual(['Wooden cars']);
    expect((await list()).find((one) => one.id === b)).toMatchObject({
      key: 'cars',
      names: { en: 'Wooden cars' },
      hsHeading: null,
    });
    expect(await answerOf(save(a, 'Dolls', { p_parent: b }))).toBe('category_loop');
    expect(await answerOf(save(a, ' '))).toBe('required');
    expect(await answerOf(save(randomUUID(), 'Odd', { p_hs_heading: '64x' }))).toBe(
      'invalid_input',
    );
  });

  it('get an address of their own even under the same name', async () => {
    const ids: string[] = [randomUUID(), randomUUID()];
    await Promise.all(ids.map((id) => save(id, 'Twins')));
    const keys = (await list()).filter((one) => ids.includes(one.id)).map((one) => one.key);
    expect(keys.toSorted()).toEqual(['twins', 'twins-2']);
  });

  it('are deleted only while nothing hangs on them', async () => {
    const [used] = await sql<{ id: string; parent_id: string }[]>`
      select c.id, c.parent_id from public.categories c join public.products p on p.category_id = c.id limit 1`;
    expect(await answerOf(remove(used!.id))).toBe('category_in_use');
    if (used!.parent_id) expect(await answerOf(remove(used!.parent_id))).toBe('category_in_use');
    const id = randomUUID();
    await save(id, 'Mistake');
    await remove(id);
    expect(await answerOf(remove(id))).toBe('not_found');
    const [event] =
      await sql`select action, actor, data from public.events order by id desc limit 1`;
    expect(event).toEqual({
      action: 'category.deleted',
      actor: operator,
      data: { name: 'Mistake' },
    });
  });
});

describe('settings', () => {
  it('are changed by the operator; which fields changed is on record, not what they say', async () => {
    await db.asUser(
      operator,
      (
        tx,
      ) => tx`update public.site_settings set name = 'Isoko Kigali', mail_from_address = 'hello@example.org'
        where only_row returning only_row`,
    );
    expect(await call(operator, 'operator_settings')).toMatchObject({
      name: 'Isoko Kigali',
      mail_from_address: 'hello@example.org',
      logo: null,
    });
    const [event] =
      await sql`select actor, data from public.events where action = 'settings.edited' order by id desc limit 1`;
    expect(event).toEqual({ actor: operator, data: { fields: ['mail_from_address', 'name'] } });
    for (const who of [owner, buyer]) {
      expect(
        await answerOf(
          db.asUser(who, (tx) => tx`select mail_from_address from public.site_settings`),
        ),
      ).toBe('not_allowed');
    }
  });

  it('keep one logo: the picture before goes, and nobody’s own picture becomes one', async () => {
    const picture = async () => {
      const id = randomUUID();
      const sha = id.replaceAll('-', '').repeat(2);
      await call(operator, 'create_media', {
        p_id: id,
        p_producer: null,
        p_cluster: null,
        p_type: 'image/png',
        p_bytes: 1000,
        p_sha256: sha,
        p_sha8: sha.slice(0, 8),
        p_width: 100,
        p_height: 100,
      });
      return id;
    };
    const logo = (media: string | null) => call(operator, 'set_site_logo', { p_media: media });
    const [one, two] = [await picture(), await picture()];
    await logo(one);
    await logo(two);
    const left = await sql`select id from public.media where id in (${one}, ${two})`;
    expect(left).toEqual([{ id: two }]);
    expect(await answerOf(logo(await scene.photo(owner, shop.id)))).toBe('photo_unknown');
    await logo(null);
    expect(await call(operator, 'operator_settings')).toMatchObject({ logo: null });
  });
});
