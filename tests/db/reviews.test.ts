import { describe, expect, it } from 'vitest';
import type { OrderState } from '#src/domain/order-states.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { orderScene } from './order-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await orderScene(db);
const { call } = scene;
const { sql } = db;
type Row = Record<string, unknown>;
type Page = { reviews: { count: number; average: number | null; newest: Row[] } };

const maker = await db.addUser('maker@isoko.test');
const client = await db.addUser('client@isoko.test');
const [coordinator, rival, otherBuyer, operator, both] = await Promise.all(
  [1, 2, 3, 4, 5].map(() => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const shop = await scene.workshop(maker, 'Akagera Boots');
await sql`update public.producers set state = 'active' where id = ${shop.id}`;
const cluster = await scene.cluster(coordinator!);
await scene.accept(
  maker,
  await scene.invite(coordinator!, 'cluster_producer', cluster.id),
  shop.id,
);
const rivalShop = await scene.workshop(rival!, 'Rival');
await sql`update public.producers set state = 'active' where id = ${rivalShop.id}`;
const buyer = await scene.buyer(client);
const anotherBuyer = await scene.buyer(otherBuyer!, 'Another buyer');
const make = (state: OrderState = 'delivered', who = buyer) =>
  scene.order({ producer: shop.id, buyer: who }, { state });

const review = (who: string, order: string, change: object = {}) =>
  call(who, 'write_review', {
    p_order: order,
    p_rating: 4,
    p_quality: 5,
    p_communication: 4,
    p_punctuality: 3,
    p_body: 'Well made, a week late.',
    p_name: 'A shop in Hamburg',
    p_show_country: false,
    p_locale: 'en',
    ...change,
  });
const reply = (who: string, order: string, words = 'Thank you. The rain held us up.') =>
  call(who, 'reply_review', { p_order: order, p_reply: words });
const hide = (who: string, order: string, hidden = true, reason = 'names a person') =>
  call<string>(who, 'set_review_hidden', { p_order: order, p_hidden: hidden, p_reason: reason });
const page = async () =>
  (await call<Page>('anon', 'producer_page', { p_slug: shop.slug, p_locale: 'en' })).reviews;

describe('a review', () => {
  it('is a verified purchase: public under the chosen name, with one reply', async () => {
    expect(await page()).toMatchObject({ count: 0, average: null, newest: [] });
    const first = await make();
    await review(client, first.id);
    await review(client, (await make('closed')).id, { p_rating: 5, p_show_country: true });
    await reply(maker, first.id);
    const shown = await page();
    expect(shown).toMatchObject({ count: 2, average: 4.5 });
    expect(shown.newest.map((row) => row['name'])).toEqual([
      'A shop in Hamburg',
      'A shop in Hamburg',
    ]);
    expect(shown.newest.map((row) => row['country'])).toEqual(['DE', null]);
    expect(shown.newest[1]!['reply']).toMatch(/rain/);
    expect(JSON.stringify(shown)).not.toMatch(
      new RegExp(`Nordlicht|${first.id}|${client}|${buyer}`),
    );
    expect(await scene.notices(first.id)).toEqual(['review_new', 'review_reply']);
    const columns = db.asAnon((tx) => tx`select order_id from public.reviews`);
    expect(await answerOf(columns)).toBe('not_allowed');
  });

  it('is written once, even by many taps at the same moment, and answered once', async () => {
    const { id } = await make();
    const taps = await Promise.all(Array.from({ length: 20 }, () => answerOf(review(client, id))));
    expect(taps.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(taps)).toEqual(new Set(['ok', 'already_done']));
    const replies = await Promise.all(Array.from({ length: 10 }, () => answerOf(reply(maker, id))));
    expect(replies.filter((code) => code === 'ok')).toHaveLength(1);
  });

  it('comes after delivery, from the buyer, and from nobody who works for the producer', async () => {
    for (const state of ['confirmed', 'ready', 'shipped', 'cancelled'] as const)
      expect(await answerOf(review(client, (await make(state)).id))).toBe('wrong_state');
    const { id } = await make();
    expect(await answerOf(review(maker, id))).toBe('not_allowed');
    expect(await answerOf(review(coordinator!, id))).toBe('not_allowed');
    for (const who of [rival!, otherBuyer!, operator!])
      expect(await answerOf(review(who, id))).toBe('not_found');
    expect(await answerOf(review('anon', id))).toBe('not_allowed');
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${shop.id}, ${both!}, 'editor')`;
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${anotherBuyer}, ${both!}, 'editor')`;
    const own = await make('delivered', anotherBuyer);
    expect(await answerOf(review(both!, own.id))).toBe('not_allowed');
    expect(await answerOf(review(client, id, { p_rating: 6 }))).toBe('invalid_input');
    expect(await answerOf(review(client, id, { p_rating: 0 }))).toBe('invalid_input');
    expect(await answerOf(review(client, id, { p_name: ' ' }))).toBe('required');
    expect(await answerOf(reply(maker, id))).toBe('not_found');
    await review(client, id);
    for (const who of [client, rival!])
      expect(await answerOf(reply(who, id))).toBe(who === client ? 'not_allowed' : 'not_found');
  });

  it('is hidden by an operator with a reason, and counts no more', async () => {
    const { id } = await make();
    await review(client, id, { p_rating: 1 });
    const before = (await page()).count;
    for (const who of [maker, client, coordinator!])
      expect(await answerOf(hide(who, id))).toBe('not_allowed');
    expect(await answerOf(hide(operator!, id, true, 'x'))).toBe('reason_required');
    expect(await hide(operator!, id)).toBe('hidden');
    expect((await page()).count).toBe(before - 1);
    const rows = await db.asAnon((tx) => tx`select rating from public.reviews where rating = 1`);
    expect(rows).toHaveLength(0);
    const desk = await call<Row[]>(operator!, 'operator_reviews', { p_state: 'hidden' });
    expect(desk[0]).toMatchObject({ id, state: 'hidden', reason: 'names a person' });
    expect(await hide(operator!, id, false, 'it names nobody')).toBe('published');
    expect(await answerOf(call(maker, 'operator_reviews'))).toBe('not_allowed');
  });

  it('is one of many: the public pages through all of them, each once', async () => {
    type List = { count: number; producer: Row; reviews: (Row & { id: string; at: string })[] };
    const list = (before: object = {}) =>
      call<List | null>('anon', 'producer_reviews', { p_slug: shop.slug, ...before });
    // Many at the very same moment: only the id tells them apart.
    const many = await Promise.all(Array.from({ length: 45 }, () => make()));
    await sql`insert into public.reviews (order_id, producer_id, rating, buyer_name, locale, created_at)
      select x::uuid, ${shop.id}, 5, 'One of many', 'en', '2026-01-01' from unnest(${many.map(({ id }) => id)}::text[]) x`;
    const seen: string[] = [];
    for (let some = await list(); some && some.reviews.length > 0;) {
      seen.push(...some.reviews.map((row) => row.id));
      const last = some.reviews.at(-1)!;
      some = await list({ p_before: last.at, p_before_id: last.id });
    }
    const first = (await list())!;
    expect(seen).toHaveLength(first.count);
    expect(new Set(seen).size).toBe(first.count);
    expect(seen.slice(0, 12)).toEqual((await page()).newest.map((row) => row['id']));
    expect(JSON.stringify(first)).not.toMatch(new RegExp(many.map(({ id }) => id).join('|')));
    await sql`update public.producers set state = 'suspended', suspended_reason = 'spam' where id = ${shop.id}`;
    expect(await list()).toBeNull();
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
    expect(await call('anon', 'producer_reviews', { p_slug: 'nobody' })).toBeNull();
  });

  it('makes the cached page of the producer stale', async () => {
    const heard: string[] = [];
    const listener = await sql.listen('isoko_cache', (tags) => void heard.push(tags));
    const { id } = await make();
    await review(client, id);
    await expect.poll(() => heard.join()).toContain(`producer:${shop.id}`);
    await listener.unlisten();
  });
});

describe('a report on a review', () => {
  const tell = (id: string, reporter: string | null = null) =>
    call<string>('service', 'report_abuse', {
      p_subject: 'review',
      p_subject_id: id,
      p_reason: 'offensive',
      p_details: 'It calls us thieves.',
      p_email: '',
      p_reporter: reporter,
    });
  const resolve = (who: string, report: string, also: string | null, state = 'upheld') =>
    call(who, 'resolve_report', {
      p_report: report,
      p_state: state,
      p_resolution: 'It insults a person.',
      p_also: also,
    });
  const written = async () => {
    const { id } = await make();
    await review(client, id);
    const [row] = await sql<{ id: string }[]>`select id from public.reviews where order_id = ${id}`;
    return { order: id, id: row!.id };
  };
  const stateOf = async (id: string) =>
    (await sql`select state from public.reviews where id = ${id}`)[0]!['state'];

  it('comes from anybody about a public one, never about a hidden one or by the order', async () => {
    const { order, id } = await written();
    expect(await answerOf(tell(id))).toBe('ok');
    expect(await answerOf(tell(id, maker))).toBe('ok');
    expect(await answerOf(tell(order)), 'the order names no review').toBe('not_found');
    await hide(operator!, order);
    expect(await answerOf(tell(id))).toBe('not_found');
    expect(await answerOf(tell(id, maker))).toBe('not_found');
    const other = await written();
    await sql`update public.producers set state = 'suspended', suspended_reason = 'spam' where id = ${shop.id}`;
    expect(await answerOf(tell(other.id))).toBe('not_found');
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
    for (const who of ['anon', client, maker, operator!])
      expect(await answerOf(call(who, 'report_abuse', { p_subject: 'review' }))).not.toBe('ok');
  });

  it('shows the operator the words and hides the review with the verdict, nothing else', async () => {
    const { order, id } = await written();
    const report = await tell(id);
    const { rows } = await call<{ rows: Row[] }>(operator!, 'operator_reports');
    const row = rows.find((one) => one['id'] === report);
    expect(row).toMatchObject({
      subject: 'review',
      thing: 'Akagera Boots, A shop in Hamburg',
      review: { body: 'Well made, a week late.', state: 'published' },
      producer: { slug: shop.slug },
    });
    expect(JSON.stringify(row)).not.toContain(order);
    for (const who of [maker, client, coordinator!])
      expect(await answerOf(resolve(who, report, 'hide_review'))).toBe('not_allowed');
    for (const also of ['send_back', 'block_inquiry'])
      expect(await answerOf(resolve(operator!, report, also))).toBe('invalid_input');
    expect(await answerOf(resolve(operator!, report, 'hide_review', 'dismissed'))).toBe(
      'invalid_input',
    );
    expect(await stateOf(id)).toBe('published');
    await resolve(operator!, report, 'hide_review');
    expect(await stateOf(id)).toBe('hidden');
    const desk = await call<Row[]>(operator!, 'operator_reviews', { p_state: 'hidden' });
    expect(desk.find((one) => one['id'] === order)).toMatchObject({
      reason: 'It insults a person.',
    });
  });

  it('on a listing does not hide a review', async () => {
    const report = await call<string>('service', 'report_abuse', {
      p_subject: 'producer',
      p_subject_id: shop.id,
      p_reason: 'spam',
      p_details: '',
      p_email: '',
      p_reporter: null,
    });
    expect(await answerOf(resolve(operator!, report, 'hide_review'))).toBe('invalid_input');
  });
});
