import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { quoteSceneOf } from './quote-scene.ts';
import { answerOf, sceneOf } from './scene.ts';

/** A block and an offer: nobody is bound to somebody whom they hear no more. */
const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const trade = await quoteSceneOf(db, scene);
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;

const block = (inquiry: string, by = trade.maker) =>
  call(by, 'block_sender', { p_inquiry: inquiry, p_reason: 'Rude and loud.' });
async function unblock() {
  for (const { id } of await sql`select id from public.producer_blocks`)
    await call(trade.maker, 'unblock_sender', { p_block: id });
}
const stateOf = async (quote: string) =>
  (await sql`select state, reason from public.quotes where id = ${quote}`)[0];
const told = (who: string, inquiry: string, kind: string) => sql`
  select data ->> 'reason' as reason from public.notifications
  where user_id = ${who} and kind = ${kind} and data ->> 'inquiryId' = ${inquiry}`;

describe('a sender who is blocked', () => {
  it('finds the offer withdrawn, told as any withdrawal is, and cannot accept, counter or decline it', async () => {
    const { inquiry, quote } = await trade.standing();
    await block(inquiry);
    expect(await stateOf(quote)).toEqual({ state: 'withdrawn', reason: null });
    const [event] =
      await sql`select actor, from_state, to_state, reason from public.events where subject_id = ${quote} and action = 'quote.withdrawn'`;
    expect(event).toEqual({
      actor: trade.maker,
      from_state: 'sent',
      to_state: 'withdrawn',
      reason: null,
    });
    // The word that an offer ended is due; why it did is not said.
    expect(await told(trade.buyer, inquiry, 'quote_withdrawn')).toEqual([{ reason: null }]);
    expect(await answerOf(trade.accept(trade.buyer, quote))).toBe('wrong_state');
    expect(await answerOf(trade.counter(trade.buyer, quote))).toBe('wrong_state');
    expect(await answerOf(trade.decline(trade.buyer, quote))).toBe('wrong_state');
    const page = JSON.stringify([
      await call(trade.buyer, 'read_quotes', { p_inquiry: inquiry }),
      await call(trade.buyer, 'read_inquiry', { p_inquiry: inquiry }),
      await call(trade.buyer, 'list_notifications'),
    ]);
    expect(page).not.toMatch(/_block|blocked|withheld|Rude/);
    await unblock();
    expect(await stateOf(quote), 'forgiving revives no offer').toMatchObject({
      state: 'withdrawn',
    });
  });

  it('is blocked in all their conversations with the producer, except where something is agreed', async () => {
    const agreed = await trade.standing();
    await trade.accept(trade.buyer, agreed.quote);
    const other = await trade.standing();
    const { inquiry } = await trade.standing();
    await block(inquiry);
    expect(await stateOf(other.quote)).toMatchObject({ state: 'withdrawn' });
    expect(await answerOf(trade.accept(trade.colleague, other.quote))).toBe('wrong_state');
    expect(
      await answerOf(call(trade.maker, 'read_inquiry', { p_inquiry: other.inquiry })),
      'out of the producer’s sight',
    ).toBe('not_found');
    expect(
      await answerOf(call(trade.maker, 'read_inquiry', { p_inquiry: agreed.inquiry })),
      'an order is not walked away from',
    ).toBe('ok');
    await unblock();
    expect(await answerOf(call(trade.maker, 'read_inquiry', { p_inquiry: other.inquiry }))).toBe(
      'ok',
    );
  });

  it('and the producer’s acceptance of their counter is out of reach with the conversation', async () => {
    const { inquiry, quote } = await trade.standing();
    const counter = randomUUID();
    await trade.counter(trade.buyer, quote, undefined, counter);
    await block(inquiry);
    expect(await answerOf(trade.accept(trade.maker, counter))).toBe('not_found');
    await unblock();
    expect(await answerOf(trade.accept(trade.maker, counter))).toBe('ok');
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'who accepts at the same moment: either an order or a block (%i)',
    async () => {
      const { inquiry, quote } = await trade.standing();
      const order = randomUUID();
      const [accepted, blocked] = await Promise.all([
        answerOf(trade.accept(trade.buyer, quote, order)),
        answerOf(block(inquiry)),
      ]);
      expect([accepted, blocked].toSorted()).toEqual(['ok', 'wrong_state']);
      const [outcome] = await sql`
        select exists (select 1 from public.orders where id = ${order}) as ordered, q.state, i.withheld
        from public.quotes q join public.inquiries i on i.id = q.inquiry_id where q.id = ${quote}`;
      expect(outcome).toEqual(
        accepted === 'ok'
          ? { ordered: true, state: 'accepted', withheld: false }
          : { ordered: false, state: 'withdrawn', withheld: true },
      );
      await unblock();
    },
  );

  it('two members block two conversations of one sender at once: neither waits for the other', async () => {
    const [one, two] = [await trade.standing(), await trade.standing()];
    expect(
      await Promise.all([
        answerOf(block(one.inquiry)),
        answerOf(block(two.inquiry, trade.partner)),
      ]),
    ).toContain('ok');
    for (const { quote } of [one, two])
      expect(await stateOf(quote)).toMatchObject({ state: 'withdrawn' });
    await unblock();
  });
});

describe('a conversation that an operator blocked', () => {
  it('has no offer standing on either side', async () => {
    const one = await trade.standing();
    const two = await trade.standing();
    const counter = randomUUID();
    await trade.counter(trade.buyer, two.quote, undefined, counter);
    for (const { inquiry } of [one, two]) {
      await sql`insert into public.reports (subject, subject_id, reason, reporter) values ('inquiry', ${inquiry}, 'spam', ${trade.buyer})`;
      await call(operator, 'block_inquiry', { p_inquiry: inquiry, p_reason: 'Advertising' });
    }
    for (const quote of [one.quote, counter])
      expect(await stateOf(quote)).toMatchObject({ state: 'withdrawn' });
    expect(await answerOf(trade.accept(trade.buyer, one.quote))).toBe('wrong_state');
    expect(await answerOf(trade.accept(trade.maker, counter))).toBe('not_found');
  });
});
