import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { LINE, requestTo, type Rfq, type Row } from './rfq-scene.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

/** A mail about one conversation may be handed on; what its key opens is that conversation and no other. */
const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const trade = await quoteSceneOf(db, scene);
const copy = await scene.published(trade.stranger, trade.rival.id, { title: 'Rival ankle boot' });
const request = requestTo(trade.shop.id);

const paper = () => {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(id).digest('hex');
  return { id, name: 'Chart.pdf', contentType: 'application/pdf', bytes: 900, sha256, pages: 2 };
};
const open = (file: string, key: string) =>
  call('anon', 'open_file', { p_file: file, p_keys: [key] as never });
const thread = (id: string, key: string) =>
  call<{ rfq: Rfq; messages: Row[] }>('anon', 'read_inquiry', { p_inquiry: id, p_key: key });

/** A visitor's request to two makers about a product of each, with a file; and the key from a mail about one answer. */
async function asked() {
  await takeMails(db);
  const rfq = request({
    producers: [trade.shop.id, trade.rival.id],
    lines: [
      LINE,
      { productId: trade.product.id, quantity: 10 },
      { productId: copy.id, quantity: 10 },
    ],
  });
  const id = randomUUID();
  const from = { p_name: 'Vera', p_email: `${id}@private.example` };
  await call('service', 'send_visitor_rfq', { p_id: id, p_rfq: rfq as never, ...from });
  const [confirm] = await takeMails(db);
  const token = confirm!.data['token'] as string;
  const { key } = await call<{ key: string }>('anon', 'confirm_rfq', { p_token: token });
  const chart = paper();
  await call('anon', 'add_files', {
    p_room: 'rfq',
    p_room_id: id,
    p_files: [chart] as never,
    p_key: key,
  });
  const whole = await call<Rfq>('anon', 'read_rfq', { p_rfq: id, p_key: key });
  const inquiryOf = (producer: string) =>
    whole.asked.find((one) => one.producer.id === producer)!.inquiryId;
  const [mine, theirs] = [inquiryOf(trade.shop.id), inquiryOf(trade.rival.id)];
  await takeMails(db);
  await call(trade.maker, 'reply_inquiry', {
    p_inquiry: mine,
    p_id: randomUUID(),
    p_body: 'By March.',
  });
  const [mail] = await takeMails(db);
  return { id, key, small: mail!.data['key'] as string, chart, mine, theirs };
}

describe('the key of one conversation', () => {
  it('opens what its producer sees of the request: the lines meant for it and the files', async () => {
    const { id, key, small, chart, mine, theirs } = await asked();
    const seen = await thread(mine, small);
    const makers = await call<{ rfq: Rfq }>(trade.maker, 'read_inquiry', { p_inquiry: mine });
    expect(seen.rfq.lines).toEqual(makers.rfq.lines);
    expect(seen.rfq.lines.map((one) => one.description)).toEqual([LINE.description, 'Ankle boot']);
    expect(JSON.stringify(seen)).not.toMatch(
      new RegExp(`Rival|${copy.id}|${trade.rival.id}|${theirs}`),
    );
    expect(await answerOf(open(chart.id, small))).toBe('ok');
    // Whoever wrote the request reads all of it, also in a conversation.
    expect((await thread(mine, key)).rfq.lines).toHaveLength(3);
    for (const name of ['read_rfq', 'compare_quotes', 'close_rfq'])
      expect(await answerOf(call('anon', name, { p_rfq: id, p_key: small })), name).toBe(
        'not_found',
      );
  });

  it('opens nothing of another producer: no thread, no quote, no file, no word', async () => {
    const { small, theirs, key } = await asked();
    const secret = paper();
    await call(trade.stranger, 'reply_inquiry', {
      p_inquiry: theirs,
      p_id: randomUUID(),
      p_body: 'Ours is better.',
      p_files: [secret] as never,
    });
    const quote = randomUUID();
    const draft = draftOf([{ productId: copy.id, quantity: 120, unitAmount: 40_000 }]);
    await call(trade.stranger, 'save_quote_draft', {
      p_id: quote,
      p_inquiry: theirs,
      p_draft: draft as never,
    });
    await call(trade.stranger, 'send_quote', { p_quote: quote });
    const tries: [string, Record<string, unknown>][] = [
      ['read_inquiry', { p_inquiry: theirs }],
      ['read_quotes', { p_inquiry: theirs }],
      ['read_quote', { p_quote: quote }],
      ['quote_parties', { p_quote: quote }],
      ['decline_quote', { p_quote: quote, p_reason: 'Too dear.' }],
      ['reply_inquiry', { p_inquiry: theirs, p_id: randomUUID(), p_body: 'Hello?' }],
      ['add_files', { p_room: 'inquiry', p_room_id: theirs, p_files: [paper()] }],
    ];
    for (const [name, args] of tries) {
      expect(await answerOf(call('anon', name, { ...args, p_key: small })), name).toBe('not_found');
    }
    expect(await answerOf(open(secret.id, small))).toBe('not_found');
    expect(await answerOf(open(secret.id, key))).toBe('ok');
  });

  it('adds nothing to the request, and opens no file of it once the conversation is blocked', async () => {
    const { id, small, chart, mine } = await asked();
    const put = { p_room: 'rfq', p_room_id: id, p_files: [paper()] as never, p_key: small };
    expect(await answerOf(call('anon', 'add_files', put))).toBe('not_found');
    await sql`update public.inquiries set state = 'blocked' where id = ${mine}`;
    expect(await answerOf(open(chart.id, small))).toBe('not_found');
  });

  it('tells a blocked sender no difference', async () => {
    const { small, chart, mine } = await asked();
    const before = await thread(mine, small);
    await call(trade.maker, 'block_sender', { p_inquiry: mine });
    expect((await thread(mine, small)).rfq).toEqual(before.rfq);
    expect(await answerOf(open(chart.id, small))).toBe('ok');
  });
});
