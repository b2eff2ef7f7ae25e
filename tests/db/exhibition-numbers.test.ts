import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { NumberLine, Numbers } from '#src/features/exhibitions/numbers/queries.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addTour,
  addWork,
  draftExhibition,
  furnishedBooth,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, member, rival, stranger] = await Promise.all(
  Array.from({ length: 4 }, () => db.addUser()),
);
const cluster = await scene.cluster(curator!, 'Masoro');
const shop = await scene.workshop(member!, 'Akagera Boots');
const other = await scene.workshop(rival!, 'Rival Boots');
await sql`update public.producers set state = 'active' where id in ${sql([shop.id, other.id])}`;
const stage = { sql, cluster: cluster.id, curator: curator! };
const [boot, rivalBoot] = [
  await scene.published(member!, shop.id),
  await scene.published(rival!, other.id),
];

type SeenRow = Record<string, unknown>;
const seen = (...rows: SeenRow[]) => call<number>('service', 'count_seen', { p_seen: rows });
const counts = (exhibition: string) => sql<
  { subject: string; subject_id: string; metric: string; channel: string; count: number }[]
>`
  select subject, subject_id, metric, channel, count::int from public.daily_counts where exhibition_id = ${exhibition} order by subject, metric, channel`;
const numbers = (exhibition: string, who = curator!, days?: number) =>
  call<Numbers | null>(who, 'exhibition_numbers', {
    p_exhibition: exhibition,
    p_locale: 'en',
    p_days: days,
  });
const boothNumbers = (booth: string, who = member!, days?: number) =>
  call<Numbers | null>(who, 'booth_numbers', { p_booth: booth, p_locale: 'en', p_days: days });

/** With a trade that begins anew. */
async function fair() {
  await sql`update public.inquiries set state = 'blocked'`;
  const shown = await shownExhibition(stage);
  const mine = await furnishedBooth(stage, shown.hall, shop.id, { products: [boot.id] });
  const theirs = await furnishedBooth(stage, shown.hall, other.id, { products: [rivalBoot.id] });
  const slugs = await sql<{ id: string; slug: string }[]>`
    select id, slug from public.booths where exhibition_id = ${shown.exhibition}
    union all select id, slug from public.exhibits where exhibition_id = ${shown.exhibition}
    union all select id, slug from public.halls where exhibition_id = ${shown.exhibition}`;
  const slugOf = (id: string) => slugs.find((one) => one.id === id)!.slug;
  const at = (subject: string, id: string | null, more: SeenRow = {}) => ({
    exhibition: shown.slug,
    subject,
    slug: id && slugOf(id),
    metric: 'view',
    channel: 'web',
    count: 1,
    ...more,
  });
  return { ...shown, mine, theirs, at };
}

describe('what was looked at', () => {
  it('is added up by thing, measure and way', async () => {
    const here = await fair();
    const { at, mine } = here;
    const exhibit = mine.exhibits[0]!;
    const n = await seen(
      at('exhibition', null, { count: 3 }),
      at('hall', here.hall),
      at('booth', mine.booth, { channel: 'embed' }),
      at('exhibit', exhibit, { count: 2 }),
      at('exhibit', exhibit),
      at('exhibit', exhibit, { metric: 'zoom' }),
      at('exhibit', exhibit, { metric: 'save', channel: 'code:poster' }),
    );
    expect(n).toBe(6);
    await seen(at('exhibit', exhibit));
    const rows = await counts(here.exhibition);
    expect(rows).toContainEqual({
      subject: 'exhibit',
      subject_id: exhibit,
      metric: 'view',
      channel: 'web',
      count: 4,
    });
    expect(rows).toContainEqual({
      subject: 'exhibit',
      subject_id: exhibit,
      metric: 'save',
      channel: 'code:poster',
      count: 1,
    });
    expect(rows).toContainEqual({
      subject: 'booth',
      subject_id: mine.booth,
      metric: 'view',
      channel: 'embed',
      count: 1,
    });
    const [day] = await sql<{ ok: boolean }[]>`
      select bool_and(day = (now() at time zone 'Africa/Kigali')::date) as ok from public.daily_counts where exhibition_id = ${here.exhibition}`;
    expect(day!.ok).toBe(true);
  });

  it('counts a stop by its number in the walk', async () => {
    const here = await fair();
    const [picture] = await sql<{ id: string }[]>`
      select media_id as id from public.exhibit_media m join public.exhibits x on x.id = m.exhibit_id where x.exhibition_id = ${here.exhibition} limit 1`;
    const tour = await addTour(stage, here.exhibition, picture!.id);
    const row = {
      exhibition: here.slug,
      subject: 'stop',
      slug: tour.slug,
      metric: 'listen',
      channel: 'web',
      count: 1,
    };
    expect(await seen({ ...row, stop: 2 })).toBe(1);
    expect(
      await seen({ ...row, stop: 3 }, { ...row, stop: null }, { ...row, stop: 2, slug: 'no-tour' }),
    ).toBe(0);
    expect((await counts(here.exhibition))[0]).toMatchObject({
      subject: 'stop',
      subject_id: tour.stops[1],
      metric: 'listen',
    });
  });

  it('drops what is unknown, hidden, or made up', async () => {
    const here = await fair();
    const { at, mine } = here;
    await sql`update public.booths set state = 'submitted', approved_at = null where id = ${mine.booth}`;
    const bad = [
      at('booth', mine.booth),
      at('exhibit', mine.exhibits[0]!),
      at('exhibition', null, { exhibition: 'no-such-thing' }),
      at('exhibition', null, { metric: 'order' }),
      at('exhibition', null, { metric: 'card' }),
      at('exhibition', null, { count: 0 }),
      at('exhibition', null, { count: -5 }),
      at('hall', null),
      at('nonsense', null),
    ];
    expect(await seen(...bad)).toBe(0);
    expect(await counts(here.exhibition)).toEqual([]);
    // A channel that nobody has printed, or that is a kiosk's own, is the site.
    await seen(
      at('exhibition', null, { channel: 'code:invented' }),
      at('exhibition', null, { channel: `kiosk:${randomUUID()}` }),
    );
    expect((await counts(here.exhibition)).map(({ channel, count }) => [channel, count])).toEqual([
      ['web', 2],
    ]);
  });

  it('counts nothing of a draft, and before the opening the first page alone', async () => {
    const draft = await draftExhibition(stage);
    const hall = await addHall(stage, draft);
    await addWork(stage, hall);
    const [row] = await sql<{ slug: string; hall: string }[]>`
      select e.slug, h.slug as hall from public.exhibitions e join public.halls h on h.exhibition_id = e.id where e.id = ${draft}`;
    const first = {
      exhibition: row!.slug,
      subject: 'exhibition',
      metric: 'view',
      channel: 'web',
      count: 1,
    };
    const inside = { ...first, subject: 'hall', slug: row!.hall };
    expect(await seen(first, inside)).toBe(0);
    await sql`update public.exhibitions set preview_hash = sha256('x') where id = ${draft}`;
    expect(await seen(first, inside)).toBe(0);
    await call(curator!, 'publish_exhibition', { p_exhibition: draft });
    expect(await seen(first, inside)).toBe(1);
    expect((await counts(draft)).map(({ subject }) => subject)).toEqual(['exhibition']);
  });

  it('is handed in by the server alone', async () => {
    for (const who of ['anon', stranger!, curator!])
      expect(await answerOf(call(who, 'count_seen', { p_seen: '[]' }))).toBe('not_allowed');
    for (const who of [stranger!, member!, curator!])
      expect(
        await answerOf(
          db.asUser(
            who,
            (
              tx,
            ) => tx`insert into public.daily_counts (day, exhibition_id, subject, subject_id, metric, channel, count)
            select current_date, e.id, 'exhibition', e.id, 'view', 'web', 9 from public.exhibitions e`,
          ),
        ),
      ).toBe('not_allowed');
  });

  it('loses none of many at once', async () => {
    const here = await fair();
    const { at, mine, theirs } = here;
    const rows = [
      at('booth', mine.booth),
      at('booth', theirs.booth),
      at('hall', here.hall),
      at('exhibition', null),
    ];
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => seen(...(n % 2 ? rows : rows.toReversed()))),
    );
    expect((await counts(here.exhibition)).map(({ count }) => count)).toEqual([20, 20, 20, 20]);
  });
});

const ask = (by: string, product: string) =>
  call<string>(by, 'send_inquiry', {
    p_id: randomUUID(),
    p_product: product,
    p_message: 'Sixty pairs, please.',
    p_quantity: 60,
    p_needed_by: null,
    p_country: 'DE',
    p_organisation: '',
    p_locale: 'en',
    p_buyer: null,
  });

describe('the numbers', () => {
  it('are a funnel, days, things, codes and ways, for the curators', async () => {
    const here = await fair();
    const { at, mine } = here;
    await seen(
      at('exhibition', null, { count: 5 }),
      at('exhibit', mine.exhibits[0]!, { count: 3 }),
      at('exhibit', mine.exhibits[0]!, { metric: 'save' }),
    );
    const [code] = await sql<
      { code: string }[]
    >`select code from public.codes where exhibition_id = ${here.exhibition} and campaign = 'poster' limit 1`;
    await call('anon', 'resolve_code', { p_code: code!.code });
    const buyer = await db.addUser();
    await ask(buyer, boot.id);
    const told = (await numbers(here.exhibition))!;
    expect(told.totals).toEqual({ view: 8, save: 1, code: 1, inquiry: 1 });
    expect(told.codes).toEqual([{ campaign: 'poster', scans: 1 }]);
    expect(told.channels).toEqual([{ channel: 'web', views: 8 }]);
    expect(told.places[0]).toMatchObject({ subject: 'exhibition', views: 5 });
    expect(told.places[1]).toMatchObject({
      subject: 'exhibit',
      id: mine.exhibits[0],
      title: { text: 'A boot' },
      views: 3,
      saves: 1,
    });
    expect(told.days.at(-1)).toMatchObject({ views: 8, saves: 1, scans: 1, asked: 1, ordered: 0 });
    expect(told.days.length).toBeGreaterThanOrEqual(2);
    expect(told.days[0]!.day).toBe(told.since);
    expect((await numbers(here.exhibition, curator!, 1))!.days).toHaveLength(1);
    expect((await numbers(here.exhibition, curator!, 100_000))!.days).toHaveLength(366);
    // Made before the opening, or of something that does not hang here, it is none of the fair's.
    await sql`update public.inquiries set created_at = now() - interval '30 days'`;
    await ask(buyer, rivalBoot.id);
    expect((await numbers(here.exhibition))!.totals).toMatchObject({ inquiry: 1 });
    await sql`update public.inquiries set state = 'blocked'`;
    expect((await numbers(here.exhibition))!.totals.inquiry).toBeUndefined();
  });

  it('of a booth are its own, and say nothing of another', async () => {
    const here = await fair();
    const { at, mine, theirs } = here;
    await seen(
      at('exhibition', null, { count: 50 }),
      at('booth', mine.booth, { count: 2 }),
      at('exhibit', mine.exhibits[0]!, { count: 3 }),
      at('booth', theirs.booth, { count: 7 }),
      at('exhibit', theirs.exhibits[0]!, { count: 11 }),
    );
    const buyer = await db.addUser();
    await ask(buyer, boot.id);
    await ask(buyer, rivalBoot.id);
    await ask(await db.addUser(), rivalBoot.id);
    const own = (await boothNumbers(mine.booth))!;
    expect(own.totals).toEqual({ view: 5, inquiry: 1 });
    expect(own.places.map(({ id }) => id).toSorted()).toEqual(
      [mine.booth, mine.exhibits[0]!].toSorted(),
    );
    expect(own.kiosks).toEqual([]);
    expect((await boothNumbers(theirs.booth, rival!))!.totals).toEqual({ view: 18, inquiry: 2 });
    for (const who of [rival!, stranger!]) {
      expect(await boothNumbers(mine.booth, who)).toBeNull();
      expect(
        await call(who, 'booth_number_lines', { p_booth: mine.booth, p_locale: 'en' }),
      ).toBeNull();
      expect(await numbers(here.exhibition, who)).toBeNull();
      expect(
        await call(who, 'exhibition_number_lines', {
          p_exhibition: here.exhibition,
          p_locale: 'en',
        }),
      ).toBeNull();
      expect(await db.asUser(who, (tx) => tx`select 1 from public.daily_counts`)).toHaveLength(0);
    }
    expect(JSON.stringify(await boothNumbers(mine.booth))).not.toContain(theirs.booth);
    expect(
      await answerOf(call('anon', 'booth_numbers', { p_booth: mine.booth, p_locale: 'en' })),
    ).toBe('not_allowed');
    expect(await numbers(randomUUID())).toBeNull();
    expect(await boothNumbers(randomUUID())).toBeNull();
  });

  it('come as lines too, that add up to the same', async () => {
    const here = await fair();
    const { at, mine } = here;
    await seen(
      at('exhibit', mine.exhibits[0]!, { count: 3 }),
      at('booth', mine.booth, { count: 2, channel: 'embed' }),
    );
    await ask(await db.addUser(), boot.id);
    const lines = (await call<NumberLine[]>(member!, 'booth_number_lines', {
      p_booth: mine.booth,
      p_locale: 'en',
    }))!;
    const all = (await call<NumberLine[]>(curator!, 'exhibition_number_lines', {
      p_exhibition: here.exhibition,
      p_locale: 'en',
    }))!;
    const sum = (some: NumberLine[], metric: string) =>
      some.filter((line) => line.metric === metric).reduce((n, { count }) => n + count, 0);
    for (const some of [lines, all]) {
      expect(sum(some, 'view')).toBe(5);
      expect(sum(some, 'inquiry')).toBe(1);
    }
    expect(all.find(({ metric }) => metric === 'inquiry')).toMatchObject({ subject: 'exhibition' });
    // What is no longer there still counts in the sum.
    await sql`delete from public.exhibits where id = ${mine.exhibits[0]!}`;
    expect((await numbers(here.exhibition))!.places.find(({ views }) => views === 3)).toMatchObject(
      { title: null },
    );
  });

  it('tell curators how many cards there were, not at which booth', async () => {
    const here = await fair();
    for (const [subject, id] of [
      ['booth', here.mine.booth],
      ['booth', here.theirs.booth],
      ['exhibition', here.exhibition],
    ])
      await sql`select private.count_daily(${here.exhibition}, ${subject!}, ${id!}, 'card', 'web')`;
    expect((await numbers(here.exhibition))!.totals).toEqual({ card: 1 });
    expect((await boothNumbers(here.mine.booth))!.totals).toEqual({ card: 1 });
    const lines = await call<NumberLine[]>(curator!, 'exhibition_number_lines', {
      p_exhibition: here.exhibition,
      p_locale: 'en',
    });
    expect(lines.map(({ subject, metric }) => [subject, metric])).toEqual([['exhibition', 'card']]);
  });
});
