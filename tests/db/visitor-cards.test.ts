import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RETENTION_DAYS } from '#src/domain/retention.ts';
import type {
  BoothCards,
  CardPage,
  Leads,
  OwnCard,
} from '#src/features/exhibitions/visitors/views.ts';
import { sweeps } from '#src/worker/tasks/sweeps.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  draftExhibition,
  furnishedBooth,
  shownExhibition,
  addHall,
} from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, member, colleague, rival, operator] = await Promise.all(
  Array.from({ length: 5 }, () => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const cluster = await scene.cluster(curator!, 'Masoro');
const shop = await scene.workshop(member!, 'Akagera Boots');
const other = await scene.workshop(rival!, 'Bweza');
for (const [owner, id] of [
  [member!, shop.id],
  [rival!, other.id],
] as const)
  await scene.accept(owner, await scene.invite(curator!, 'cluster_producer', cluster.id), id);
await scene.accept(colleague!, await scene.invite(member!, 'producer_member', shop.id, 'editor'));
const stage = { sql, cluster: cluster.id, curator: curator! };
const fair = await shownExhibition(stage);
const { booth } = await furnishedBooth(stage, fair.hall, shop.id);
const { booth: rivals } = await furnishedBooth(stage, fair.hall, other.id);

const PERSON = {
  name: 'Nadine Uwera',
  company: 'Maison Lumière',
  email: 'nadine@example.com',
  phone: '+33 6 12 34 56 78',
  country: 'FR',
  note: 'Two hundred derbies. Write to nadine@example.com or call 06 12 34 56 78, www.lumiere.example.com',
  locale: 'fr',
  consent: 'Je laisse cette carte aux stands que j’ai choisis.',
};
/** What says who somebody is. */
const SECRETS = ['Nadine', 'Uwera', 'Lumi', 'nadine', '612345678', '12 34', 'lumiere', '@'];

function card(change: Record<string, unknown> = {}) {
  const id = randomUUID();
  // An address of its own, so that the budget of one address is not the budget of the test.
  const email = `nadine-${id}@example.com`;
  return { ...PERSON, id, email, key: randomBytes(32).toString('base64url'), ...change };
}
type Card = ReturnType<typeof card>;
const leave = (given: Card, booths: string[] = [booth], who = 'service') =>
  call<{ id: string; retainedUntil: string | null }>(who, 'leave_card', {
    p_card: given,
    p_booths: booths,
  });
const left = async (change: Record<string, unknown> = {}, booths?: string[]) => {
  const made = card(change);
  await leave(made, booths);
  return made;
};
const own = ({ id }: Card, key: string, who = 'anon') =>
  call<OwnCard | null>(who, 'read_card', { p_card: id, p_key: key, p_locale: 'en' });
const takeBack = ({ id, key }: Card, more: Record<string, unknown> = {}) =>
  call<boolean>('anon', 'take_back_card', { p_card: id, p_key: key, ...more });
const answer = ({ id }: Card, yes: boolean | null, who = member!, at = booth) =>
  answerOf(call(who, 'answer_card', { p_booth: at, p_card: id, p_yes: yes }));
const write = ({ id }: Card, who = member!, at = booth, message = 'It was good to meet you.') =>
  answerOf(call(who, 'follow_up_card', { p_booth: at, p_card: id, p_message: message }));
const cards = (state: string, who = member!, at = booth) =>
  call<BoothCards | null>(who, 'booth_cards', { p_booth: at, p_answer: state, p_limit: 100 });
const leads = (who = member!, at = booth) =>
  call<Leads | null>(who, 'booth_leads', { p_booth: at });
const mails = async ({ email }: { email: string }) =>
  (
    await sql<{ payload: Record<string, never> & { template: string; data: { key: string } } }[]>`
      select payload from private.outbox where kind = 'mail.send' and payload ->> 'to' = ${email} order by created_at`
  ).map(({ payload }) => payload);
const counted = async (subject: string) =>
  Number(
    (
      await sql`select coalesce(sum(count), 0) as n from public.daily_counts where subject_id = ${subject} and metric = 'card'`
    )[0]!['n'],
  );

describe('a card is left', () => {
  it('once however often it is sent, with one mail, one word to the booth and one count', async () => {
    const made = card();
    const before = await counted(booth);
    const [first, second] = await Promise.all([leave(made), leave(made)]);
    expect(second).toEqual(first);
    expect(await leave({ ...made, name: 'Somebody else' })).toEqual(first);
    const [row] = await sql`select * from public.visitor_cards where id = ${made.id}`;
    expect(row).toMatchObject({ name: PERSON.name, phone: '+33612345678', user_id: null });
    expect(row!['consent_text']).toBe(PERSON.consent);
    expect(row!['key_hash']).toEqual(createHash('sha256').update(made.key).digest());
    expect(await mails(made)).toHaveLength(1);
    expect(await counted(booth)).toBe(before + 1);
    const told =
      await sql`select user_id, count, data from public.notifications where kind = 'booth_card'
      and user_id in ${sql([member!, colleague!, rival!])}`;
    expect(told.map(({ user_id }) => user_id).sort()).toEqual([member!, colleague!].sort());
    expect(JSON.stringify(told)).not.toMatch(/Nadine|nadine|Lumi/);
  });

  it('with an id that nobody else may use', async () => {
    const made = await left();
    const thief = { ...made, key: randomBytes(32).toString('base64url') };
    expect(await answerOf(leave(thief))).toBe('conflict');
  });

  it('only with a name, a way to answer, a consent, a strong key and a booth', async () => {
    const refused = (change: Record<string, unknown>, booths?: string[]) =>
      answerOf(leave(card(change), booths));
    expect(await refused({ name: ' ' })).toBe('required');
    expect(await refused({ email: '', phone: '' })).toBe('email_or_phone');
    expect(await refused({ consent: null })).toBe('invalid_input');
    expect(await refused({ key: 'short' })).toBe('invalid_input');
    expect(await refused({ email: 'no address' })).toBe('invalid_input');
    expect(await refused({ phone: '+0 12' })).toBe('invalid_input');
    expect(await refused({}, [])).toBe('no_booth_chosen');
    expect(await refused({}, [randomUUID()])).toBe('not_found');
    expect(await refused({ email: '' })).toBe('ok');
  });

  it('by the server or somebody signed in, never by a stranger straight at the database', async () => {
    expect(await answerOf(leave(card(), [booth], 'anon'))).toBe('not_allowed');
    const visitor = await db.addUser();
    const made = card();
    await leave(made, [booth], visitor);
    expect(await own(made, '', visitor)).toMatchObject({ id: made.id });
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'Misuse' where user_id = ${visitor}`;
    expect(await answerOf(leave(card(), [booth], visitor))).toBe('account_suspended');
  });

  it('at booths of one open or closed exhibition that visitors see', async () => {
    const waiting = await draftExhibition(stage);
    const { booth: unseen } = await furnishedBooth(stage, await addHall(stage, waiting), shop.id);
    expect(await answerOf(leave(card(), [unseen]))).toBe('not_found');
    const coming = await shownExhibition(stage, { opens: 60, closes: 90 });
    const { booth: early } = await furnishedBooth(stage, coming.hall, shop.id);
    expect(await answerOf(leave(card(), [early]))).toBe('not_found');
    const over = await shownExhibition(stage, { opens: -90, closes: -60 });
    const { booth: late } = await furnishedBooth(stage, over.hall, shop.id);
    const both = await left({}, [late, rivals, early]);
    const lies = await sql`select booth_id from public.card_booths where card_id = ${both.id}`;
    expect(lies.map(({ booth_id }) => booth_id)).toEqual([late]);
    await sql`update public.booths set state = 'accepted', approved_at = null where id = ${late}`;
    expect(await answerOf(leave(card(), [late]))).toBe('not_found');
    await sql`update public.exhibitions set has_cards = false where id = ${over.exhibition}`;
    expect(await call('anon', 'card_page', { p_slug: over.slug, p_locale: 'en' })).toBeNull();
  });

  it('with few mails a day to one address, whoever types it', async () => {
    const email = 'victim@example.com';
    for (let n = 0; n < 6; n += 1) expect(await answerOf(leave(card({ email })))).toBe('ok');
    expect(await answerOf(leave(card({ email })))).toBe('rate_limited');
    expect(JSON.stringify(await mails({ email }))).not.toMatch(/Nadine|derbies/);
  });

  it('says until when it is kept: as long as the privacy page says', async () => {
    const page = (await call<CardPage | null>('anon', 'card_page', {
      p_slug: fair.slug,
      p_locale: 'en',
    }))!;
    const [row] = await sql<{ day: string }[]>`
      select ((closes_at at time zone zone)::date + ${RETENTION_DAYS.visitorCard}::int)::text as day
      from public.exhibitions where id = ${fair.exhibition}`;
    expect(page.retainedUntil).toBe(row!.day);
    expect((await leave(card())).retainedUntil).toBe(row!.day);
    expect(page.halls[0]!.booths.map(({ id }) => id)).toEqual([booth, rivals]);
    expect(page.me).toBeNull();
  });
});

describe('before its yes a booth', () => {
  it('reads initials, country and a note without addresses and numbers', async () => {
    const made = await left();
    const room = (await cards('waiting'))!;
    const seen = room.cards.find(({ id }) => id === made.id)!;
    expect(seen).toMatchObject({ initials: 'N. U.', country: 'FR', answer: 'waiting' });
    expect(seen.note).toContain('Two hundred derbies.');
    for (const secret of SECRETS) expect(JSON.stringify(seen)).not.toContain(secret);
    expect(seen).not.toHaveProperty('email');
    expect(JSON.stringify(await leads())).not.toContain(made.id);
    expect(await write(made)).toBe('wrong_state');
  });

  it.each([
    ['write a@b.example', 'write …'],
    ['a @ b', '…'],
    ['https://x.example/y now', '… now'],
    ['see shop.example.com/x now', 'see … now'],
    ['+250 788 123 456', '…'],
    ['0788-123-456 please', '… please'],
    ['(0788) 12 34 56', '(…'],
    ['200 pairs in 3 colours, size 42', '200 pairs in 3 colours, size 42'],
    ['Good. Very good', 'Good. Very good'],
  ])('does not find a contact in the note %j', async (note, shown) => {
    const [row] = await sql`select private.without_contact(${note}) as text`;
    expect(row!['text']).toBe(shown);
  });

  it('that said no reads no more, and the visitor sees no answer', async () => {
    const made = await left();
    expect(await answer(made, false)).toBe('ok');
    expect(await answer(made, false)).toBe('ok');
    const seen = (await cards('declined'))!.cards.find(({ id }) => id === made.id)!;
    for (const secret of SECRETS) expect(JSON.stringify(seen)).not.toContain(secret);
    expect((await own(made, made.key))!.booths).toMatchObject([{ sharedAt: null, contact: null }]);
    expect(await mails(made)).toHaveLength(1);
    expect(await answer(made, true)).toBe('ok');
  });
});

describe('with its yes', () => {
  it('contacts pass both ways, once', async () => {
    const made = await left({}, [booth, rivals]);
    expect(await answer(made, true, colleague!)).toBe('ok');
    expect(await answer(made, true)).toBe('ok');
    const shared = (await leads())!.leads.find(({ id }) => id === made.id)!;
    expect(shared).toMatchObject({ name: PERSON.name, email: made.email, note: PERSON.note });
    const sent = await mails(made);
    expect(sent.map(({ template }) => template)).toEqual(['card_left', 'card_shared']);
    const [contact] =
      await sql`select email from public.producer_contacts where producer_id = ${shop.id}`;
    expect(sent[1]!.data).toMatchObject({ contact: { email: contact!['email'] } });
    const page = (await own(made, made.key))!;
    expect(page.booths.map((each) => [each.id, each.contact?.email ?? null])).toEqual([
      [booth, contact!['email']],
      [rivals, null],
    ]);
    // The key of the second mail opens the card as well.
    expect(await own(made, sent[1]!.data.key)).toMatchObject({ id: made.id });
    expect(await answer(made, false)).toBe('wrong_state');
    expect(JSON.stringify(await cards('waiting', rival!, rivals))).not.toContain('Nadine');
  });

  it('which is none without an answer, or without a contact to give', async () => {
    const made = await left();
    expect(await answer(made, null)).toBe('invalid_input');
    const kept =
      await sql`update public.producer_contacts set email = null, phone = null, whatsapp = null where producer_id = ${shop.id} returning 1`;
    expect(kept).toHaveLength(1);
    expect(await answer(made, true)).toBe('booth_contact_missing');
    await sql`update public.producer_contacts set phone = '+250788000111' where producer_id = ${shop.id}`;
    expect(await answer(made, true)).toBe('ok');
    // A mail to which nobody could answer is not sent.
    expect(await write(made)).toBe('booth_contact_missing');
    await sql`update public.producer_contacts set email = 'boots@example.com' where producer_id = ${shop.id}`;
    expect(await write(made)).toBe('ok');
  });

  it('one mail follows, whose answer goes to the booth', async () => {
    const made = await left();
    expect(await write(made)).toBe('wrong_state');
    await answer(made, true);
    expect(await write(made, member!, booth, 'short')).toBe('invalid_input');
    expect(await write(made)).toBe('ok');
    expect(await write(made)).toBe('already_done');
    const sent = (await mails(made)).filter(({ template }) => template === 'card_follow_up');
    expect(sent).toMatchObject([
      { replyTo: 'boots@example.com', from: 'Akagera Boots', locale: 'fr' },
    ]);
    expect((await own(made, made.key))!.booths[0]!.followedUpAt).not.toBeNull();
    const silent = await left({ email: '' });
    await answer(silent, true);
    expect(await write(silent)).toBe('wrong_state');
  });

  it('is on record without the visitor', async () => {
    const events =
      await sql`select action, data from public.events where action like 'exhibition.card%'`;
    expect(events.length).toBeGreaterThan(2);
    expect(JSON.stringify(events)).not.toMatch(/Nadine|nadine|Lumi/);
  });
});

describe('nobody else', () => {
  it('of another booth reads, answers or writes to a card', async () => {
    const made = await left();
    expect(await cards('waiting', rival!)).toBeNull();
    expect(await leads(rival!)).toBeNull();
    expect(await answer(made, true, rival!)).toBe('not_found');
    expect(await answer(made, true, rival!, rivals)).toBe('not_found');
    expect(await write(made, rival!, rivals)).toBe('not_found');
    expect(await own(made, '', rival!)).toBeNull();
    expect(JSON.stringify(await cards('waiting', rival!, rivals))).not.toContain(made.id);
  });

  it('who curates, operates or coordinates sees more than how many there are', async () => {
    const made = await left();
    for (const who of [curator!, operator!]) {
      const room = (await cards('waiting', who))!;
      expect(room).toMatchObject({ opens: false, contact: null, cards: [] });
      expect(room.counts.waiting).toBeGreaterThan(0);
      expect(await leads(who)).toBeNull();
      expect(await answer(made, true, who)).toBe('not_allowed');
      expect(await write(made, who)).toBe('not_allowed');
      expect(await own(made, '', who)).toBeNull();
    }
    expect(await cards('waiting', await db.addUser())).toBeNull();
  });

  it('but the coordinators of a producer for whom nobody signs in', async () => {
    const id = randomUUID();
    await call(curator!, 'create_managed_producer', {
      p_id: id,
      p_cluster: cluster.id,
      p_name: 'Cyeza',
      p_kind: 'workshop',
      p_country: 'RW',
      p_place: 'Masoro',
      p_phone: '+250788222333',
      p_locale: 'en',
    });
    await sql`update public.producers set state = 'active' where id = ${id}`;
    const { booth: kept } = await furnishedBooth(stage, fair.hall, id);
    const made = await left({}, [kept]);
    expect(await answer(made, true, curator!, kept)).toBe('ok');
    expect((await leads(curator!, kept))!.leads).toHaveLength(1);
    expect(await answer(made, true, operator!, kept)).toBe('not_allowed');
  });

  it('once a member is suspended, or the producer is', async () => {
    const made = await left();
    await answer(made, true);
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'Misuse' where user_id = ${colleague!}`;
    expect(await answerOf(cards('shared', colleague!))).toBe('ok');
    expect(await cards('shared', colleague!)).toBeNull();
    expect(await leads(colleague!)).toBeNull();
    expect(await write(made, colleague!)).toBe('account_suspended');
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${colleague!}`;
    await sql`update public.producers set state = 'suspended', suspended_reason = 'Misuse' where id = ${shop.id}`;
    expect((await cards('shared'))!).toMatchObject({ opens: false, cards: [] });
    expect(await leads()).toBeNull();
    expect(await write(made)).toBe('not_allowed');
    expect((await own(made, made.key))!.booths[0]).toMatchObject({ contact: null, slug: null });
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
  });
});

describe('its visitor', () => {
  it('opens it with the key alone', async () => {
    const [made, foreign] = [await left(), await left()];
    expect(await own(made, made.key)).toMatchObject({ id: made.id, email: made.email });
    for (const key of ['', foreign.key, made.key.slice(1), made.key.toUpperCase()])
      expect(await own(made, key)).toBeNull();
    expect(await answerOf(takeBack({ ...made, key: foreign.key }))).toBe('not_found');
    expect(await own(made, made.key)).not.toBeNull();
  });

  it('takes it back from one booth, then from the last', async () => {
    const made = await left({}, [booth, rivals]);
    await answer(made, true);
    expect(await takeBack(made, { p_booth: booth })).toBe(false);
    expect(await takeBack(made, { p_booth: booth })).toBe(false);
    expect(JSON.stringify(await leads())).not.toContain(made.id);
    expect(await answer(made, true)).toBe('not_found');
    expect(await write(made)).toBe('not_found');
    expect(await takeBack(made, { p_booth: rivals })).toBe(true);
    expect(await own(made, made.key)).toBeNull();
    expect(await takeBack(made)).toBe(true);
  });

  it('has it gone for good: what comes late from a device does not bring it back', async () => {
    const made = await left();
    expect(await takeBack(made)).toBe(true);
    expect(await leave(made)).toEqual({ id: made.id, retainedUntil: null });
    expect(await own(made, made.key)).toBeNull();
    expect(await mails(made)).toHaveLength(1);
  });

  it('takes it along and away with the account', async () => {
    const visitor = await db.addUser();
    const made = card();
    await leave(made, [booth], visitor);
    const file = await call<{ visits: { cards: Record<string, unknown>[] } }>(
      visitor,
      'export_my_data',
    );
    expect(file.visits.cards).toMatchObject([
      { name: PERSON.name, note: PERSON.note, booths: [{ booth: 'Akagera Boots', shared: false }] },
    ]);
    expect(JSON.stringify(file.visits)).not.toContain('hash');
    await call(visitor, 'delete_my_account');
    expect(await sql`select 1 from public.visitor_cards where id = ${made.id}`).toHaveLength(0);
  });
});

describe('a card ends', () => {
  const sweep = (kind: string) =>
    sweeps
      .find((task) => task.kind === kind)!
      .run({}, {
        sql: { query: async (text: string) => ({ rowCount: (await sql.unsafe(text)).count }) },
        log: { info: () => {} },
      } as never);

  it('after its last day, unread even before the sweep, and the counts stay', async () => {
    const [old, last] = [await left(), await left()];
    await answer(old, true);
    const before = await counted(booth);
    await sql`update public.visitor_cards set retained_until = current_date - 1 where id = ${old.id}`;
    await sql`update public.visitor_cards set retained_until = current_date where id = ${last.id}`;
    expect(await own(old, old.key)).toBeNull();
    expect(JSON.stringify(await leads())).not.toContain(old.id);
    expect(await answer(old, false)).toBe('not_found');
    const told = await sql`select count(*)::int as n from private.outbox`;
    await sweep('sweep.visitor_cards');
    await sweep('sweep.visitor_cards');
    const rows =
      await sql`select id from public.visitor_cards where id in ${sql([old.id, last.id])}`;
    expect(rows.map(({ id }) => id)).toEqual([last.id]);
    expect(await counted(booth)).toBe(before);
    expect(await sql`select count(*)::int as n from private.outbox`).toEqual(told);
  });

  it('with its booth, or its exhibition', async () => {
    const gone = await shownExhibition(stage);
    const { booth: going } = await furnishedBooth(stage, gone.hall, shop.id);
    const made = await left({}, [going]);
    expect(
      await answerOf(call(curator!, 'withdraw_booth', { p_booth: going, p_reason: 'No room' })),
    ).toBe('booth_has_visitors');
    await sql`delete from public.booths where id = ${going}`;
    expect((await own(made, made.key))!.booths).toEqual([]);
    expect(await answer(made, true, member!, going)).toBe('not_found');
    await sql`delete from public.exhibitions where id = ${gone.exhibition}`;
    expect(await own(made, made.key)).toBeNull();
  });

  it('as a trace without anybody in it, which goes too', async () => {
    await sql`update private.gone_cards set gone_at = now() - interval '91 days'`;
    await sweep('sweep.gone_cards');
    expect(await sql`select 1 from private.gone_cards`).toHaveLength(0);
  });
});

describe('a card from a kiosk', () => {
  it('keeps the time of the consent, believes no clock of the future, and belongs to its fair', async () => {
    const [kiosk] = await sql<{ id: string }[]>`
      insert into public.kiosks (exhibition_id, name) values (${fair.exhibition}, 'Door') returning id`;
    const send = async (given: Card, booths = [booth]) =>
      sql`select private.leave_card(${sql.json(given)}, ${booths}::uuid[], ${kiosk!.id}) as left`;
    const [yesterday, ahead] = [
      card({ consentedAt: new Date(Date.now() - 86_400_000).toISOString() }),
      card({ consentedAt: '2999-01-01T00:00:00Z' }),
    ];
    await send(yesterday);
    await send(ahead);
    const rows = await sql<{ id: string; consented_at: Date }[]>`
      select id, consented_at from public.visitor_cards where id in ${sql([yesterday.id, ahead.id])}`;
    const ages = new Map(rows.map((row) => [row.id, Date.now() - row.consented_at.getTime()]));
    expect(ages.get(yesterday.id)).toBeGreaterThan(80_000_000);
    expect(ages.get(ahead.id)).toBeLessThan(80_000_000);
    const elsewhere = await shownExhibition(stage);
    const { booth: foreign } = await furnishedBooth(stage, elsewhere.hall, shop.id);
    expect(await answerOf(send(card(), [foreign]))).toBe('not_found');
    const [count] = await sql`select sum(count)::int as n from public.daily_counts
      where subject_id = ${booth} and metric = 'card' and channel = ${`kiosk:${kiosk!.id}`}`;
    expect(count!['n']).toBe(2);
  });
});
