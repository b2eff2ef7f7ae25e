import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOTICE_GROUPS, NOTICE_KINDS, noticeRule, type NoticeKind } from '#src/domain/notices.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;
type Entry = {
  id: string;
  kind: string;
  data: Record<string, unknown>;
  count: number;
  read: boolean;
  at: string;
};
type List = { unread: number; entries: Entry[] };

const maker = await db.addUser('maker@isoko.test', { locale: 'rw' });
const partner = await db.addUser('partner@isoko.test', { locale: 'sw' });
const buyer = await db.addUser('buyer@isoko.test');
const colleague = await db.addUser('colleague@isoko.test');
const [coordinator, operator, stranger] = (await Promise.all(
  ['coordinator', 'operator', 'stranger'].map((name) => db.addUser(`${name}@isoko.test`)),
)) as [string, string, string];
await sql`insert into public.operators (user_id) values (${operator})`;
const shop = await scene.workshop(maker, 'Akagera Boots');
await scene.accept(partner, await scene.invite(maker, 'producer_member', shop.id));
const cluster = await scene.cluster(coordinator);
const company = randomUUID();
await call(buyer, 'create_buyer', {
  p_id: company,
  p_name: 'Nord Shoes',
  p_kind: 'importer',
  p_country: 'DE',
  p_website: '',
});
await scene.accept(colleague, await scene.invite(buyer, 'buyer_member', company));

const notify = (user: string, kind: NoticeKind, data: object = {}) =>
  sql`select private.notify(${user}, ${kind}, ${sql.json(data as never)})`;
const list = (user: string, args: object = {}) =>
  call<List>(user, 'list_notifications', args as Record<string, unknown>);
const jobs = async (kind: string) =>
  await sql`select payload, dedupe, run_at from private.outbox where kind = ${kind} order by created_at`;
const wish = (user: string, group: string, mail: string, push = true, sms = false) =>
  call(user, 'save_notification_wishes', {
    p_groups: { [group]: { mail, push, sms } },
    p_zone: null,
    p_quiet_from: null,
    p_quiet_to: null,
  });

beforeEach(async () => {
  await sql`delete from public.notifications`;
  await sql`delete from private.outbox`;
  await sql`delete from public.notification_preferences`;
  await sql`delete from public.notification_settings`;
});

describe('the list of kinds', () => {
  it('is the same in the database and in the code', async () => {
    const rows = await sql<
      { kind: string; notice_group: string; chatty: boolean; must: boolean }[]
    >`
      select kind, notice_group::text, chatty, must from private.notice_kinds`;
    const inCode = (Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => {
      const { group, chatty = false, must = false } = noticeRule(kind);
      return { kind, notice_group: group, chatty, must };
    });
    const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1);
    expect([...rows].map((row) => ({ ...row })).sort(byKind)).toEqual(inCode.sort(byKind));
    const [groups] = await sql<{ all: string[] }[]>`
      select enum_range(null::public.notice_group)::text[] as all`;
    expect(groups!.all).toEqual([...NOTICE_GROUPS]);
  });

  it('knows no other kind: a misspelt one is a fault, not a silence', async () => {
    await expect(sql`select private.notify(${maker}, 'order_shiped', '{}')`).rejects.toThrow(
      'no kind of notice',
    );
  });
});

describe('telling', () => {
  it('writes the notice and orders the mail in the same transaction, or neither', async () => {
    await sql
      .begin(async (tx) => {
        await tx`select private.notify(${maker}, 'order_shipped', '{"orderId":"o1"}')`;
        throw new Error('something later went wrong');
      })
      .catch(() => undefined);
    expect((await list(maker)).entries).toEqual([]);
    expect(await takeMails(db)).toEqual([]);
    await notify(maker, 'order_shipped', { orderId: 'o1', reference: 'O1' });
    expect((await list(maker)).entries).toMatchObject([{ kind: 'order_shipped', read: false }]);
    expect(await takeMails(db)).toMatchObject([
      { to: 'maker@isoko.test', template: 'order_shipped', locale: 'rw' },
    ]);
  });

  it('reaches every member of a producer in their language, and says which one it is', async () => {
    await sql`select private.notify_producer(${shop.id}, 'quote_declined', '{"quoteId":"q"}')`;
    const mails = await takeMails(db);
    expect(mails.map((mail) => mail.to).toSorted()).toEqual([
      'maker@isoko.test',
      'partner@isoko.test',
    ]);
    expect((await list(partner)).entries[0]!.data).toMatchObject({
      producer: 'Akagera Boots',
      producerSlug: shop.slug,
      side: 'producer',
    });
  });

  it('reaches a producer without members at its address, and the coordinators who keep it', async () => {
    const managed = randomUUID();
    await call(coordinator, 'create_managed_producer', {
      p_id: managed,
      p_cluster: cluster.id,
      p_name: 'Grandmother’s baskets',
      p_kind: 'workshop',
      p_country: 'RW',
      p_place: 'Masoro',
      p_phone: '+250788123456',
      p_locale: 'rw',
    });
    await sql`update public.producer_contacts set email = 'baskets@isoko.test' where producer_id = ${managed}`;
    await sql`select private.notify_producer(${managed}, 'order_confirmed', '{"orderId":"o"}')`;
    expect((await takeMails(db)).map((mail) => mail.to).toSorted()).toEqual([
      'baskets@isoko.test',
      'coordinator@isoko.test',
    ]);
    expect((await list(coordinator)).unread).toBe(1);
  });

  it('reaches the buyers, the coordinators of a cluster and the operators', async () => {
    await sql`select private.notify_buyer(${company}, 'order_ready', '{"orderId":"o"}')`;
    expect((await list(colleague)).entries[0]!.data).toMatchObject({
      buyer: 'Nord Shoes',
      side: 'buyer',
    });
    await sql`select private.notify_coordinators(${cluster.id}, 'rfq_cluster', '{"rfqId":"r"}')`;
    expect((await list(coordinator)).entries[0]!.data).toMatchObject({ clusterSlug: cluster.slug });
    await sql`select private.notify_operators('rfq_held', '{"rfqId":"r"}')`;
    expect((await list(operator)).entries[0]!.data).toMatchObject({ side: 'operator' });
    expect((await list(stranger)).entries).toEqual([]);
  });

  it('keeps what opens a thread, and how to reach the other side, out of what it stores', async () => {
    const secret = { key: 'k', token: 't', email: 'x@y.example', phone: '+250788123456' };
    await notify(buyer, 'quote_sent', { inquiryId: 'i', ...secret });
    const [row] = await sql`select data from public.notifications`;
    expect(row!['data']).toEqual({ inquiryId: 'i' });
    expect(JSON.stringify(await takeMails(db))).not.toMatch(/x@y|\+2507|"k"|"t"/);
  });

  it('tells nobody who is suspended', async () => {
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'x' where user_id = ${stranger}`;
    await notify(stranger, 'order_ready');
    expect(await sql`select 1 from public.notifications`).toHaveLength(0);
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${stranger}`;
  });
});

describe('a flood', () => {
  const message = (n: number) =>
    notify(maker, 'inquiry_reply', { inquiryId: 'i1', message: `Message ${n}` });

  it('of messages in one thread is one unread notice and one mail now, the rest later', async () => {
    for (let n = 1; n <= 25; n += 1) await message(n);
    const { unread, entries } = await list(maker);
    expect(unread).toBe(1);
    expect(entries).toMatchObject([{ count: 25, data: { message: 'Message 25' } }]);
    expect(await takeMails(db)).toHaveLength(1);
    const later = await jobs('notice.mail');
    expect(new Set(later.map((job) => job['dedupe'])).size).toBe(1);
    const waits = Number(later[0]!['run_at']) - Date.now();
    expect(waits).toBeGreaterThan(4 * 60_000);
    expect(waits).toBeLessThanOrEqual(5 * 60_000);
  });

  it('also when it comes all at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => message(n)));
    expect((await list(maker)).entries).toMatchObject([{ count: 12 }]);
    expect((await takeMails(db)).length).toBeLessThanOrEqual(1);
  });

  it('is mailed once more when the five minutes are over, with how many came', async () => {
    for (let n = 1; n <= 3; n += 1) await message(n);
    await takeMails(db);
    const { entries } = await list(maker);
    const again = () => sql`select private.mail_notice(${entries[0]!.id}) as sent`;
    expect((await again())[0]).toEqual({ sent: true });
    expect(await takeMails(db)).toMatchObject([{ data: { times: 3, message: 'Message 3' } }]);
    expect((await again())[0]).toEqual({ sent: false });
    expect(await takeMails(db)).toEqual([]);
  });

  it('does not go on by mail once it was read', async () => {
    await message(1);
    await message(2);
    await takeMails(db);
    const [entry] = (await list(maker)).entries;
    await call(maker, 'read_notifications', { p_ids: [entry!.id] });
    await sql`select private.mail_notice(${entry!.id})`;
    expect(await takeMails(db)).toEqual([]);
    // The next one begins anew, and is still held back: the last mail was a moment ago.
    await message(3);
    expect((await list(maker)).unread).toBe(1);
    expect(await takeMails(db)).toEqual([]);
    expect(await jobs('notice.mail')).toHaveLength(2);
  });

  it('in one thread hides nothing of another', async () => {
    await message(1);
    await notify(maker, 'inquiry_reply', { inquiryId: 'i2', message: 'Another' });
    expect((await list(maker)).unread).toBe(2);
    expect(await takeMails(db)).toHaveLength(2);
  });

  it('of payments is never put together: each has its own amount', async () => {
    for (const amount of [1, 2, 3])
      await notify(maker, 'payment_confirmed', { orderId: 'o', amount, currency: 'RWF' });
    expect((await list(maker)).unread).toBe(3);
    expect(await takeMails(db)).toHaveLength(3);
  });
});

describe('wishes', () => {
  it('off keeps the notice and sends nothing; what must come comes all the same', async () => {
    await wish(buyer, 'trade', 'off', false);
    await notify(buyer, 'order_shipped', { orderId: 'o' });
    await notify(buyer, 'order_cancelled', { orderId: 'o' });
    expect((await list(buyer)).unread).toBe(2);
    expect((await takeMails(db)).map((mail) => mail.template)).toEqual(['order_cancelled']);
  });

  it('for push orders one job for each browser that listens, once for each thread', async () => {
    await call(buyer, 'add_push_subscription', subscription('https://push.example/1'));
    await call(buyer, 'add_push_subscription', subscription('https://push.example/2'));
    await notify(buyer, 'inquiry_reply', { inquiryId: 'i' });
    await notify(buyer, 'inquiry_reply', { inquiryId: 'i' });
    expect(await jobs('push.send')).toHaveLength(2);
    await wish(buyer, 'money', 'now', false);
    await notify(buyer, 'payment_due', { orderId: 'o' });
    expect(await jobs('push.send')).toHaveLength(2);
  });

  it('for SMS order one only where it was switched on', async () => {
    await notify(buyer, 'payment_due', { orderId: 'o' });
    expect(await jobs('sms.notice')).toEqual([]);
    await wish(buyer, 'money', 'off', false, true);
    await notify(buyer, 'payment_due', { orderId: 'o' });
    expect(await jobs('sms.notice')).toHaveLength(1);
  });

  it('for quiet hours hold push and SMS back until they end', async () => {
    const at = async (from: number, to: number, now: string) => {
      await sql`insert into public.notification_settings (user_id, time_zone, quiet_from, quiet_to)
        values (${buyer}, 'Africa/Kigali', ${from}, ${to})
        on conflict (user_id) do update set quiet_from = ${from}, quiet_to = ${to}`;
      const [row] = await sql<{ at: Date }[]>`
        select private.after_quiet(${buyer}, ${now}::timestamptz) as at`;
      return row!.at.toISOString();
    };
    // Kigali is two hours ahead of UTC all year.
    expect(await at(22, 6, '2027-03-01T21:30:00Z')).toBe('2027-03-02T04:00:00.000Z');
    expect(await at(22, 6, '2027-03-02T03:59:00Z')).toBe('2027-03-02T04:00:00.000Z');
    expect(await at(22, 6, '2027-03-02T04:00:00Z')).toBe('2027-03-02T04:00:00.000Z');
    expect(await at(12, 14, '2027-03-02T10:15:00Z')).toBe('2027-03-02T12:00:00.000Z');
    expect(await at(12, 14, '2027-03-02T09:15:00Z')).toBe('2027-03-02T09:15:00.000Z');
  });

  it('take no zone that does not exist', async () => {
    const zone = (p_zone: string) =>
      answerOf(
        call(buyer, 'save_notification_wishes', {
          p_groups: {},
          p_zone,
          p_quiet_from: null,
          p_quiet_to: null,
        }),
      );
    expect(await zone('Africa/Kigali')).toBe('ok');
    for (const wrong of ['Mars/Base', 'UTC+3; drop table', "'", 'FOO5'])
      expect(await zone(wrong)).toBe('invalid_input');
  });
});

describe('the centre', () => {
  it('shows each notice once, page by page, also where many have the same moment', async () => {
    for (let n = 0; n < 23; n += 1) await notify(maker, 'order_ready', { orderId: `o${n}` });
    await sql`update public.notifications set created_at = date_trunc('minute', now())`;
    const seen: string[] = [];
    for (let before: Entry | undefined; ;) {
      const { entries } = await list(maker, {
        p_limit: 5,
        ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
      });
      seen.push(...entries.map((entry) => entry.id));
      if (entries.length < 5) break;
      before = entries.at(-1);
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
  });

  it('filters by what is unread and by group; the bell counts what is unread', async () => {
    await notify(maker, 'order_ready');
    await notify(maker, 'payment_due');
    const [money] = (await list(maker, { p_group: 'money' })).entries;
    expect(money).toMatchObject({ kind: 'payment_due' });
    await call(maker, 'read_notifications', { p_ids: [money!.id] });
    expect((await list(maker, { p_unread: true })).entries).toMatchObject([
      { kind: 'order_ready' },
    ]);
    expect(await call(maker, 'my_account')).toMatchObject({ unreadNotices: 1 });
  });

  it('“all” is what the page showed: what came since stays unread', async () => {
    await notify(maker, 'order_ready');
    await sql`update public.notifications set created_at = created_at - interval '1 minute'`;
    await notify(maker, 'order_shipped');
    const until = new Date(Date.now() - 30_000).toISOString();
    expect(await call(maker, 'read_notifications', { p_until: until })).toBe(1);
    expect((await list(maker, { p_unread: true })).entries).toMatchObject([
      { kind: 'order_shipped' },
    ]);
  });

  it('counts a thread as read for whoever has opened it, and for nobody else', async () => {
    const product = await scene.published(maker, shop.id);
    const inquiry = randomUUID();
    await call(buyer, 'send_inquiry', {
      p_id: inquiry,
      p_product: product.id,
      p_message: 'Sixty pairs in brown, please?',
      p_quantity: 60,
      p_needed_by: null,
      p_country: 'DE',
      p_organisation: '',
      p_locale: 'en',
    });
    expect((await list(maker)).unread).toBe(1);
    await call(maker, 'read_inquiry', { p_inquiry: inquiry });
    expect((await list(maker)).unread).toBe(0);
    expect((await list(partner)).unread).toBe(1);
  });
});

describe('somebody else’s notices', () => {
  it('are read, opened and marked by nobody but their owner', async () => {
    await notify(maker, 'payment_confirmed', { orderId: 'o', amount: 5, currency: 'RWF' });
    const [mine] = (await list(maker)).entries;
    for (const who of [partner, buyer, coordinator, operator, stranger]) {
      expect((await list(who)).entries).toEqual([]);
      expect(await call(who, 'open_notification', { p_id: mine!.id })).toBeNull();
      expect(await call(who, 'read_notifications', { p_ids: [mine!.id] })).toBe(0);
      expect(await call(who, 'read_notifications', {})).toBe(0);
      expect(await db.asUser(who, (tx) => tx`select id from public.notifications`)).toHaveLength(0);
    }
    expect((await list(maker)).entries).toMatchObject([{ id: mine!.id, read: false }]);
  });

  it('cannot be written by hand, not even one’s own', async () => {
    await notify(maker, 'order_ready');
    const attempts = [
      `update public.notifications set read_at = now()`,
      `delete from public.notifications`,
      `insert into public.notifications (user_id, kind, notice_group, thread, chatty, data)
       values ('${maker}', 'order_ready', 'trade', 'x', false, '{}')`,
      `insert into public.notification_preferences values ('${maker}', 'money', 'off', false, false)`,
      `update public.profile_phones set phone = '+250788000000'`,
      `select endpoint from public.push_subscriptions`,
      `select code_hash from public.profile_phones`,
      `select private.notify('${maker}', 'order_ready', '{}')`,
      `select public.unsubscribe('${maker}', null, 'trade')`,
      `select mailed_at from public.notifications`,
    ];
    for (const attempt of attempts) {
      for (const act of [
        () => db.asUser(maker, (tx) => tx.unsafe(attempt)),
        () => db.asAnon((tx) => tx.unsafe(attempt)),
      ])
        await expect(act(), attempt).rejects.toThrow(/permission denied|does not exist/);
    }
  });

  it('are gone after leaving: what an organisation was told stays with it', async () => {
    const guest = await db.addUser();
    await scene.accept(guest, await scene.invite(maker, 'producer_member', shop.id));
    await sql`select private.notify_producer(${shop.id}, 'inquiry_new', '{"inquiryId":"i","message":"Secret"}')`;
    await notify(guest, 'saved_search_new', { searchId: 's' });
    expect((await list(guest)).unread).toBe(2);
    await sql`delete from public.producer_members where user_id = ${guest}`;
    expect((await list(guest)).entries).toMatchObject([{ kind: 'saved_search_new' }]);
    expect((await list(partner)).unread).toBe(1);
  });

  it('say nothing to a visitor', async () => {
    for (const name of ['list_notifications', 'my_notification_wishes', 'read_notifications'])
      await expect(call('anon', name)).rejects.toThrow('permission denied');
  });
});

function subscription(p_endpoint: string) {
  return { p_endpoint, p_p256dh: 'B'.repeat(87), p_auth: 'a'.repeat(22), p_device: 'Firefox' };
}

describe('browsers', () => {
  it('belong to who uses them now, ten at most, and are taken away by their owner alone', async () => {
    const one = await call<string>(
      maker,
      'add_push_subscription',
      subscription('https://p.example/x'),
    );
    expect(await call(maker, 'add_push_subscription', subscription('https://p.example/x'))).toBe(
      one,
    );
    await call(stranger, 'remove_push_subscription', { p_id: one });
    expect(await sql`select 1 from public.push_subscriptions where id = ${one}`).toHaveLength(1);
    // Somebody else signs in on the same browser: its messages are theirs from now on.
    await call(stranger, 'add_push_subscription', subscription('https://p.example/x'));
    expect(
      await sql`select user_id from public.push_subscriptions where endpoint = 'https://p.example/x'`,
    ).toEqual([{ user_id: stranger }]);
    for (let n = 0; n < 13; n += 1)
      await call(maker, 'add_push_subscription', subscription(`https://p.example/${n}`));
    expect(
      await sql`select 1 from public.push_subscriptions where user_id = ${maker}`,
    ).toHaveLength(10);
  });
});
