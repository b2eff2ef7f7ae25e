import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfqVerdict } from '#src/domain/rfq-verdict.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { LINE as line, readerOf, requestTo, RFQ_TABLES, type Rfq, type Row } from './rfq-scene.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

const VISITOR = 'vera.visitor@private.example';
const [maker, other, third, buyer, stranger, coordinator, operator] = await Promise.all(
  Array.from({ length: 7 }, () => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const shop = await scene.workshop(maker!, 'Akagera Boots');
const rival = await scene.workshop(other!, 'Rival Boots');
const far = await scene.workshop(third!, 'Far Weavers');
const cluster = await scene.cluster(coordinator!);
for (const [owner, producer] of [
  [maker!, shop.id],
  [other!, rival.id],
] as const) {
  const token = await scene.invite(coordinator!, 'cluster_producer', cluster.id);
  await scene.accept(owner, token, producer);
}
const boot = await scene.published(maker!, shop.id, { title: 'Akagera ankle boot' });
const copy = await scene.published(other!, rival.id, { title: 'Rival ankle boot' });

const request = requestTo(shop.id);
const send = (who: string, change: object = {}, id: string = randomUUID(), firm?: string) =>
  call<string>(who, 'send_rfq', { p_id: id, p_rfq: request(change) as never, p_buyer: firm }).then(
    (state) => ({ id, state }),
  );
const read = (who: string, id: string, key?: string) =>
  call<Rfq>(who, 'read_rfq', { p_rfq: id, p_key: key });
const thread = (who: string, id: string, key?: string) =>
  call<{ rfq: Rfq; seenAt: string | null; messages: Row[] }>(who, 'read_inquiry', {
    p_inquiry: id,
    p_key: key,
  });
const reply = (who: string, id: string, key?: string, body = 'By March.') =>
  call(who, 'reply_inquiry', { p_inquiry: id, p_id: randomUUID(), p_body: body, p_key: key });
const asksOf = async (who: string, id: string, producer: string, key?: string) =>
  (await read(who, id, key)).asked.find((one) => one.producer.id === producer)!;
const inbox = (who: string, producer: string) =>
  call<Row[]>(who, 'list_inquiries', { p_side: 'producer', p_producer: producer, p_limit: 100 });

async function waiting(change: object = {}, email = VISITOR, id: string = randomUUID()) {
  await takeMails(db);
  const args = { p_id: id, p_rfq: request(change) as never, p_name: 'Vera', p_email: email };
  await call('service', 'send_visitor_rfq', args);
  const mails = await takeMails(db);
  return { id, mails, token: mails[0]?.data['token'] as string };
}
const confirm = (token: string) =>
  call<{ rfqId: string; key: string; state: string }>('anon', 'confirm_rfq', { p_token: token });
async function confirmed(change: object = {}, email = VISITOR) {
  const { token } = await waiting(change, email);
  const { rfqId, key, state } = await confirm(token);
  return { id: rfqId, key, state };
}
const seenBy = readerOf(db);

describe('an RFQ of somebody with an account', () => {
  it('reaches each producer in a conversation of its own, and none learns of the others', async () => {
    await takeMails(db);
    const producers = [shop.id, rival.id];
    const lines = [
      line,
      { productId: boot.id, quantity: 10 },
      { productId: copy.id, quantity: 10 },
    ];
    const { id, state } = await send(buyer!, { producers, lines, title: 'Two makers' });
    expect(state).toBe('open');
    expect((await takeMails(db)).map((mail) => mail.template)).toEqual(['rfq_new', 'rfq_new']);
    const whole = await read(buyer!, id);
    expect(whole.asked.map((one) => one.producer.id).toSorted()).toEqual(producers.toSorted());
    expect(whole.lines).toHaveLength(3);
    const mine = await asksOf(buyer!, id, shop.id);
    const seen = await thread(maker!, mine.inquiryId);
    expect(seen.rfq.lines.map((one) => one.description)).toEqual([
      'Ankle boots in brown',
      'Akagera ankle boot',
    ]);
    const all =
      JSON.stringify([seen, await inbox(maker!, shop.id)]) + (await seenBy(maker!, RFQ_TABLES));
    for (const secret of [rival.id, 'Rival', copy.id, buyer!])
      expect(all.includes(secret), secret).toBe(false);
    expect(await answerOf(read(maker!, id))).toBe('not_found');
    const theirs = await asksOf(buyer!, id, rival.id);
    expect(await answerOf(thread(maker!, theirs.inquiryId))).toBe('not_found');
  });

  it('is not there for a stranger, a producer that was not asked, or an operator while nothing is odd', async () => {
    const { id } = await send(buyer!, { title: 'Private matter' });
    for (const who of [stranger!, other!, third!, operator!, 'anon']) {
      expect(await answerOf(read(who, id)), who).toBe('not_found');
      expect(await answerOf(call(who, 'close_rfq', { p_rfq: id })), who).toMatch(/not_/);
      if (who !== 'anon')
        expect((await seenBy(who, ['rfqs', 'rfq_lines'])).includes(id)).toBe(false);
    }
    expect(await answerOf(db.asAnon((tx) => tx`select id from public.rfqs`))).toBe('not_allowed');
  });

  it('asks others about a maker’s product in words alone', async () => {
    const { id } = await send(buyer!, {
      producers: [shop.id, far.id],
      lines: [{ productId: boot.id, quantity: 5 }],
    });
    const { inquiryId } = await asksOf(buyer!, id, far.id);
    const { rfq } = await thread(third!, inquiryId);
    expect(rfq.lines).toMatchObject([{ description: 'Akagera ankle boot', productSlug: null }]);
    expect((await seenBy(third!, ['rfq_lines'])).includes(boot.id)).toBe(false);
  });

  it('is sent once though forty forms with one id arrive at the same moment', async () => {
    await takeMails(db);
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => answerOf(send(buyer!, {}, id))),
    );
    expect(new Set(answers)).toEqual(new Set(['ok']));
    expect(await takeMails(db)).toHaveLength(1);
    expect(await sql`select 1 from public.inquiries where rfq_id = ${id}`).toHaveLength(1);
    expect(await answerOf(send(stranger!, {}, id))).toBe('conflict');
  });

  it('is twenty a day, also when forty different ones arrive at the same moment', async () => {
    const eager = await db.addUser();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        answerOf(send(eager, { title: `Number ${n}`, message: '' })),
      ),
    );
    expect(answers.filter((one) => one === 'ok')).toHaveLength(20);
    expect(answers.filter((one) => one === 'rate_limited')).toHaveLength(20);
  });

  it('says what is wrong, and leaves nothing behind then', async () => {
    const wrong: [object, string][] = [
      [{ lines: [] }, 'line_needed'],
      [{ lines: Array.from({ length: 51 }, () => line) }, 'too_many_lines'],
      [{ lines: [{ ...line, sizes: [{ size: '41', quantity: 59 }] }] }, 'sizes_differ'],
      [{ lines: [{ ...line, quantity: 0 }] }, 'invalid_input'],
      [{ lines: [{ ...line, unit: null }] }, 'required'],
      [{ lines: [{ ...line, targetAmount: 5 }] }, 'invalid_input'],
      [{ lines: [{ productId: randomUUID(), quantity: 1 }] }, 'not_found'],
      [{ lines: [{ productId: boot.id, variantId: randomUUID(), quantity: 1 }] }, 'not_found'],
      [{ producers: [] }, 'no_producer_chosen'],
      [{ producers: [randomUUID()] }, 'not_found'],
      [{ clusterId: randomUUID() }, 'not_found'],
      [{ neededBy: '2001-01-01' }, 'date_past'],
      [{ answersBy: '2001-01-01' }, 'date_past'],
      [{ incoterm: 'FOB' }, 'invalid_input'],
      [{ title: ' x' }, 'invalid_input'],
      [{ files: Array.from({ length: 11 }, () => ({})) }, 'too_many_files'],
    ];
    for (const [change, code] of wrong) {
      const id = randomUUID();
      expect(await answerOf(send(buyer!, change, id)), JSON.stringify(change).slice(0, 80)).toBe(
        code,
      );
      expect(await sql`select 1 from public.rfqs where id = ${id}`).toHaveLength(0);
    }
    expect(await answerOf(send(maker!))).toBe('own_product');
    const firm = await call<string>(stranger!, 'create_buyer', {
      p_id: randomUUID(),
      p_name: 'Firm',
      p_kind: 'retailer',
      p_country: 'DE',
      p_website: '',
    });
    expect(await answerOf(send(buyer!, {}, randomUUID(), firm))).toBe('not_allowed');
    expect(await answerOf(send('anon'))).toBe('not_allowed');
    for (const who of ['anon', buyer!]) {
      const args = { p_id: randomUUID(), p_rfq: request() as never, p_name: 'x', p_email: VISITOR };
      expect(await answerOf(call(who, 'send_visitor_rfq', args))).toBe('not_allowed');
    }
  });

  it('keeps a size run that adds up, and carries its files to whoever was asked', async () => {
    const sizes = [
      { size: '41', quantity: 20 },
      { size: '42', quantity: 40 },
    ];
    const file = {
      id: randomUUID(),
      name: 'a.pdf',
      contentType: 'application/pdf',
      bytes: 9,
      sha256: 'a'.repeat(64),
      pages: 1,
    };
    const { id } = await send(buyer!, { lines: [{ ...line, sizes }], files: [file] });
    const { inquiryId } = await asksOf(buyer!, id, shop.id);
    expect((await thread(maker!, inquiryId)).rfq).toMatchObject({
      lines: [{ sizes }],
      files: [{ id: file.id }],
    });
    const open = (who: string) => answerOf(call(who, 'open_file', { p_file: file.id }));
    expect(await open(maker!)).toBe('ok');
    for (const who of [other!, stranger!, 'anon']) expect(await open(who)).toBe('not_found');
  });

  it('is closed by the buyer alone, with what has not been agreed; twice is once', async () => {
    const { id } = await send(buyer!, { producers: [shop.id, rival.id] });
    const { inquiryId } = await asksOf(buyer!, id, shop.id);
    await reply(maker!, inquiryId);
    expect(await asksOf(buyer!, id, shop.id)).toMatchObject({ state: 'answered', seen: true });
    for (const who of [maker!, stranger!, operator!])
      expect(await answerOf(call(who, 'close_rfq', { p_rfq: id }))).toBe('not_found');
    await call(buyer!, 'close_rfq', { p_rfq: id });
    await call(buyer!, 'close_rfq', { p_rfq: id });
    expect((await read(buyer!, id)).asked.map((one) => one.state)).toEqual(['closed', 'closed']);
    expect(await answerOf(reply(maker!, inquiryId))).toBe('wrong_state');
    expect((await thread(maker!, inquiryId)).rfq.state).toBe('closed');
  });
});

describe('an RFQ to a cluster', () => {
  it('goes to every member but the sender’s own, and the coordinators are told', async () => {
    await takeMails(db);
    const { id } = await send(other!, { clusterId: cluster.id, producers: [] });
    expect((await read(other!, id)).asked.map((one) => one.producer.id)).toEqual([shop.id]);
    const mails = await takeMails(db);
    expect(mails.map((mail) => mail.template).toSorted()).toEqual(['rfq_cluster', 'rfq_new']);
    expect(
      await answerOf(send(buyer!, { clusterId: (await scene.cluster(third!, 'Empty')).id })),
    ).toBe('no_producer_chosen');
  });
});

describe('a visitor’s RFQ', () => {
  it('reaches nobody before the address is confirmed', async () => {
    const { id, mails, token } = await waiting({ clusterId: cluster.id, title: 'Not yet' });
    expect(mails).toMatchObject([{ to: VISITOR, template: 'rfq_confirm' }]);
    expect(await sql`select 1 from public.inquiries where rfq_id = ${id}`).toHaveLength(0);
    for (const who of [maker!, other!, coordinator!, operator!]) {
      expect(await answerOf(read(who, id))).toBe('not_found');
      expect((await seenBy(who, ['rfqs', 'rfq_lines'])).includes(id)).toBe(false);
    }
    const { key, state } = await confirm(token);
    expect(state).toBe('open');
    expect((await takeMails(db)).map((mail) => mail.template).toSorted()).toEqual([
      'rfq_cluster',
      'rfq_new',
      'rfq_new',
    ]);
    const { asked } = await read('anon', id, key);
    expect(asked).toHaveLength(2);
    for (const one of asked) expect((await thread('anon', one.inquiryId, key)).rfq.id).toBe(id);
  });

  it('is confirmed once however often the link is clicked, within a week, and sent once however often the form came', async () => {
    const { token } = await waiting();
    const clicks = await Promise.all(Array.from({ length: 5 }, () => answerOf(confirm(token))));
    expect(clicks.filter((one) => one === 'ok')).toHaveLength(1);
    expect(await takeMails(db)).toHaveLength(1);
    const late = await waiting();
    await sql`update public.rfq_contacts set created_at = now() - interval '7 days 1 second' where rfq_id = ${late.id}`;
    expect(await answerOf(confirm(late.token))).toBe('link_gone');
    const id = randomUUID();
    const counts = await Promise.all(Array.from({ length: 5 }, () => waiting({}, VISITOR, id)));
    expect(counts.flatMap((one) => one.mails).length + (await takeMails(db)).length).toBe(1);
  });

  it('is opened by its own key: all its conversations, and nothing of another', async () => {
    const [mine, theirs] = [await confirmed({ producers: [shop.id, rival.id] }), await confirmed()];
    const { inquiryId } = await asksOf('anon', mine.id, shop.id, mine.key);
    for (const key of [theirs.key, 'guess', '', mine.id]) {
      expect(await answerOf(read('anon', mine.id, key))).toBe('not_found');
      expect(await answerOf(thread('anon', inquiryId, key))).toBe('not_found');
      expect(await answerOf(reply('anon', inquiryId, key))).toBe('not_found');
      expect(await answerOf(call('anon', 'close_rfq', { p_rfq: mine.id, p_key: key }))).toBe(
        'not_found',
      );
    }
    await takeMails(db);
    await reply(maker!, inquiryId, undefined, 'By March?');
    const [mail] = await takeMails(db);
    expect(mail).toMatchObject({ to: VISITOR, template: 'inquiry_reply' });
    const small = mail!.data['key'] as string;
    expect(await answerOf(reply('anon', inquiryId, small))).toBe('ok');
    const { said } = await asksOf('anon', mine.id, shop.id, mine.key);
    expect(said).toEqual({ side: 'buyer', question: true });
    expect(await answerOf(read('anon', mine.id, small))).toBe('not_found');
    expect(await answerOf(call('anon', 'close_rfq', { p_rfq: mine.id, p_key: mine.key }))).toBe(
      'ok',
    );
  });

  it('leaves no key, token or address where a producer could read it', async () => {
    const { id, token } = await waiting({ clusterId: cluster.id });
    const { key } = await confirm(token);
    const rows =
      await sql`select to_jsonb(c)::text as text from public.rfq_contacts c where rfq_id = ${id}`;
    for (const secret of [token, key]) expect(rows[0]!['text']).not.toContain(secret);
    const { inquiryId } = await asksOf('anon', id, shop.id, key);
    const all = JSON.stringify([
      await thread(maker!, inquiryId),
      (await takeMails(db)).filter((m) => m.to !== VISITOR),
    ]);
    expect((all + (await seenBy(maker!, RFQ_TABLES))).includes(VISITOR)).toBe(false);
  });
});

describe('a sender that a producer blocked', () => {
  it('is not heard any more, does not learn it, and is heard again when forgiven', async () => {
    const pest = await db.addUser('pest@private.example');
    const first = await send(pest, { title: 'Hello there' });
    const { inquiryId } = await asksOf(pest, first.id, shop.id);
    expect(await answerOf(call(other!, 'block_sender', { p_inquiry: inquiryId }))).toBe(
      'not_found',
    );
    expect(await answerOf(call(pest, 'block_sender', { p_inquiry: inquiryId }))).toBe('not_found');
    await call(maker!, 'block_sender', { p_inquiry: inquiryId, p_reason: 'rude' });
    await takeMails(db);
    const again = await send(pest, { title: 'Hello again', producers: [shop.id, rival.id] });
    const single = await call<string>(pest, 'send_inquiry', {
      p_id: randomUUID(),
      p_product: boot.id,
      p_message: 'And me again here?',
      p_quantity: 1,
      p_needed_by: null,
      p_country: 'DE',
      p_organisation: '',
      p_locale: 'en',
    });
    await reply(pest, inquiryId, undefined, 'Answer me!');
    expect((await takeMails(db)).map((mail) => mail.template)).toEqual(['rfq_new']);
    const asked = await asksOf(pest, again.id, shop.id);
    expect(asked).toMatchObject({ state: 'open', seen: false });
    for (const id of [inquiryId, asked.inquiryId, single]) {
      expect(await answerOf(thread(maker!, id))).toBe('not_found');
      expect((await seenBy(maker!, RFQ_TABLES.slice(0, -1))).includes(id)).toBe(false);
      expect((await inbox(maker!, shop.id)).map((row) => row['id'])).not.toContain(id);
      expect((await thread(pest, id)).messages.length).toBeGreaterThan(0);
    }
    const theirs = await seenBy(pest, [...RFQ_TABLES, 'producer_blocks']);
    expect(/block|withheld|rude/.exec(theirs)).toBeNull();
    const [block] = await db.asUser(maker!, (tx) => tx`select id from public.producer_blocks`);
    expect(await answerOf(call(other!, 'unblock_sender', { p_block: block!['id'] }))).toBe(
      'not_found',
    );
    await call(maker!, 'unblock_sender', { p_block: block!['id'] });
    for (const id of [inquiryId, asked.inquiryId, single])
      expect(await answerOf(thread(maker!, id))).toBe('ok');
  });

  it('is known by the address too, so that going without the account does not help', async () => {
    const address = 'twice@private.example';
    const pest = await db.addUser(address);
    const { inquiryId } = await asksOf(pest, (await send(pest)).id, shop.id);
    await call(maker!, 'block_sender', { p_inquiry: inquiryId });
    const later = await confirmed({}, address);
    await reply('anon', (await asksOf('anon', later.id, shop.id, later.key)).inquiryId, later.key);
    expect(
      (await inbox(maker!, shop.id))
        .filter((row) => row['from'] === 'Vera' && row['state'] === 'open')
        .map((row) => row['id']),
    ).not.toContain((await asksOf('anon', later.id, shop.id, later.key)).inquiryId);
  });

  it('keeps its word where there is an order already', async () => {
    const { inquiryId } = await asksOf(buyer!, (await send(buyer!)).id, shop.id);
    expect(await thread(maker!, inquiryId)).toMatchObject({ blockable: true });
    expect(await thread(buyer!, inquiryId)).toMatchObject({ blockable: false });
  });
});

describe('moderation', () => {
  const linky = {
    message: 'See http://a.example http://b.example www.c.example https://d.example',
  };

  it('follows the rule of the domain', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(6),
        fc.nat(25),
        fc.nat(10),
        fc.nat(5),
        fc.nat(5),
        async (links, producers, accountDays, blockers, repeats) => {
          const [row] =
            await sql`select private.rfq_verdict(${links}, ${producers}, ${accountDays}, ${blockers}, ${repeats}) as verdict`;
          expect(row!['verdict']).toBe(
            rfqVerdict({ links, producers, accountDays, blockers, repeats }),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('holds what looks like abuse: nobody gets it until an operator lets it go', async () => {
    await takeMails(db);
    const { id, state } = await send(buyer!, { ...linky, producers: [shop.id] });
    expect(state).toBe('held');
    expect((await takeMails(db)).map((mail) => mail.template)).toEqual(['rfq_held']);
    expect((await read(buyer!, id)).state).toBe('held');
    for (const who of [maker!, stranger!, coordinator!]) {
      expect(await answerOf(read(who, id))).toBe('not_found');
      expect((await seenBy(who, RFQ_TABLES)).includes(id)).toBe(false);
      expect(await answerOf(call(who, 'operator_rfqs'))).toBe('not_allowed');
      expect(await answerOf(call(who, 'release_rfq', { p_rfq: id }))).toBe('not_allowed');
      expect(await answerOf(call(who, 'refuse_rfq', { p_rfq: id, p_reason: 'no way' }))).toBe(
        'not_allowed',
      );
    }
    const queue = await call<{ rows: Row[] }>(operator!, 'operator_rfqs');
    expect(queue.rows.find((row) => row['id'] === id)).toMatchObject({
      reason: 'many_links',
      asked: 1,
    });
    const moves = await Promise.all(
      [1, 2, 3].map(() => answerOf(call(operator!, 'release_rfq', { p_rfq: id }))),
    );
    expect(moves.toSorted()).toEqual(['already_done', 'already_done', 'ok']);
    expect((await takeMails(db)).map((mail) => mail.template)).toEqual(['rfq_new']);
    expect((await asksOf(buyer!, id, shop.id)).state).toBe('open');
  });

  it('refuses with a reason that the buyer is told, a visitor by mail', async () => {
    const held = await confirmed(linky);
    expect(held.state).toBe('held');
    expect(await answerOf(call(operator!, 'refuse_rfq', { p_rfq: held.id, p_reason: ' ' }))).toBe(
      'reason_required',
    );
    await takeMails(db);
    await call(operator!, 'refuse_rfq', { p_rfq: held.id, p_reason: 'Advertising' });
    expect(await takeMails(db)).toMatchObject([
      { to: VISITOR, template: 'rfq_refused', data: { reason: 'Advertising' } },
    ]);
    expect(await read('anon', held.id, held.key)).toMatchObject({
      state: 'refused',
      refusedReason: 'Advertising',
    });
    expect(await answerOf(call(operator!, 'release_rfq', { p_rfq: held.id }))).toBe('already_done');
    expect(await sql`select 1 from public.inquiries where rfq_id = ${held.id}`).toHaveLength(0);
  });

  it('holds the words that were sent three times already, and a sender that three producers blocked', async () => {
    const many = await db.addUser();
    const states: string[] = [];
    for (let n = 0; n < 4; n += 1)
      states.push((await send(many, { title: 'The very same words' })).state);
    expect(states).toEqual(['open', 'open', 'open', 'held']);
    const pest = await db.addUser();
    const { id } = await send(pest, { title: 'To three', producers: [shop.id, rival.id, far.id] });
    for (const [who, producer] of [
      [maker!, shop.id],
      [other!, rival.id],
      [third!, far.id],
    ] as const)
      await call(who, 'block_sender', { p_inquiry: (await asksOf(pest, id, producer)).inquiryId });
    expect((await send(pest, { title: 'Once more' })).state).toBe('held');
    expect((await seenBy(pest, RFQ_TABLES)).includes('blocked_sender')).toBe(false);
  });
});

describe('somebody who leaves', () => {
  it('takes their requests along, learns of no block, and what was open ends without the address', async () => {
    const address = 'leaver@private.example';
    const leaver = await db.addUser(address);
    const { id } = await send(leaver, { producers: [shop.id, rival.id] });
    const { inquiryId } = await asksOf(leaver, id, shop.id);
    await call(maker!, 'block_sender', { p_inquiry: inquiryId, p_reason: 'rude' });
    const held = await send(leaver, { message: 'www.a www.b www.c www.d http://e.example' });
    expect(held.state).toBe('held');
    const taken = JSON.stringify(await call(leaver, 'export_my_data'));
    expect(taken).toContain('Rival Boots');
    expect(/withheld|block|rude|many_links/.exec(taken)).toBeNull();
    await call(leaver, 'delete_my_account');
    const left = await sql<Row[]>`select state from public.rfqs where id in (${id}, ${held.id})`;
    expect(left.map((row) => row['state'])).toEqual(['closed', 'closed']);
    expect(await sql`select 1 from public.rfq_contacts where email = ${address}`).toHaveLength(0);
    expect(await answerOf(call(operator!, 'release_rfq', { p_rfq: held.id }))).toBe('already_done');
  });
});

describe('the step over to WhatsApp', () => {
  it('is the producer’s own act with its own number', async () => {
    const { inquiryId } = await asksOf(buyer!, (await send(buyer!)).id, shop.id);
    const offer = (who: string, id: string = randomUUID()) =>
      answerOf(call(who, 'offer_whatsapp', { p_inquiry: inquiryId, p_id: id }));
    expect(await offer(maker!)).toBe('no_whatsapp');
    await sql`insert into public.producer_contacts (producer_id, whatsapp) values (${shop.id}, '+250788123456')
      on conflict (producer_id) do update set whatsapp = excluded.whatsapp`;
    for (const who of [buyer!]) expect(await offer(who)).toBe('not_allowed');
    for (const who of [other!, stranger!]) expect(await offer(who)).toBe('not_found');
    expect(JSON.stringify(await thread(buyer!, inquiryId))).not.toContain('250788');
    const id = randomUUID();
    expect(await offer(maker!, id)).toBe('ok');
    expect(await offer(maker!, id)).toBe('ok');
    const { messages } = await thread(buyer!, inquiryId);
    expect(messages.filter((one) => one['kind'] === 'whatsapp')).toMatchObject([
      { body: expect.stringMatching(/^https:\/\/wa\.me\/250788123456\?text=[A-Z0-9]+$/) },
    ]);
  });
});

describe('the form', () => {
  it('begins with what the address names, and with who else would fit, hiding what is not public', async () => {
    const start = await call<{ products: Row[]; chosen: Row[]; suggested: Row[]; cluster: Row }>(
      'anon',
      'rfq_start',
      {
        p_products: [boot.slug, 'no-such'] as never,
        p_cluster: cluster.slug,
      },
    );
    expect(start.products).toMatchObject([{ title: 'Akagera ankle boot', unit: 'PR' }]);
    expect(start.chosen).toMatchObject([{ name: 'Akagera Boots' }]);
    expect(start.suggested[0]).toMatchObject({ name: 'Rival Boots' });
    expect(start.cluster).toMatchObject({ members: 2 });
    await sql`update public.producers set state = 'suspended', suspended_reason = 'x' where id = ${far.id}`;
    const found = await call<{ suggested: Row[] }>('anon', 'rfq_start', { p_words: 'far we' });
    expect(found.suggested).toEqual([]);
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${far.id}`;
    const back = await call<{ suggested: Row[] }>('anon', 'rfq_start', { p_words: 'FAR%' });
    expect(back.suggested).toMatchObject([{ name: 'Far Weavers' }]);
  });
});
