import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  closePledging,
  draftRound,
  letTimePass,
  openPledging,
  wallIn,
} from '#tests/support/round-stage.ts';
import { bidScene, line } from './bid-scene.ts';
import { answerOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await bidScene(db);
const { call, coordinator, cluster, bidding, bidder, bidOf, save, submit, withdraw, file } = scene;
const { clock, deadline } = scene;

type Row = Record<string, unknown>;
const one = async (query: Promise<Row[]>) => (await query)[0]!;
const stateOf = async (round: string) =>
  (await one(sql`select state from public.rounds where id = ${round}`))['state'];
const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

beforeAll(async () => {
  await sql`insert into public.exchange_rates (currency, day, per_eur, source) values
    ('RWF', current_date, 1690.12345678, 'typed'), ('USD', current_date, 1.08, 'typed')`;
});

describe('an invitation', () => {
  it('waits on the list until bidding begins, then goes out by itself, in the supplier’s language', async () => {
    const { round } = await draftRound(scene.stage);
    const supplier = randomUUID();
    const args = { name: 'Early', country: 'RW', locale: 'fr', email: 'early@isoko.test' };
    await call(coordinator, 'invite_new_supplier', {
      p_id: supplier,
      p_round: round,
      p_supplier: args,
    });
    await call(coordinator, 'invite_new_supplier', {
      p_id: supplier,
      p_round: round,
      p_supplier: args,
    });
    await openPledging(scene.stage, round);
    const before = await takeMails(db);
    expect(before.filter((mail) => mail.to === args.email)).toEqual([]);
    await closePledging(scene.stage, round);
    const mails = (await takeMails(db)).filter((mail) => mail.to === args.email);
    expect(mails).toMatchObject([{ template: 'tender_invited', locale: 'fr' }]);
  });

  it('goes where the supplier answered, whatever a coordinator writes into the directory afterwards', async () => {
    const { round, slug } = await bidding();
    const supplier = await bidder(round);
    const [known] = await sql<
      Row[]
    >`select * from public.suppliers where id = ${supplier.supplier}`;
    await call(coordinator, 'save_supplier', {
      p_id: supplier.supplier,
      p_cluster: cluster.id,
      p_supplier: { name: known!['name'], country: 'RW', locale: 'fr', email: 'thief@isoko.test' },
    });
    await sql`update public.round_suppliers set mailed_at = now() - interval '1 hour' where id = ${supplier.place}`;
    await takeMails(db);
    await call(coordinator, 'resend_invitation', { p_place: supplier.place });
    await call(coordinator, 'extend_round', {
      p_round: round,
      p_pledges_close: '',
      p_bids_close: wallIn(72 * 60),
      p_reason: 'More time.',
    });
    const mails = (await takeMails(db)).filter((mail) => 'key' in mail.data);
    expect(mails.map((mail) => mail.to)).toEqual([supplier.email, supplier.email]);
    // A tender of its own for the false address does not open an account that reads this one.
    const other = await bidding();
    await call(coordinator, 'invite_supplier', {
      p_round: other.round,
      p_supplier: supplier.supplier,
      p_locale: 'en',
    });
    const [false_] = (await takeMails(db)).filter((mail) => mail.to === 'thief@isoko.test');
    const claim = call(coordinator, 'claim_supplier', {
      p_slug: other.slug,
      p_key: false_!.data['key'],
    });
    expect(await answerOf(claim)).toBe('supplier_own');
    expect(
      await call('anon', 'read_tender', { p_slug: slug, p_key: false_!.data['key'] }),
    ).toBeNull();
  });

  it('follows a mended address while nobody has answered, and the old link dies', async () => {
    const { round, slug } = await bidding();
    const supplier = randomUUID();
    const facts = { name: 'Typo', country: 'RW', locale: 'en', email: 'typo@isoko.test' };
    const place = await call(coordinator, 'invite_new_supplier', {
      p_id: supplier,
      p_round: round,
      p_supplier: facts,
    });
    const [first] = await takeMails(db).then((mails) =>
      mails.filter((mail) => mail.to === facts.email),
    );
    await call(coordinator, 'save_supplier', {
      p_id: supplier,
      p_cluster: cluster.id,
      p_supplier: { ...facts, email: 'right@isoko.test' },
    });
    await sql`update public.round_suppliers set mailed_at = now() - interval '1 hour' where id = ${place as string}`;
    await call(coordinator, 'resend_invitation', { p_place: place });
    const [second] = await takeMails(db).then((mails) =>
      mails.filter((mail) => mail.to === 'right@isoko.test'),
    );
    expect(
      await call('anon', 'read_tender', { p_slug: slug, p_key: first!.data['key'] }),
    ).toBeNull();
    expect(
      await call('anon', 'read_tender', { p_slug: slug, p_key: second!.data['key'] }),
    ).not.toBeNull();
  });

  it('may be declined and taken up again, not while a bid is filed', async () => {
    const { round, slug, lots } = await bidding();
    const by = await bidder(round);
    const decline = () =>
      call('anon', 'decline_tender', { p_round: round, p_reason: 'No stock', p_key: by.key });
    await decline();
    expect(await answerOf(save(by, round, bidOf([line(lots[0]!)])))).toBe('not_found');
    await call('anon', 'confirm_tender', { p_slug: slug, p_key: by.key, p_again: true });
    await file(by, round, bidOf([line(lots[0]!)]));
    expect(await answerOf(decline())).toBe('wrong_state');
  });
});

describe('who found the open tender', () => {
  it('is mailed a link, and gets the same answer when it is known already', async () => {
    const { slug, round } = await bidding({ round: { openToDirectory: true } });
    const closed = await bidding();
    await takeMails(db);
    const ask = (of: string, email: string) =>
      call('service', 'ask_for_tender', {
        p_slug: of,
        p_name: 'Found it',
        p_country: 'TZ',
        p_email: email,
        p_locale: 'sw',
      });
    const answers = [await ask(slug, 'found@isoko.test'), await ask(slug, 'FOUND@isoko.test')];
    expect(answers[0]).toEqual(answers[1]);
    const mails = await takeMails(db);
    expect(mails.filter((mail) => mail.template === 'tender_invited')).toMatchObject([
      { to: 'found@isoko.test', locale: 'sw' },
    ]);
    const places = await sql`select from public.round_suppliers where round_id = ${round}`;
    expect(places).toHaveLength(1);
    expect(await answerOf(ask(closed.slug, 'found@isoko.test'))).toBe('bidding_closed');
    expect(await call('anon', 'tender_door', { p_slug: closed.slug })).toBeNull();
    expect(await call('anon', 'tender_door', { p_slug: slug })).toMatchObject({
      title: 'Soles and glue for March',
    });
  });
});

describe('a bid', () => {
  it('is saved, filed, replaced and withdrawn; each receipt is the hash of what was filed', async () => {
    const { round, lots, slug } = await bidding();
    const by = await bidder(round);
    const draft = await save(by, round, bidOf([line(lots[0]!)]));
    expect(
      await save(
        by,
        round,
        bidOf([
          line(lots[0]!, [
            [1, 900],
            [100, 800],
          ]),
        ]),
      ),
    ).toBe(draft);
    const first = await submit(by, round, draft);
    expect(await submit(by, round, draft)).toEqual(first);
    const second = await file(by, round, bidOf([line(lots[0]!, [[1, 700]])]));
    expect(second).toMatchObject({ version: 2 });
    await withdraw(by, round, second.bid);
    await withdraw(by, round, second.bid);
    const third = await file(by, round, bidOf([line(lots[0]!, [[1, 650]])]));
    const view = await call<{ bids: { state: string; sha256: string; text: string }[] }>(
      'anon',
      'read_tender',
      { p_slug: slug, p_key: by.key },
    );
    expect(view.bids.map((bid) => bid.state)).toEqual(['submitted', 'withdrawn', 'replaced']);
    expect(view.bids.map((bid) => sha(bid.text))).toEqual([
      third.sha256,
      second.sha256,
      first.sha256,
    ]);
    const receipts = (await takeMails(db)).filter((mail) => mail.template === 'bid_filed');
    expect(receipts.map((mail) => mail.data['sha256'])).toEqual([
      first.sha256,
      second.sha256,
      third.sha256,
    ]);
    expect(receipts.every((mail) => mail.to === by.email && !('key' in mail.data))).toBe(true);
  });

  const refused: [string, (lot: string) => Record<string, unknown>, string][] = [
    ['without lines', () => bidOf([]), 'bid_without_lines'],
    ['without a price', (lot) => bidOf([line(lot, [])]), 'bid_without_price'],
    [
      'with a rising price',
      (lot) =>
        bidOf([
          line(lot, [
            [1, 5],
            [10, 6],
          ]),
        ]),
      'tier_price_rises',
    ],
    [
      'that ends before the opening',
      (lot) => bidOf([line(lot)], { validUntil: '2020-01-01' }),
      'bid_ends_too_soon',
    ],
  ];
  it.each(refused)('is not filed %s', async (_name, input, code) => {
    const { round, lots } = await bidding();
    const by = await bidder(round);
    expect(await answerOf(file(by, round, input(lots[0]!)))).toBe(code);
  });

  const unsaved: [string, (lot: string) => Record<string, unknown>, string][] = [
    [
      'in a currency without a rate',
      (lot) => bidOf([line(lot)], { currency: 'KES' }),
      'currency_without_rate',
    ],
    ['in no currency', (lot) => bidOf([line(lot)], { currency: 'XYZ' }), 'currency_without_rate'],
    ['with a lot of elsewhere', () => bidOf([line(randomUUID())]), 'not_found'],
    ['with a price of nothing', (lot) => bidOf([line(lot, [[1, 0]])]), 'invalid_input'],
    ['with a word for a number', (lot) => bidOf([line(lot, [], { pack: 'ten' })]), 'invalid_input'],
    ['with too much', (lot) => bidOf([line(lot, [[1, 1e15]])]), 'invalid_input'],
    ['with the same lot twice', (lot) => bidOf([line(lot), line(lot)]), 'invalid_input'],
  ];
  it.each(unsaved)(
    'is not saved %s, and the refusal names no value',
    async (_name, input, code) => {
      const { round, lots } = await bidding();
      const by = await bidder(round);
      const refusal = await save(by, round, input(lots[0]!)).catch(
        (error: unknown) => error as Error & { detail?: string },
      );
      expect((refusal as Error).message).toBe(code);
      expect((refusal as { detail?: string }).detail ?? '').toBe('');
    },
  );

  it('keeps the answers to what was asked alone', async () => {
    const { round, lots, slug } = await bidding({
      lots: [{ qualityCriteria: [{ id: 'a', question: 'Without azo dyes?', weightBp: 10000 }] }],
    });
    const by = await bidder(round);
    await save(
      by,
      round,
      bidOf([line(lots[0]!, [[1, 5]], { qualityAnswers: { a: true, b: false, c: 'x' } })]),
    );
    const view = await call<{ bids: { lines: Row[] }[] }>('anon', 'read_tender', {
      p_slug: slug,
      p_key: by.key,
    });
    expect(view.bids[0]!.lines[0]!['qualityAnswers']).toEqual({ a: true });
  });

  it('never changes once it is filed, not even for who owns the database’s tables', async () => {
    const { round, lots } = await bidding();
    const by = await bidder(round);
    const { bid } = await file(by, round, bidOf([line(lots[0]!)]));
    expect(await answerOf(sql`update public.bids set notes = 'cheaper' where id = ${bid}`)).toBe(
      'append_only',
    );
    expect(await answerOf(sql`update public.bid_lines set pack = 1 where bid_id = ${bid}`)).toBe(
      'append_only',
    );
    expect(await answerOf(sql`delete from public.bid_lines where bid_id = ${bid}`)).toBe(
      'append_only',
    );
  });

  it('has papers that come before it is filed, and stay', async () => {
    const { round, lots } = await bidding();
    const [by, rival] = [await bidder(round), await bidder(round, 'Rival')];
    const bid = await save(by, round, bidOf([line(lots[0]!)]));
    const paper = {
      id: randomUUID(),
      name: 'sheet.pdf',
      contentType: 'application/pdf',
      bytes: 10,
      sha256: 'a'.repeat(64),
      pages: 1,
    };
    const add = (key: string | undefined, files: unknown[]) =>
      call('anon', 'add_files', { p_room: 'bid', p_room_id: bid, p_files: files, p_key: key });
    expect(await answerOf(add(rival.key, [paper]))).toBe('not_found');
    await add(by.key, [paper]);
    const open = (key: string) =>
      answerOf(call('anon', 'open_file', { p_file: paper.id, p_keys: [key] }));
    expect([await open(by.key!), await open(rival.key!)]).toEqual(['ok', 'not_found']);
    await submit(by, round, bid);
    expect(await answerOf(add(by.key, [{ ...paper, id: randomUUID() }]))).toBe('not_found');
    expect(
      await answerOf(call('anon', 'remove_bid_file', { p_file: paper.id, p_key: by.key })),
    ).toBe('not_found');
  });

  it('hands its papers on to the bid that replaces it, each to be taken out', async () => {
    const { round, lots } = await bidding();
    const by = await bidder(round);
    const first = await save(by, round, bidOf([line(lots[0]!)]));
    const paper = (name: string, digit: string) => ({
      id: randomUUID(),
      name,
      contentType: 'application/pdf',
      bytes: 10,
      sha256: digit.repeat(64),
      pages: 1,
    });
    const [sheet, terms] = [paper('sheet.pdf', 'a'), paper('terms.pdf', 'b')];
    await call('anon', 'add_files', {
      p_room: 'bid',
      p_room_id: first,
      p_files: [sheet, terms],
      p_key: by.key,
    });
    await submit(by, round, first);
    const second = await save(by, round, bidOf([line(lots[0]!)]));
    expect(await save(by, round, bidOf([line(lots[0]!)]))).toBe(second);
    const papersOf = (bid: string) =>
      sql<{ id: string; name: string; stored: string }[]>`
        select id, name, coalesce(kept_as, id) as stored from public.files where room = 'bid' and room_id = ${bid} order by name`;
    const kept = await papersOf(second);
    expect(kept.map(({ name, stored }) => [name, stored])).toEqual([
      ['sheet.pdf', sheet.id],
      ['terms.pdf', terms.id],
    ]);
    const opened = await call('anon', 'open_file', { p_file: kept[0]!.id, p_keys: [by.key] });
    expect(opened).toMatchObject({ name: 'sheet.pdf', storedAs: sheet.id });
    await call('anon', 'remove_bid_file', { p_file: kept[1]!.id, p_key: by.key });
    await submit(by, round, second);
    const third = await save(by, round, bidOf([line(lots[0]!)]));
    expect((await papersOf(third)).map(({ stored }) => stored)).toEqual([sheet.id]);
    expect(await papersOf(first)).toHaveLength(2);
    const [filed] =
      await sql`select content -> 'files' as files from public.bids where id = ${second}`;
    expect(filed!['files']).toMatchObject([
      { id: kept[0]!.id, name: 'sheet.pdf', sha256: sheet.sha256 },
    ]);
  });
});

describe('the deadline', () => {
  it('is the database’s clock, in the transaction that files', async () => {
    const { round, lots } = await bidding();
    const by = await bidder(round);
    const draft = await save(by, round, bidOf([line(lots[0]!)]));
    await deadline(round);
    const acts = [
      () => submit(by, round, draft),
      () => save(by, round, bidOf([line(lots[0]!)])),
      () =>
        call('anon', 'ask_question', {
          p_form: randomUUID(),
          p_round: round,
          p_question: 'Late?',
          p_key: by.key,
        }),
      () => call('anon', 'decline_tender', { p_round: round, p_key: by.key }),
    ];
    for (const act of acts) expect(await answerOf(act())).toBe('bidding_closed');
  });

  it('opens once, however often the clock runs, and reads out exactly what was filed', async () => {
    const { round, lots } = await bidding();
    const [a, b, late] = [
      await bidder(round, 'Ahead'),
      await bidder(round, 'Behind'),
      await bidder(round, 'Gone'),
    ];
    await file(a, round, bidOf([line(lots[0]!, [[1, 950]])]));
    const kept = await file(a, round, bidOf([line(lots[0]!, [[1, 930]])]));
    const inDollars = await file(b, round, bidOf([line(lots[0]!, [[1, 66]])], { currency: 'USD' }));
    const gone = await file(late, round, bidOf([line(lots[0]!)]));
    await withdraw(late, round, gone.bid);
    await save(late, round, bidOf([line(lots[0]!)]));
    await letTimePass(sql, round, 47 * 60);
    await clock();
    expect(await stateOf(round)).toBe('bidding');
    await letTimePass(sql, round, 2 * 60);
    await takeMails(db);
    await Promise.all([clock(), clock(), clock()]);
    await clock();
    expect(await stateOf(round)).toBe('opened');
    const opening = await one(
      sql`select bid_count, record from public.round_openings where round_id = ${round}`,
    );
    expect(opening['bid_count']).toBe(2);
    expect((opening['record'] as Row[]).map((row) => row['sha256'])).toEqual([
      kept.sha256,
      inDollars.sha256,
    ]);
    const filed = await sql<
      Row[]
    >`select content::text as text, sha256 from public.bids where round_id = ${round} and state = 'submitted'`;
    for (const row of filed) expect(sha(row['text'] as string)).toBe(row['sha256']);
    const events = await sql<
      Row[]
    >`select action from public.events where subject_id = ${round} and action like 'bid.%' order by id`;
    expect(events.map((row) => row['action'])).toEqual([
      'bid.submitted',
      'bid.submitted',
      'bid.submitted',
      'bid.submitted',
      'bid.withdrawn',
    ]);
    const told = (await takeMails(db)).filter((mail) => mail.template === 'bids_opened');
    expect(told).toHaveLength(4);
    const rates = await sql<
      Row[]
    >`select currency, numerator, denominator from public.round_rates where round_id = ${round} order by 1`;
    expect(rates.map((row) => row['currency'])).toEqual(['RWF', 'USD']);
    expect(rates[0]).toMatchObject({ numerator: '1', denominator: '1' });
    // 1 690.12345678 francs or 1.08 dollars for a euro: one cent is that much of a franc, exactly.
    const [top, bottom] = [
      BigInt(rates[1]!['numerator'] as string),
      BigInt(rates[1]!['denominator'] as string),
    ];
    expect(top * 108_000_000n * 100n).toBe(bottom * 169_012_345_678n);
  });

  it('does not open with too few bids; who extends keeps what was filed, who cancels leaves it sealed', async () => {
    const made = await bidding({ round: { minimumBids: 2 } });
    const other = await bidding({ round: { minimumBids: 2 } });
    for (const { round, lots } of [made, other]) {
      await file(await bidder(round), round, bidOf([line(lots[0]!)]));
      await deadline(round);
    }
    await takeMails(db);
    await clock();
    await clock();
    const short = (await takeMails(db)).filter((mail) => mail.template === 'bids_short');
    const rounds = [made.round, other.round];
    expect(short.filter((mail) => rounds.includes(mail.data['roundId'] as string))).toHaveLength(2);
    expect(await stateOf(made.round)).toBe('bidding');
    await call(coordinator, 'cancel_round', { p_round: other.round, p_reason: 'Too few.' });
    await call(coordinator, 'amend_round', {
      p_round: made.round,
      p_text: 'More time for all.',
      p_changes: {},
      p_bids_close: wallIn(30 * 60),
    });
    await file(await bidder(made.round, 'Second'), made.round, bidOf([line(made.lots[0]!)]));
    await letTimePass(sql, made.round, 31 * 60);
    await clock();
    expect(await stateOf(made.round)).toBe('opened');
    expect(
      await sql`select from public.round_openings where round_id = ${other.round}`,
    ).toHaveLength(0);
    expect(
      await sql`select from public.events where subject_id = ${other.round} and action like 'bid.%'`,
    ).toHaveLength(0);
  });
});

describe('a race', () => {
  it('of two windows of one supplier files one bid', async () => {
    const { round, lots } = await bidding();
    const by = await bidder(round);
    const draft = await save(by, round, bidOf([line(lots[0]!)]));
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(by, round, draft)));
    expect(new Set(answers.map((answer) => answer.sha256)).size).toBe(1);
    expect(await sql`select from private.bid_events where bid_id = ${draft}`).toHaveLength(1);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        answerOf(file(by, round, bidOf([line(lots[0]!, [[1, 100 + n]])]))),
      ),
    );
    expect(results.every((code) => code === 'ok')).toBe(true);
    expect(
      await sql`select from public.bids where round_id = ${round} and state = 'submitted'`,
    ).toHaveLength(1);
  });

  it('of a bid that began in time with the clock: the clock waits, and opens it', async () => {
    const { round, lots } = await bidding();
    const [by, early] = [await bidder(round), await bidder(round, 'Early')];
    await file(early, round, bidOf([line(lots[0]!)]));
    const draft = await save(by, round, bidOf([line(lots[0]!)]));
    await sql`update public.rounds set pledges_close_at = now() - interval '1 hour', bids_close_at = now() + interval '1 second' where id = ${round}`;
    let opening: Promise<number> | undefined;
    await db.asAnon(async (tx) => {
      await tx`select public.submit_bid(${round}, ${draft}, ${by.key!})`;
      await tx`select pg_sleep(6.5)`;
      opening = clock();
      await tx`select pg_sleep(0.5)`;
    });
    expect(await opening).toBe(1);
    const row = await one(
      sql`select bid_count from public.round_openings where round_id = ${round}`,
    );
    expect(row['bid_count']).toBe(2);
  }, 30_000);
});
