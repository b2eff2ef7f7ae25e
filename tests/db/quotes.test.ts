import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const q = await quoteSceneOf(db, scene);
const { maker, partner, buyer, colleague, stranger, boots } = q;

type Line = { quantity: number; unitAmount: number; lineAmount: number; moqWaived: boolean };
type Version = {
  id: string;
  version: number;
  side: string;
  state: string;
  totalAmount: number;
  depositAmount: number;
  reason: string | null;
  sha256: string | null;
  lines: Line[];
};
type Thread = { side: string; quotes: Version[]; order: { id: string } | null };
const read = (who: string, inquiry: string, key?: string) =>
  call<Thread>(who, 'read_quotes', { p_inquiry: inquiry, p_key: key });
const stateOf = async (quote: string) => {
  const [row] = await sql`select state from public.quotes where id = ${quote}`;
  return String(row?.['state']);
};
const eventsOf = async (quote: string) => {
  const rows =
    await sql`select action, from_state, to_state from public.events where subject_id = ${quote} order by id`;
  return rows.map((row) => [row['action'], row['from_state'], row['to_state']]);
};

describe('a producer writes a quote', () => {
  it('alone until it is sent; then both sides read it, numbered, hashed and told', async () => {
    const inquiry = await q.ask();
    const quote = await q.save(maker, inquiry);
    expect((await read(partner, inquiry)).quotes).toHaveLength(1);
    expect((await read(buyer, inquiry)).quotes).toHaveLength(0);
    expect(
      await db.asUser(buyer, (tx) => tx`select 1 from public.quotes where id = ${quote}`),
    ).toHaveLength(0);
    await takeMails(db);
    expect(await q.send(maker, quote)).toBe(1);
    expect(await q.send(partner, quote)).toBe(1);
    const { quotes } = await read(colleague, inquiry);
    expect(quotes).toMatchObject([
      {
        version: 1,
        side: 'producer',
        state: 'sent',
        totalAmount: 5_947_200,
        depositAmount: 1_784_160,
      },
    ]);
    const [content] =
      await sql`select private.quote_content(${quote})::text as text, document_sha256 as sha from public.quotes where id = ${quote}`;
    const hash = createHash('sha256').update(String(content!['text'])).digest('hex');
    expect(content!['sha']).toBe(hash);
    expect(quotes[0]!.sha256).toBe(hash);
    const told =
      await sql`select user_id, data from public.notifications where kind = 'quote_sent' and data ->> 'quoteId' = ${quote}`;
    expect(told.map((row) => row['user_id']).toSorted()).toEqual([buyer, colleague].toSorted());
    const [thread] = await sql`select state from public.inquiries where id = ${inquiry}`;
    expect(thread!['state']).toBe('answered');
    expect(await eventsOf(quote)).toEqual([
      ['quote.drafted', null, 'draft'],
      ['quote.sent', 'draft', 'sent'],
    ]);
  });

  it('saves the same draft again, and only one in a conversation', async () => {
    const inquiry = await q.ask();
    const id = randomUUID();
    await q.save(maker, inquiry, draftOf([boots(), boots(60, 45_000)]), id);
    await q.save(partner, inquiry, draftOf([boots(240, 40_000)]), id);
    expect((await read(maker, inquiry)).quotes).toMatchObject([
      { id, lines: [{ quantity: 240, lineAmount: 9_600_000 }] },
    ]);
    expect(await answerOf(q.save(maker, inquiry))).toBe('conflict');
    expect(await answerOf(q.save(maker, await q.ask(), draftOf([boots()]), id))).toBe('conflict');
    await call(maker, 'discard_quote_draft', { p_quote: id });
    expect((await read(maker, inquiry)).quotes).toEqual([]);
  });

  it('cannot be sent with a sum that is not right', async () => {
    const inquiry = await q.ask();
    for (const forged of [
      { totalAmount: 1 },
      { goodsAmount: 5_040_001 },
      { taxAmount: 0 },
      { depositAmount: 1_784_161 },
      { totalAmount: null },
    ]) {
      const draft = { ...draftOf([boots()]), ...forged };
      expect(await answerOf(q.save(maker, inquiry, draft))).toBe('sums_differ');
    }
    const cheap = draftOf([boots()]);
    cheap.lines[0]!.lineAmount = 5_000_000;
    expect(await answerOf(q.save(maker, inquiry, cheap))).toBe('sums_differ');
    const discount = { ...draftOf([boots()]), discountAmount: 9_000_000 };
    expect(await answerOf(q.save(maker, inquiry, discount))).toBe('discount_too_large');
    for (const broken of [
      draftOf([boots()], { currency: 'XXX' }),
      draftOf([boots()], { incotermPlace: ' ' }),
      draftOf([boots()], { leadTimeDays: -1 }),
      { ...draftOf([boots()]), lines: 'none' as never },
    ]) {
      expect(['invalid_input', 'conflict', 'required']).toContain(
        await answerOf(q.save(maker, inquiry, broken)),
      );
    }
  });

  it('only with its own products, and only for lines of this request', async () => {
    const inquiry = await q.ask();
    const foreign = await scene.published(stranger, q.rival.id);
    expect(
      await answerOf(q.save(maker, inquiry, draftOf([{ ...boots(), productId: foreign.id }]))),
    ).toBe('not_found');
    expect(
      await answerOf(q.save(maker, inquiry, draftOf([{ ...boots(), rfqLineId: randomUUID() }]))),
    ).toBe('not_found');
  });

  it('says yes on purpose to what the listing would refuse', async () => {
    const inquiry = await q.ask();
    const id = randomUUID();
    await q.save(maker, inquiry, draftOf([boots(50, 45_000)]), id);
    expect(await answerOf(q.send(maker, id))).toBe('moq_not_waived');
    await q.save(maker, inquiry, draftOf([boots(50, 45_000, { moqWaived: true })]), id);
    expect(await answerOf(q.send(maker, id))).toBe('ok');
    const [version] = (await read(buyer, inquiry)).quotes;
    expect(version!.lines[0]).toMatchObject({ moqWaived: true });
    const sample = await q.ask();
    const one = await q.save(maker, sample, draftOf([boots(1, 60_000, { sample: true })]));
    expect(await answerOf(q.send(maker, one))).toBe('ok');
    // Not a deviation, so nothing was waived.
    const plain = await q.ask();
    await q.save(maker, plain, draftOf([boots(120, 42_000, { moqWaived: true })]));
    expect((await read(maker, plain)).quotes[0]!.lines[0]).toMatchObject({ moqWaived: false });
  });

  it('holds prices for other quantities that agree with the price quoted', async () => {
    const inquiry = await q.ask();
    const tiers = (...list: [number, number][]) =>
      draftOf([
        boots(120, 42_000, {
          tiers: list.map(([minQuantity, unitAmount]) => ({ minQuantity, unitAmount })),
        }),
      ]);
    const answer = (draft: ReturnType<typeof draftOf>) => answerOf(q.save(maker, inquiry, draft));
    expect(await answer(tiers([60, 45_000], [120, 41_000]))).toBe('tier_price_differs');
    expect(await answer(tiers([60, 42_000], [240, 43_000]))).toBe('tier_price_rises');
    expect(await answer(tiers([240, 43_000]))).toBe('tier_price_rises');
    expect(await answer(tiers([60, 45_000], [60, 42_000]))).toBe('tier_twice');
    expect(await answer(tiers([120, 42_000], [60, 45_000]))).toBe('tier_not_ascending');
    expect(await answer(tiers([60, 45_000], [120, 42_000], [240, 40_000]))).toBe('ok');
  });

  it('not without a line, not past its date, not after an end', async () => {
    const inquiry = await q.ask();
    const id = randomUUID();
    await q.save(maker, inquiry, draftOf([]), id);
    expect(await answerOf(q.send(maker, id))).toBe('quote_empty');
    const past = new Date(Date.now() - 1000).toISOString();
    await q.save(maker, inquiry, draftOf([boots()], { validUntil: past }), id);
    expect(await answerOf(q.send(maker, id))).toBe('date_past');
    await call(buyer, 'move_inquiry', { p_inquiry: inquiry, p_action: 'close' });
    await q.save(maker, await q.ask());
    expect(await answerOf(q.save(maker, inquiry, draftOf([boots()]), id))).toBe('wrong_state');
    expect(await answerOf(q.send(maker, id))).toBe('wrong_state');
  });
});

describe('versions', () => {
  it('follow each other: one stands, the older ones are history', async () => {
    const { inquiry, quote } = await q.standing();
    const second = await q.save(maker, inquiry, draftOf([boots(120, 41_000)]));
    expect(await q.send(maker, second)).toBe(2);
    const third = randomUUID();
    expect(
      await q.counter(buyer, second, draftOf([{ quantity: 120, unitAmount: 39_000 }]), third),
    ).toBe(3);
    const fourth = await q.save(maker, inquiry, draftOf([boots(120, 40_000)]));
    expect(await q.send(maker, fourth)).toBe(4);
    const { quotes } = await read(buyer, inquiry);
    expect(quotes.map(({ version, side, state }) => [version, side, state])).toEqual([
      [4, 'producer', 'sent'],
      [3, 'buyer', 'superseded'],
      [2, 'producer', 'superseded'],
      [1, 'producer', 'superseded'],
    ]);
    expect((await eventsOf(quote)).at(-1)).toEqual(['quote.replaced', 'sent', 'superseded']);
    expect((await eventsOf(second)).at(-1)).toEqual(['quote.countered', 'sent', 'superseded']);
  });

  it('a counter overtakes the draft of the producer, which is then the next version', async () => {
    const { inquiry, quote } = await q.standing();
    const draft = await q.save(maker, inquiry, draftOf([boots(120, 41_000)]));
    expect(await q.counter(buyer, quote)).toBe(2);
    expect(await q.send(maker, draft)).toBe(3);
  });

  it('what was sent never changes, whoever writes', async () => {
    const { inquiry, quote } = await q.standing();
    expect(await answerOf(q.save(maker, inquiry, draftOf([boots(1, 1)]), quote))).toBe(
      'wrong_state',
    );
    for (const change of [
      `update public.quotes set notes = 'cheaper' where id = '${quote}'`,
      `update public.quote_lines set quantity = 1, line_amount = unit_amount where quote_id = '${quote}'`,
      `delete from public.quote_lines where quote_id = '${quote}'`,
    ]) {
      expect(await answerOf(sql.unsafe(change))).toBe('append_only');
    }
    expect(await answerOf(call(maker, 'discard_quote_draft', { p_quote: quote }))).toBe(
      'wrong_state',
    );
  });
});

describe('a buyer answers', () => {
  it('with another quantity, and the price by tier holds', async () => {
    const tiers = [
      { minQuantity: 60, unitAmount: 45_000 },
      { minQuantity: 120, unitAmount: 42_000 },
      { minQuantity: 240, unitAmount: 40_000 },
    ];
    const price = async (quantity: number, unitAmount: number | null, sumOf: number) => {
      const { inquiry, quote } = await q.standing(draftOf([boots(120, 42_000, { tiers })]));
      const draft = draftOf([{ quantity, unitAmount: sumOf }]);
      draft.lines[0]!.unitAmount = unitAmount;
      const answer = await answerOf(q.counter(buyer, quote, draft));
      return answer === 'ok'
        ? (await read(maker, inquiry)).quotes[0]!.lines[0]!.unitAmount
        : answer;
    };
    expect(await price(240, null, 40_000)).toBe(40_000);
    expect(await price(96, null, 45_000)).toBe(45_000);
    expect(await price(24, null, 45_000)).toBe(45_000);
    expect(await price(240, 38_000, 38_000)).toBe(38_000);
    // The price that does not hold, with sums to match, is refused.
    expect(await price(240, null, 38_000)).toBe('sums_differ');
  });

  it('on the same lines: what is sold, in what currency and with what tax stays', async () => {
    const { inquiry, quote } = await q.standing(
      draftOf([boots(), boots(60, 45_000, { description: 'Sandal' })]),
    );
    const draft = draftOf([
      { quantity: 60, unitAmount: 41_000, description: 'Two boots and a bag', position: 0 },
    ]);
    await q.counter(buyer, quote, { ...draft, currency: 'USD' });
    const [version] = (await read(maker, inquiry)).quotes;
    expect(version).toMatchObject({ side: 'buyer', currency: 'RWF', taxBp: 1800 });
    expect(version!.lines).toMatchObject([
      { description: 'Ankle boot', quantity: 60, moqWaived: false },
    ]);
    const told =
      await sql`select user_id from public.notifications where kind = 'quote_countered' and data ->> 'inquiryId' = ${inquiry}`;
    expect(told.map((row) => row['user_id']).toSorted()).toEqual([maker, partner].toSorted());
  });

  it('with a no and its reason, or with a wish while the offer stands', async () => {
    const { inquiry, quote } = await q.standing();
    expect(await answerOf(q.requestChange(colleague, quote))).toBe('ok');
    expect(await stateOf(quote)).toBe('sent');
    const [message] =
      await sql`select side, body from public.inquiry_messages where inquiry_id = ${inquiry} order by created_at desc limit 1`;
    expect(message).toMatchObject({ side: 'buyer', body: 'Could it be by ship?' });
    expect(await answerOf(q.decline(buyer, quote, ' x '))).toBe('reason_required');
    await q.decline(buyer, quote, 'Too dear for us.');
    expect((await read(maker, inquiry)).quotes[0]).toMatchObject({
      state: 'declined',
      reason: 'Too dear for us.',
    });
    expect(await answerOf(q.accept(buyer, quote))).toBe('wrong_state');
  });

  it('too late once it was taken back', async () => {
    const { quote } = await q.standing();
    await q.withdraw(partner, quote, 'The leather ran out.');
    for (const act of [q.accept, q.counter, q.decline]) {
      expect(await answerOf(act(buyer, quote))).toBe('wrong_state');
    }
  });
});

describe('time', () => {
  const age = (quote: string, until: string) =>
    sql`alter table public.quotes disable trigger quotes_keep`.then(async () => {
      await sql.unsafe(
        `update public.quotes set sent_at = now() - interval '9 days', valid_until = now() + interval '${until}' where id = '${quote}'`,
      );
      await sql`alter table public.quotes enable trigger quotes_keep`;
    });
  const sweep = async () => {
    const [row] = await sql`select private.expire_quotes() as ended`;
    return Number(row!['ended']);
  };
  const noticesOf = async (quote: string, kind: string) =>
    (
      await sql`select 1 from public.notifications where kind = ${kind} and data ->> 'quoteId' = ${quote}`
    ).length;

  it('ends an offer by the clock of the transaction, before any sweep has been there', async () => {
    const { quote } = await q.standing();
    await age(quote, '-1 second');
    expect(await answerOf(q.accept(buyer, quote))).toBe('quote_expired');
    expect(await answerOf(q.counter(buyer, quote))).toBe('quote_expired');
    expect(await sweep()).toBe(1);
    expect(await stateOf(quote)).toBe('expired');
    expect(await sweep()).toBe(0);
    expect(await answerOf(q.accept(buyer, quote))).toBe('quote_expired');
    expect(await noticesOf(quote, 'quote_expired')).toBe(4);
  });

  it('tells the other side once when two days are left', async () => {
    const { quote } = await q.standing();
    await sweep();
    expect(await noticesOf(quote, 'quote_expiring')).toBe(0);
    await age(quote, '47 hours');
    await sweep();
    await sweep();
    expect(await noticesOf(quote, 'quote_expiring')).toBe(2);
    expect(await stateOf(quote)).toBe('sent');
  });

  it('passes over a conversation in which somebody is deciding', async () => {
    const { inquiry, quote } = await q.standing();
    await age(quote, '-1 second');
    await sql.begin(async (tx) => {
      await tx`select 1 from public.inquiries where id = ${inquiry} for update`;
      expect(await sweep()).toBe(0);
    });
    expect(await sweep()).toBe(1);
  });
});

describe('who is nothing to do with it', () => {
  it('reads nothing and moves nothing', async () => {
    const { inquiry, quote } = await q.standing();
    const other = await db.addUser();
    await call(other, 'create_buyer', {
      p_id: randomUUID(),
      p_name: 'Another Buyer',
      p_kind: 'retailer',
      p_country: 'FR',
      p_website: null,
    });
    for (const who of [stranger, other]) {
      for (const act of [
        () => read(who, inquiry),
        () => call(who, 'read_quote', { p_quote: quote }),
        () => q.save(who, inquiry),
        () => q.withdraw(who, quote),
        () => q.decline(who, quote),
        () => q.requestChange(who, quote),
        () => q.counter(who, quote),
        () => q.accept(who, quote),
        () => call(who, 'quote_editor', { p_inquiry: inquiry }),
      ]) {
        expect(await answerOf(act())).toBe('not_found');
      }
      for (const table of ['quotes', 'quote_lines', 'quote_line_tiers']) {
        expect(
          await db.asUser(who, (tx) => tx.unsafe(`select 1 from public.${table}`)),
        ).toHaveLength(0);
      }
    }
    expect(await stateOf(quote)).toBe('sent');
  });

  it('each side keeps to its own moves', async () => {
    const { inquiry, quote } = await q.standing();
    expect(await answerOf(q.accept(maker, quote))).toBe('not_allowed');
    expect(await answerOf(q.decline(maker, quote))).toBe('not_allowed');
    expect(await answerOf(q.counter(maker, quote))).toBe('not_allowed');
    expect(await answerOf(q.withdraw(buyer, quote))).toBe('not_allowed');
    expect(await answerOf(q.save(buyer, inquiry))).toBe('not_allowed');
    expect(await answerOf(q.send(buyer, quote))).toBe('not_allowed');
  });

  it('an account that was suspended, a producer that was, and a blocked thread are still', async () => {
    const { inquiry, quote } = await q.standing();
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'a test' where user_id = ${colleague}`;
    expect(await answerOf(q.accept(colleague, quote))).toBe('account_suspended');
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${colleague}`;
    await sql`update public.producers set state = 'suspended', suspended_reason = 'a test' where id = ${q.shop.id}`;
    expect(await answerOf(q.accept(buyer, quote))).toBe('producer_suspended');
    expect(await answerOf(q.save(maker, inquiry))).toBe('producer_suspended');
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${q.shop.id}`;
    await sql`update public.inquiries set state = 'blocked' where id = ${inquiry}`;
    expect(await answerOf(q.accept(buyer, quote))).toBe('wrong_state');
    expect(await answerOf(q.withdraw(maker, quote))).toBe('not_found');
  });
});

describe('a request to several makers', () => {
  async function request() {
    const [rfq, line] = [randomUUID(), randomUUID()];
    await sql`insert into public.rfqs (id, visibility, buyer_id, user_id, title, incoterm, incoterm_place, sent_at)
      values (${rfq}, 'several', ${q.organisation}, ${buyer}, 'Boots for autumn', 'CIF', 'Hamburg', now())`;
    await sql`insert into public.rfq_lines (id, rfq_id, position, product_id, description, quantity, unit, sample_wanted)
      values (${line}, ${rfq}, 0, ${q.product.id}, 'Ankle boot', 120, 'PR', true)`;
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await sql`insert into public.inquiries (id, producer_id, user_id, buyer_id, rfq_id) values
      (${mine}, ${q.shop.id}, ${buyer}, ${q.organisation}, ${rfq}), (${theirs}, ${q.rival.id}, ${buyer}, ${q.organisation}, ${rfq})`;
    return { rfq, line, mine, theirs };
  }
  type Compared = { entries: { producer: { name: string }; quote: Version | null }[] };
  const compare = (who: string, rfq: string, key?: string) =>
    call<Compared>(who, 'compare_quotes', { p_rfq: rfq, p_key: key });

  it('lays the newest version of each beside the others, for the buyer alone', async () => {
    const { rfq, line, mine, theirs } = await request();
    await q.standing(draftOf([boots(120, 42_000, { rfqLineId: line })]), mine);
    const { quote } = await q.standing(draftOf([boots(120, 41_000, { rfqLineId: line })]), mine);
    expect((await compare(colleague, rfq)).entries).toMatchObject([
      { producer: { name: 'Akagera Boots' }, quote: { id: quote, version: 2 } },
      { producer: { name: 'Rival Boots' }, quote: null },
    ]);
    for (const who of [maker, stranger, 'anon'] as const) {
      expect(await answerOf(compare(who, rfq))).toBe('not_found');
    }
    expect(await answerOf(compare('anon', rfq, 'a-guessed-key'))).toBe('not_found');
    // Neither maker reads what the other offers, nor whether.
    expect(await answerOf(read(stranger, mine))).toBe('not_found');
    expect(await answerOf(read(maker, theirs))).toBe('not_found');
  });

  it('opens the editor with what was asked and what the own listing says, never with a rival product', async () => {
    const { mine, theirs, line } = await request();
    type Editor = {
      rfq: { lines: { id: string; productId: string | null }[] };
      products: { id: string }[];
    };
    const editor = await call<Editor>(maker, 'quote_editor', { p_inquiry: mine });
    expect(editor).toMatchObject({
      rfq: { incoterm: 'CIF', lines: [{ id: line, productId: q.product.id, sampleWanted: true }] },
      products: [{ id: q.product.id, moq: 60, orderMultiple: 12, tiers: [{ minQuantity: 120 }] }],
    });
    const other = await call<Editor>(stranger, 'quote_editor', { p_inquiry: theirs });
    // A line about somebody else's product is not this maker's to see.
    expect(other.rfq.lines).toEqual([]);
    expect(other.products).toEqual([]);
    expect(await answerOf(call(buyer, 'quote_editor', { p_inquiry: mine }))).toBe('not_found');
  });
});
