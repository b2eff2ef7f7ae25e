import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wallClock } from '#src/domain/exhibitions/meeting-days.ts';
import { dayIn } from '#src/domain/time.ts';
import type {
  MeetingsPage,
  OwnMeeting,
  StudioMeetings,
} from '#src/features/exhibitions/meetings/queries.ts';
import { renderMail } from '#src/server/mail/render.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  draftExhibition,
  addHall,
  furnishedBooth,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, member, rival] = await Promise.all(Array.from({ length: 3 }, () => db.addUser()));
const cluster = await scene.cluster(curator!, 'Masoro');
const shop = await scene.workshop(member!, 'Akagera Boots');
const other = await scene.workshop(rival!, 'Rival Boots');
for (const [owner, id] of [
  [member!, shop.id],
  [rival!, other.id],
]) {
  await sql`update public.producers set state = 'active' where id = ${id!}`;
  await scene.accept(owner!, await scene.invite(curator!, 'cluster_producer', cluster.id), id);
}
const stage = { sql, cluster: cluster.id, curator: curator! };

const PLACE = 'Table 7, behind the press';
const tomorrow = (days = 1) => dayIn('Africa/Kigali', new Date(Date.now() + days * 86_400_000));
const plan = (more: Record<string, unknown> = {}) => ({
  day: tomorrow(),
  from: '10:00',
  to: '12:00',
  minutes: 20,
  break: 10,
  place: PLACE,
  ...more,
});
const make = (booth: string, more: Record<string, unknown> = {}, who = member!) =>
  call<number>(who, 'make_meeting_slots', { p_booth: booth, p_plan: plan(more) });

/** An open exhibition with a booth of each shop. */
async function fair(times: { opens?: number; closes?: number } = {}) {
  const shown = await shownExhibition(stage, times);
  const mine = await furnishedBooth(stage, shown.hall, shop.id);
  const theirs = await furnishedBooth(stage, shown.hall, other.id);
  const [row] = await sql<
    { slug: string }[]
  >`select slug from public.booths where id = ${mine.booth}`;
  return { ...shown, booth: mine.booth, boothSlug: row!.slug, rivalBooth: theirs.booth };
}
const free = async (slug: string, booth: string, who = 'anon') =>
  call<MeetingsPage | null>(who, 'booth_meetings', {
    p_slug: slug,
    p_booth: booth,
    p_locale: 'fr',
  });
const room = (booth: string, who = member!) =>
  call<StudioMeetings | null>(who, 'studio_meetings', { p_booth: booth });

const newKey = () => randomBytes(32).toString('base64url');
const person = (n: number | string = 1) => ({
  name: 'Claire Dupont',
  company: 'Maison',
  email: `visitor-${n}@example.com`,
  zone: 'Europe/Paris',
  note: 'Two hundred pairs.',
  locale: 'fr',
});
type Asked = { id?: string; key?: string; user?: string | null; who?: Record<string, unknown> };
const book = (slot: string, { id = randomUUID(), key = newKey(), user = null, who }: Asked = {}) =>
  call<string>('service', 'book_meeting', {
    p_id: id,
    p_slot: slot,
    p_key: key,
    p_meeting: who ?? person(id),
    p_user: user,
  });
const read = (id: string, key?: string, who = 'anon') =>
  call<OwnMeeting | null>(who, 'read_meeting', { p_id: id, p_locale: 'en', p_key: key });
const cancel = (id: string, key?: string, who = 'anon') =>
  call(who, 'cancel_meeting', { p_id: id, p_key: key, p_reason: 'A train is late.' });
const mails = (template: string) => sql<
  { payload: { to: string; locale: 'en'; data: Record<string, unknown> } }[]
>`
  select payload from private.outbox where kind = 'mail.send' and payload ->> 'template' = ${template} order by created_at`;

describe('times that a booth offers', () => {
  it('are made once, shown free without their place, and taken back', async () => {
    const here = await fair();
    expect(await make(here.booth)).toBe(4);
    expect(await make(here.booth)).toBe(0);
    expect(await make(here.booth, { from: '10:10', to: '10:40' })).toBe(0);
    expect(await make(here.booth, { from: '10:20', to: '10:30', minutes: 10 })).toBe(1);
    const page = await free(here.slug, here.boothSlug);
    expect(page!.slots).toHaveLength(5);
    expect(JSON.stringify(page)).not.toContain('Table 7');
    const { slots } = (await room(here.booth))!;
    expect(slots.every(({ place }) => place === PLACE)).toBe(true);
    const gone = await call<number>(member!, 'remove_meeting_slots', {
      p_booth: here.booth,
      p_slots: slots.slice(0, 2).map(({ id }) => id),
    });
    expect(gone).toBe(2);
    expect((await free(here.slug, here.boothSlug))!.slots).toHaveLength(3);
    const events =
      await sql`select action from public.events where subject_id = ${here.exhibition} and action like 'exhibition.meetings%' order by id`;
    expect(events.map(({ action }) => action)).toEqual([
      'exhibition.meetings_offered',
      'exhibition.meetings_offered',
      'exhibition.meetings_removed',
    ]);
  });

  it('need room, a day to come, and an end', async () => {
    const here = await fair();
    const said = async (more: Record<string, unknown>) => answerOf(make(here.booth, more));
    expect(await said({ from: '10:00', to: '10:10' })).toBe('meeting_times');
    expect(await said({ from: '10:00', to: '09:00' })).toBe('meeting_times');
    expect(await said({ day: tomorrow(-1) })).toBe('date_past');
    expect(await said({ day: tomorrow(500) })).toBe('invalid_input');
    expect(await said({ minutes: 4 })).toBe('invalid_input');
    expect(await said({ day: 'soon' })).toBe('invalid_input');
    expect(await said({ from: '00:00', to: '23:59', minutes: 5, break: 0 })).toBe('too_many_slots');
    for (let day = 1; day <= 5; day += 1)
      await make(here.booth, {
        day: tomorrow(day),
        from: '08:00',
        to: '16:20',
        minutes: 5,
        break: 0,
      });
    expect(await said({ day: tomorrow(6) })).toBe('too_many_slots');
  });

  it('are an approved booth’s own, and nobody else’s', async () => {
    const here = await fair();
    await make(here.booth);
    const { slots } = (await room(here.booth))!;
    for (const who of [rival!, await db.addUser()]) {
      expect(await answerOf(make(here.booth, {}, who))).toBe('not_found');
      expect(await room(here.booth, who)).toBeNull();
      expect(
        await answerOf(
          call(who, 'remove_meeting_slots', { p_booth: here.booth, p_slots: [slots[0]!.id] }),
        ),
      ).toBe('not_found');
    }
    // With a booth of one's own, another's time does not go.
    expect(
      await call(rival!, 'remove_meeting_slots', {
        p_booth: here.rivalBooth,
        p_slots: [slots[0]!.id],
      }),
    ).toBe(0);
    await sql`update public.booths set state = 'submitted', approved_at = null where id = ${here.booth}`;
    expect(await answerOf(make(here.booth, { day: tomorrow(2) }))).toBe('wrong_state');
    expect(await free(here.slug, here.boothSlug)).toBeNull();
    await sql`update public.booths set state = 'approved', approved_at = now() where id = ${here.booth}`;
    await sql`update public.exhibitions set has_meetings = false where id = ${here.exhibition}`;
    expect(await answerOf(make(here.booth, { day: tomorrow(2) }))).toBe('wrong_state');
    expect(await free(here.slug, here.boothSlug)).toBeNull();
    expect(await answerOf(book(slots[0]!.id))).toBe('slot_gone');
  });

  it('are no news of a draft, and disappear when they begin, by the database’s clock', async () => {
    const draft = await draftExhibition(stage);
    const { booth } = await furnishedBooth(stage, await addHall(stage, draft), shop.id);
    await make(booth);
    const [row] = await sql<{ slug: string; booth: string; slot: string }[]>`
      select e.slug, b.slug as booth, (select s.id from public.meeting_slots s where s.booth_id = b.id limit 1) as slot
      from public.booths b join public.exhibitions e on e.id = b.exhibition_id where b.id = ${booth}`;
    expect(await free(row!.slug, row!.booth)).toBeNull();
    expect(await answerOf(book(row!.slot))).toBe('slot_gone');

    const here = await fair();
    await make(here.booth);
    const [first, second] = (await free(here.slug, here.boothSlug))!.slots;
    await sql`update public.meeting_slots set starts_at = now() - interval '1 second' where id = ${first!.id}`;
    const left = (await free(here.slug, here.boothSlug))!.slots.map(({ id }) => id);
    expect(left).toHaveLength(3);
    expect(left).not.toContain(first!.id);
    expect(await answerOf(book(first!.id))).toBe('slot_gone');
    expect(await answerOf(book(second!.id))).toBe('ok');
    const page = async () =>
      (
        await call<{ meets: boolean }>('anon', 'exhibition_booth', {
          p_slug: here.slug,
          p_booth: here.boothSlug,
          p_locale: 'en',
        })
      ).meets;
    expect(await page()).toBe(true);
    await sql`update public.meeting_slots set starts_at = starts_at - interval '9 days' where booth_id = ${here.booth}`;
    expect(await page()).toBe(false);
  });

  it('follow one another in real minutes, whatever the clocks do', async () => {
    const zones = [
      'Europe/Paris',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Kigali',
      'America/Havana',
      'Asia/Kathmandu',
    ];
    // Around the changes of 2027, and any other day. Zones whose rules governments change each year would only tell whose list is newer.
    const days = [
      '2027-03-14',
      '2027-03-28',
      '2027-04-03',
      '2027-04-04',
      '2027-09-05',
      '2027-10-03',
      '2027-10-31',
      '2027-11-07',
      '2027-02-07',
      '2027-03-14',
      '2027-06-15',
    ];
    const quarter = fc.integer({ min: 0, max: 95 });
    const hhmm = (n: number) =>
      `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.constantFrom(...days),
        quarter,
        quarter,
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 0, max: 40 }),
        async (zone, day, a, b, minutes, pause) => {
          const [from, to] = a < b ? [a, b] : [b, a];
          const rows = await sql<{ at: Date; last: Date; first: Date }[]>`
            select s as at, (${day}::date + ${hhmm(to)}::time) at time zone ${zone} as last, (${day}::date + ${hhmm(from)}::time) at time zone ${zone} as first
            from private.slot_starts(${day}, ${hhmm(from)}, ${hhmm(to)}, ${minutes}, ${pause}, ${zone}) s`;
          for (const [n, { at, last, first }] of rows.entries()) {
            expect(at.getTime()).toBe(first.getTime() + n * (minutes + pause) * 60_000);
            expect(at.getTime() + minutes * 60_000).toBeLessThanOrEqual(last.getTime());
            const shown = wallClock(at.toISOString(), zone);
            expect(shown.day).toBe(day);
            expect(shown.minute).toBeGreaterThanOrEqual(from * 15);
          }
          // Nothing that had room was left out.
          const { first, last } = rows[0] ?? {};
          if (first && last) {
            const next =
              first.getTime() + rows.length * (minutes + pause) * 60_000 + minutes * 60_000;
            expect(next).toBeGreaterThan(last.getTime());
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a visitor', () => {
  it('books without an account, once however often it is sent, and comes back by the key', async () => {
    const here = await fair();
    await make(here.booth);
    const [slot] = (await free(here.slug, here.boothSlug))!.slots;
    const [id, key] = [randomUUID(), newKey()];
    for (let n = 0; n < 3; n += 1) expect(await book(slot!.id, { id, key })).toBe(id);
    expect(await answerOf(book(slot!.id, { id, key: newKey() }))).toBe('conflict');
    const own = (await read(id, key))!;
    expect(own).toMatchObject({
      state: 'booked',
      place: PLACE,
      zone: 'Africa/Kigali',
      visitorZone: 'Europe/Paris',
    });
    for (const wrong of [undefined, newKey(), '']) expect(await read(id, wrong)).toBeNull();
    expect(await read(id, undefined, member!)).toBeNull();
    const sent = (await mails('visitor_meeting')).filter(
      ({ payload }) => payload.data['id'] === id,
    );
    expect(sent).toHaveLength(1);
    const mail = renderMail('visitor_meeting', 'fr', sent[0]!.payload.data, {
      name: 'Isoko',
      url: 'https://market.example',
    });
    expect(mail.text).toContain(`/fr/meetings/${id}?key=${key}`);
    expect(mail.text).toContain(PLACE);
    expect(mail.attachments![0]!.content).toMatch(/METHOD:PUBLISH[\s\S]*UID:meeting-/);
    expect(mail.attachments![0]!.content).not.toContain(key);
    const [row] = await sql`select key_hash from public.meetings where id = ${id}`;
    expect(row!['key_hash']).not.toContain(key);
  });

  it('is told to the booth by name, and found there with address and note', async () => {
    const here = await fair();
    await make(here.booth);
    const [slot] = (await free(here.slug, here.boothSlug))!.slots;
    const id = await book(slot!.id);
    const [told] = await sql<{ data: Record<string, unknown> }[]>`
      select data from public.notifications where user_id = ${member!} and kind = 'meeting_booked' and data ->> 'meetingId' = ${id}`;
    expect(told!.data).toMatchObject({
      organisation: 'Claire Dupont (Maison)',
      boothId: here.booth,
    });
    expect(JSON.stringify(told!.data)).not.toContain('@');
    const booked = (await room(here.booth))!.slots.find(({ meeting }) => meeting);
    expect(booked!.meeting).toMatchObject({
      id,
      email: `visitor-${id}@example.com`,
      note: 'Two hundred pairs.',
    });
    expect(JSON.stringify(await room(here.rivalBooth, rival!))).not.toContain('Claire');
    expect(await room(here.booth, rival!)).toBeNull();
    for (const table of ['meetings', 'meeting_slots'])
      for (const who of [member!, curator!, rival!])
        expect(
          await answerOf(db.asUser(who, (tx) => tx.unsafe(`select * from public.${table}`))),
        ).toBe('not_allowed');
  });

  it('is one of fifty who want the same time', async () => {
    const here = await fair();
    await make(here.booth);
    const [slot] = (await free(here.slug, here.boothSlug))!.slots;
    const tries = await Promise.all(Array.from({ length: 50 }, () => answerOf(book(slot!.id))));
    expect(tries.filter((said) => said === 'ok')).toHaveLength(1);
    expect(tries.filter((said) => said === 'slot_taken')).toHaveLength(49);
    const [row] =
      await sql`select count(*)::int as n from public.meetings where slot_id = ${slot!.id}`;
    expect(row!['n']).toBe(1);
    // And the same form sent fifty times at once is one booking.
    const [, next] = (await free(here.slug, here.boothSlug))!.slots;
    const twin = { id: randomUUID(), key: newKey() };
    const same = await Promise.all(
      Array.from({ length: 50 }, () => answerOf(book(next!.id, twin))),
    );
    expect(new Set(same)).toEqual(new Set(['ok']));
  });

  it('takes two times at one booth and not all of them', async () => {
    const here = await fair();
    await make(here.booth);
    const { slots } = (await free(here.slug, here.boothSlug))!;
    const who = person('greedy');
    const tries = await Promise.all(slots.map(({ id }) => answerOf(book(id, { who }))));
    expect(tries.toSorted()).toEqual(['ok', 'ok', 'too_many_meetings', 'too_many_meetings']);
  });

  it('cancels, which frees the time, and the calendar hears of it', async () => {
    const here = await fair();
    await make(here.booth);
    const [slot] = (await free(here.slug, here.boothSlug))!.slots;
    const [id, key] = [randomUUID(), newKey()];
    await book(slot!.id, { id, key });
    expect((await free(here.slug, here.boothSlug))!.slots).toHaveLength(3);
    for (const wrong of [undefined, newKey()])
      expect(await answerOf(cancel(id, wrong))).toBe('not_found');
    expect(await answerOf(cancel(id, undefined, rival!))).toBe('not_found');
    await Promise.all([cancel(id, key), cancel(id, key), cancel(id, key)]);
    expect((await free(here.slug, here.boothSlug))!.slots).toHaveLength(4);
    expect(await read(id, key)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'visitor',
      place: '',
    });
    const sent = (await mails('visitor_meeting_over')).filter(
      ({ payload }) => payload.data['id'] === id,
    );
    expect(sent).toHaveLength(1);
    const mail = renderMail('visitor_meeting_over', 'fr', sent[0]!.payload.data, {
      name: 'Isoko',
      url: 'https://market.example',
    });
    expect(mail.attachments![0]!.content).toMatch(
      /METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/,
    );
    const told =
      await sql`select 1 from public.notifications where kind = 'meeting_cancelled' and data ->> 'meetingId' = ${id}`;
    expect(told).toHaveLength(1);
    expect(await book(slot!.id)).toBeTruthy();
    // A time with a story is hidden, not deleted: the link in the mail still says what became of it.
    await sql`update public.meetings set cancelled_at = now(), cancelled_by = 'visitor' where slot_id = ${slot!.id} and cancelled_at is null`;
    expect(
      await call(member!, 'remove_meeting_slots', { p_booth: here.booth, p_slots: [slot!.id] }),
    ).toBe(1);
    expect((await free(here.slug, here.boothSlug))!.slots).toHaveLength(3);
    expect(await read(id, key)).toMatchObject({ state: 'cancelled' });
    expect(await answerOf(book(slot!.id))).toBe('slot_gone');
  });

  it('keeps what is booked when the booth takes free times back', async () => {
    const here = await fair();
    await make(here.booth);
    const { slots } = (await free(here.slug, here.boothSlug))!;
    const ids = slots.map(({ id }) => id);
    const [, removed] = await Promise.all([
      book(ids[0]!).catch(() => ''),
      call<number>(member!, 'remove_meeting_slots', { p_booth: here.booth, p_slots: ids }),
    ]);
    const [row] = await sql<{ booked: number; left: number }[]>`
      select (select count(*)::int from public.meetings m join public.meeting_slots s on s.id = m.slot_id where s.booth_id = ${here.booth} and m.cancelled_at is null and s.removed_at is null) as booked,
        (select count(*)::int from public.meeting_slots s where s.booth_id = ${here.booth} and s.removed_at is null) as left`;
    expect(row!.left).toBe(4 - removed);
    expect(row!.booked).toBe(row!.left);
  });

  it('with an account needs no key, and not once suspended', async () => {
    const here = await fair();
    await make(here.booth);
    const [one, two] = (await free(here.slug, here.boothSlug))!.slots;
    const visitor = await db.addUser();
    const id = await book(one!.id, { user: visitor });
    expect(await read(id, undefined, visitor)).toMatchObject({ state: 'booked' });
    expect(await call(visitor, 'export_my_data')).toMatchObject({
      visits: { meetings: [{ note: 'Two hundred pairs.' }] },
    });
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'spam' where user_id = ${visitor}`;
    expect(await answerOf(book(two!.id, { user: visitor }))).toBe('account_suspended');
    expect(await read(id, undefined, visitor)).toBeNull();
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${visitor}`;
    await call(visitor, 'delete_my_account');
    expect((await free(here.slug, here.boothSlug))!.slots).toHaveLength(4);
    expect(await sql`select 1 from public.meetings where id = ${id}`).toHaveLength(0);
  });

  it('is asked for by the server alone', async () => {
    for (const who of ['anon', member!])
      expect(
        await answerOf(
          call(who, 'book_meeting', {
            p_id: randomUUID(),
            p_slot: randomUUID(),
            p_key: newKey(),
            p_meeting: '{}',
            p_user: null,
          }),
        ),
      ).toBe('not_allowed');
    expect(await answerOf(book(randomUUID()))).toBe('slot_gone');
    expect(await answerOf(book(randomUUID(), { key: 'short' }))).toBe('invalid_input');
  });
});

describe('a booth that cannot keep a meeting', () => {
  it('says why, and the visitor has it by mail', async () => {
    const here = await fair();
    await make(here.booth);
    const [slot] = (await free(here.slug, here.boothSlug))!.slots;
    const [id, key] = [randomUUID(), newKey()];
    await book(slot!.id, { id, key });
    const off = (who: string, reason: string, withdraw = false) =>
      call(who, 'call_off_meeting', { p_meeting: id, p_reason: reason, p_withdraw: withdraw });
    for (const who of [rival!, await db.addUser()])
      expect(await answerOf(off(who, 'Not mine'))).toBe('not_found');
    expect(await answerOf(off(member!, ' '))).toBe('reason_required');
    await off(member!, 'The press broke.', true);
    await off(member!, 'Again', true);
    expect(await read(id, key)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'booth',
      reason: 'The press broke.',
    });
    expect((await free(here.slug, here.boothSlug))!.slots).toHaveLength(3);
    const sent = (await mails('visitor_meeting_over')).filter(
      ({ payload }) => payload.data['id'] === id,
    );
    expect(sent).toHaveLength(1);
    expect(
      renderMail('visitor_meeting_over', 'en', sent[0]!.payload.data, {
        name: 'Isoko',
        url: 'https://market.example',
      }).text,
    ).toContain('> The press broke.');
    const [event] =
      await sql`select data::text as data, reason from public.events where action = 'exhibition.meeting_called_off' and subject_id = ${here.exhibition}`;
    expect(`${event!['data']} ${event!['reason']}`).not.toMatch(/press|Claire|@/);
    const past = (await room(here.booth))!.past;
    expect(past[0]!.meeting).toMatchObject({ cancelledBy: 'booth' });
  });

  it('cannot once it has begun', async () => {
    const here = await fair();
    await make(here.booth);
    const [slot] = (await free(here.slug, here.boothSlug))!.slots;
    const [id, key] = [randomUUID(), newKey()];
    await book(slot!.id, { id, key });
    await sql`update public.meeting_slots set starts_at = now() - interval '1 minute' where id = ${slot!.id}`;
    expect(await read(id, key)).toMatchObject({ state: 'running' });
    expect(await answerOf(cancel(id, key))).toBe('wrong_state');
    expect(
      await answerOf(call(member!, 'call_off_meeting', { p_meeting: id, p_reason: 'Too late' })),
    ).toBe('wrong_state');
    expect((await room(here.booth))!.slots[0]!.meeting).toMatchObject({ id });
  });
});
