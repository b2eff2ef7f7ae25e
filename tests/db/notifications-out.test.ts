import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { call } = await sceneOf(db);
const { sql } = db;
const person = await db.addUser('person@isoko.test', { locale: 'fr' });
const other = await db.addUser('other@isoko.test');

const notify = (user: string, kind: string, data: object = {}) =>
  sql`select private.notify(${user}, ${kind}, ${sql.json(data as never)})`;
const wishes = (user: string, mail: string, zone: string | null = null) =>
  call(user, 'save_notification_wishes', {
    p_groups: Object.fromEntries(
      ['trade', 'money', 'messages', 'cluster', 'market'].map((group) => [
        group,
        { mail, push: true, sms: false },
      ]),
    ),
    p_zone: zone,
    p_quiet_from: null,
    p_quiet_to: null,
  });
const paces = async (user: string) => {
  const { groups } = await call<{ groups: Record<string, { mail: string }> }>(
    user,
    'my_notification_wishes',
  );
  return Object.fromEntries(Object.entries(groups).map(([group, wish]) => [group, wish.mail]));
};

describe('the daily mail', () => {
  /** Notices of a day ago; `now` is what the worker would call it. Kigali is two hours ahead. */
  const AFTER_SEVEN = '2026-03-02T05:01:00Z';
  const BEFORE_SEVEN = '2026-03-02T04:59:00Z';
  const due = async (now: string) =>
    (await sql<{ id: string }[]>`select private.due_digests(${now}) as id`).map((row) => row.id);
  const make = async (now: string, user = person) =>
    (await sql`select private.make_digest(${user}, ${now}::timestamptz) as made`)[0]!['made'];
  async function yesterday(kinds: string[], user = person, at = '2026-03-01T12:00:00Z') {
    await sql`delete from public.notifications`;
    await wishes(user, 'daily', 'Africa/Kigali');
    for (const [n, kind] of kinds.entries()) await notify(user, kind, { orderId: `o${n}` });
    await sql`update public.notifications set created_at = ${at}, mailed_at = case when mailed_at is null then null else ${at}::timestamptz end`;
    await takeMails(db);
  }

  it('comes at seven where the person is, with what was not mailed yet', async () => {
    await yesterday(['order_ready', 'order_cancelled', 'order_shipped']);
    expect(await due(BEFORE_SEVEN)).toEqual([]);
    expect(await make(BEFORE_SEVEN)).toBe(false);
    expect(await due(AFTER_SEVEN)).toEqual([person]);
    expect(await make(AFTER_SEVEN)).toBe(true);
    const [mail] = await takeMails(db);
    expect(mail).toMatchObject({ to: 'person@isoko.test', template: 'digest', locale: 'fr' });
    const { entries } = mail!.data as { entries: { kind: string }[] };
    // The cancelled order had its own mail at once: it must come.
    expect(entries.map((entry) => entry.kind).toSorted()).toEqual(['order_ready', 'order_shipped']);
  });

  it('is sent once, though two workers look at the same moment and again later', async () => {
    await yesterday(['order_ready']);
    await Promise.all(Array.from({ length: 6 }, () => make(AFTER_SEVEN)));
    expect(await takeMails(db)).toHaveLength(1);
    expect(await due('2026-03-02T20:00:00Z')).toEqual([]);
    expect(await make('2026-03-03T06:00:00Z')).toBe(false);
  });

  it('is not lost when the worker dies before the transaction ends', async () => {
    await yesterday(['order_ready']);
    await sql
      .begin(async (tx) => {
        await tx`select private.make_digest(${person}, ${AFTER_SEVEN}::timestamptz)`;
        throw new Error('killed');
      })
      .catch(() => undefined);
    expect(await takeMails(db)).toEqual([]);
    expect(await make('2026-03-02T09:00:00Z')).toBe(true);
  });

  it('leaves what came after seven for tomorrow, and what was read meanwhile out', async () => {
    await yesterday(['order_ready'], person, '2026-03-02T05:00:30Z');
    expect(await due(AFTER_SEVEN)).toEqual([]);
    expect(await due('2026-03-03T05:01:00Z')).toEqual([person]);
    await call(person, 'read_notifications', {});
    expect(await due('2026-03-03T05:01:00Z')).toEqual([]);
  });

  it('goes by the site’s clock for whoever has not said theirs, and by the clock change of the zone', async () => {
    await yesterday(['order_ready'], other);
    await sql`update public.notification_settings set time_zone = null`;
    expect(await due(AFTER_SEVEN)).toEqual([other]);
    await sql`update public.notification_settings set time_zone = 'Europe/Berlin'`;
    // In winter Berlin's seven o'clock is 06:00 UTC, in summer 05:00.
    expect(await due('2026-03-02T05:59:00Z')).toEqual([]);
    expect(await due('2026-03-02T06:00:00Z')).toEqual([other]);
    await sql`update public.notifications set created_at = '2026-03-28T12:00:00Z'`;
    expect(await due('2026-03-29T04:59:00Z')).toEqual([]);
    expect(await due('2026-03-29T05:00:00Z')).toEqual([other]);
  });

  it('brings along what a changed wish left behind, and says how much did not fit in', async () => {
    await yesterday(Array.from({ length: 35 }, () => 'order_ready'));
    await wishes(person, 'now', 'Africa/Kigali');
    expect(await make(AFTER_SEVEN)).toBe(true);
    const [mail] = await takeMails(db);
    expect(mail!.data).toMatchObject({ more: 5 });
    expect((mail!.data as { entries: unknown[] }).entries).toHaveLength(30);
    await wishes(person, 'off', 'Africa/Kigali');
    await yesterday(['order_ready']);
    await wishes(person, 'off', 'Africa/Kigali');
    expect(await due(AFTER_SEVEN)).toEqual([]);
  });
});

describe('a link that stops mails', () => {
  const stop = (user: string | null, group: string, hash: string | null = null) =>
    call('service', 'unsubscribe', { p_user: user, p_address_hash: hash, p_group: group });

  it('turns one group off and leaves push, SMS and the other groups', async () => {
    await wishes(person, 'now');
    await stop(person, 'trade');
    await stop(person, 'trade');
    expect(await paces(person)).toMatchObject({ trade: 'off', money: 'now', messages: 'now' });
    const [row] = await sql`select push from public.notification_preferences
      where user_id = ${person} and notice_group = 'trade'`;
    expect(row).toEqual({ push: true });
  });

  it('of the daily mail turns off what comes daily and nothing else', async () => {
    await wishes(person, 'daily');
    await sql`update public.notification_preferences set mail = 'now' where user_id = ${person} and notice_group = 'money'`;
    await stop(person, 'digest');
    expect(await paces(person)).toEqual({
      trade: 'off',
      money: 'now',
      messages: 'off',
      cluster: 'off',
      market: 'off',
    });
  });

  it('works for an address without an account, and what must come still comes', async () => {
    const [row] = await sql<{ hash: string }[]>`
      select encode(private.hash_token('visitor@isoko.test'), 'hex') as hash`;
    const mail = (kind: string) =>
      sql`select private.mail_stranger('Visitor@isoko.test', 'en', ${kind}, '{}')`;
    await mail('quote_sent');
    expect(await takeMails(db)).toHaveLength(1);
    await stop(null, 'trade', row!.hash);
    await stop(null, 'trade', row!.hash);
    await mail('quote_sent');
    expect(await takeMails(db)).toEqual([]);
    await mail('inquiry_reply');
    await mail('order_cancelled');
    expect((await takeMails(db)).map((one) => one.template)).toEqual([
      'inquiry_reply',
      'order_cancelled',
    ]);
  });

  it('for an account that is gone does nothing', async () => {
    await stop('8d1f0a2e-0000-4000-8000-000000000001', 'trade');
  });
});

describe('a telephone number', () => {
  const PHONE = '+250788123456';
  const ask = (user: string, phone = PHONE) =>
    answerOf(call(user, 'ask_phone_code', { p_phone: phone }));
  const confirm = (user: string, code: string) =>
    call<boolean>(user, 'confirm_phone', { p_code: code });
  async function lastCode() {
    const [row] = await sql<{ code: string }[]>`
      select payload ->> 'code' as code from private.outbox where kind = 'sms.code' order by created_at desc limit 1`;
    return row!.code;
  }
  const stored = async (user: string) =>
    (
      await sql`select phone, pending_phone, tries from public.profile_phones where user_id = ${user}`
    )[0];
  const forget = () => sql`delete from private.rate_limits`;

  it('counts once its code was typed, and only the newest code is good', async () => {
    await forget();
    expect(await ask(person)).toBe('ok');
    const first = await lastCode();
    expect(first).toMatch(/^\d{6}$/);
    expect(await stored(person)).toMatchObject({ phone: null, pending_phone: PHONE });
    await ask(person);
    const second = await lastCode();
    if (first !== second) expect(await confirm(person, first)).toBe(false);
    expect(await confirm(person, ` ${second} `)).toBe(true);
    expect(await stored(person)).toMatchObject({ phone: PHONE, pending_phone: null });
    expect(await confirm(person, second)).toBe(false);
  });

  it('stays the old one while a new one waits', async () => {
    await forget();
    await ask(person, '+250788999999');
    expect(await stored(person)).toMatchObject({ phone: PHONE, pending_phone: '+250788999999' });
    await call(person, 'remove_phone');
    expect(await stored(person)).toBeUndefined();
  });

  it('is not found by trying: five tries, ten minutes, and one’s own code only', async () => {
    await forget();
    await ask(other);
    const code = await lastCode();
    expect(await confirm(person, code)).toBe(false);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) expect(await confirm(other, wrong)).toBe(false);
    expect(await confirm(other, code)).toBe(false);
    await ask(other);
    await sql`update public.profile_phones set code_until = now() - interval '1 second'`;
    expect(await confirm(other, await lastCode())).toBe(false);
  });

  it('gets three codes a day whoever asks, and a person five', async () => {
    await forget();
    expect([await ask(person), await ask(other), await ask(person), await ask(other)]).toEqual([
      'ok',
      'ok',
      'ok',
      'rate_limited',
    ]);
    await forget();
    const numbers = ['1', '2', '3', '4', '5', '6'].map((end) => `+25078800000${end}`);
    const answers = [];
    for (const number of numbers) answers.push(await ask(person, number));
    expect(answers).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'rate_limited']);
  });

  it('must be one', async () => {
    await forget();
    for (const wrong of ['0788123456', '+25', '+250 788', '+25078812345678901', "+250'"])
      expect(await ask(person, wrong)).toBe('phone_invalid');
  });
});
