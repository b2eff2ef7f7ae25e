import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { MediaShelf } from '#src/server/media/shelf.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import { DEMO_PASSWORD } from '#supabase/demo/content/accounts.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import { exhibitionId } from '#supabase/demo/db/exhibitions/find.ts';
import { removeDemo } from '#supabase/demo/db/removal.ts';
import { loadDemo } from '#supabase/demo/load.ts';
import { connect } from '#supabase/embedded/database.ts';
import { FileStorage } from '#supabase/embedded/file-storage.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const [OPEN, CLOSED] = EXHIBITIONS;

const db = await createTestDatabase();
await runMigrations({ connectionString: db.url });
const api = await startApi(db);
const dataDir = mkdtempSync(join(tmpdir(), 'isoko-exhibitions-'));
const compact = await sharp({
  create: { width: 240, height: 200, channels: 3, background: '#5f3420' },
})
  .avif()
  .toBuffer();

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** What the tours look into and the exhibitions draw for themselves. */
const refs = EXHIBITIONS.flatMap(({ tours, hero }) => [
  hero,
  ...tours.flatMap(({ stops }) => stops.map(({ picture }) => picture)),
]);

const NAMES = new Set(PRODUCERS.map(({ name }) => name));

/** Texts in another language than the reader's; a workshop is called what it is called. */
function otherTexts(value: unknown, locale: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, locale: written } = value as { text?: string; locale?: string };
  if (typeof text === 'string') return written === locale || NAMES.has(text) ? [] : [text];
  return Object.values(value).flatMap((part) => otherTexts(part, locale));
}

async function one(query: string): Promise<number> {
  const [row] = await db.sql.unsafe(`select (${query})::int as n`);
  return Number(row?.['n']);
}

/** Rows of all tables that know of exhibitions. */
async function counts(): Promise<Record<string, number>> {
  const tables = await db.sql`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and (column_name = 'exhibition_id' or table_name in ('exhibitions', 'exhibit_media', 'section_media', 'section_files', 'card_booths', 'meetings', 'media', 'media_alts', 'files', 'notifications'))
      and table_name in (select tablename from pg_tables where schemaname = 'public')`;
  const found: Record<string, number> = {};
  for (const { name } of tables)
    found[String(name)] = await one(`select count(*) from public.${String(name)}`);
  return found;
}

const before = await counts();

describe('the exhibitions of the demo', () => {
  test('are loaded with all that stands in them', async () => {
    await loadDemo({
      databaseUrl: db.url,
      dataDir,
      siteUrl: 'https://market.example',
      source: async () => compact,
      pictures: ({ place: { of, key, position } }) =>
        of === 'exhibition' || refs.includes(`${of}:${key}/${position}`),
    });
    const rows = await db.sql`
      select e.slug, private.exhibition_state(e) as state, e.cluster_id is null as operators,
        (select count(*)::int from public.halls h where h.exhibition_id = e.id) as halls,
        (select count(*)::int from public.booths b where b.exhibition_id = e.id and private.booth_shows(b)) as booths,
        (select count(*)::int from public.exhibits x where x.exhibition_id = e.id and private.exhibit_shows(x)) as objects,
        (select count(*)::int from public.tour_stops s where s.exhibition_id = e.id) as stops,
        (select count(distinct s.kind)::int from public.sections s where s.exhibition_id = e.id) as sections,
        (select count(*)::int from public.guest_book_entries g where g.exhibition_id = e.id and g.state = 'shown') as guests,
        (select count(distinct d.day)::int from public.daily_counts d where d.exhibition_id = e.id) as days,
        (select count(*)::int from public.codes c where c.exhibition_id = e.id) as codes
      from public.exhibitions e order by e.opens_at desc`;
    expect(rows.map(({ slug, state, operators }) => [slug, state, operators])).toEqual([
      [OPEN!.slug, 'open', false],
      [CLOSED!.slug, 'closed', true],
    ]);
    const sum = (field: string) => rows.reduce((all, row) => all + Number(row[field]), 0);
    expect(sum('halls')).toBe(6);
    expect(sum('booths')).toBeGreaterThanOrEqual(10);
    expect(sum('objects')).toBeGreaterThanOrEqual(60);
    expect(rows[0]).toMatchObject({ stops: 12, sections: 6, days: 10 });
    for (const row of rows) {
      expect(row['guests']).toBeGreaterThanOrEqual(5);
      expect(row['codes']).toBe(
        3 * (4 + Number(row['booths']) + Number(row['objects']) + Number(row['stops'])),
      );
    }
    expect(await one(`select count(*) from public.exhibit_media where role = 'turn'`)).toBe(12);
    expect(await one('select count(*) from public.section_files')).toBe(4);
    expect(
      await one(
        "select count(*) from public.meeting_slots where starts_at < now() or starts_at > now() + interval '20 days'",
      ),
    ).toBe(0);
    expect(await one('select count(*) from public.meeting_slots')).toBeGreaterThan(30);
    expect(await one("select count(*) from public.card_booths where answer = 'shared'")).toBe(2);
    expect(await one('select count(*) from public.card_booths where answer is null')).toBe(4);
    expect(await one('select count(*) from public.daily_counts where day >= current_date')).toBe(0);
  });

  test('lack nothing that a curator is asked for before publishing', async () => {
    const [open] = await db.sql`
      select private.exhibition_facts(e) as facts, private.exhibition_is_ready(e) as ready
      from public.exhibitions e where e.id = ${exhibitionId(OPEN!.slug)}`;
    expect(open!['facts'].texts).toEqual([]);
    expect(open!['facts'].pictures).toEqual([]);
    expect(open!['ready']).toBe(true);
    const [closed] = await db.sql`
      select private.exhibition_facts(e) as facts from public.exhibitions e where e.id = ${exhibitionId(CLOSED!.slug)}`;
    expect(closed!['facts'].texts).toEqual([]);
    expect(closed!['facts'].pictures).toEqual([]);
    expect(
      await one(
        `select count(*) from public.tour_stops s join public.media m on m.id = s.media_id where s.x + s.width > m.width or s.y + s.height > m.height`,
      ),
    ).toBe(0);
  });

  test.each(LOCALES)('can be walked through by anybody in %s', async (locale) => {
    const visitor = api.clients.anon();
    for (const { slug, halls, objects, booths } of EXHIBITIONS) {
      const page = await visitor.rpc('exhibition_page', { p_slug: slug, p_locale: locale });
      expect(page.error).toBeNull();
      expect(otherTexts(page.data, locale)).toEqual([]);
      for (const hall of halls) {
        const { data } = await visitor.rpc('exhibition_hall', {
          p_slug: slug,
          p_hall: hall.slug,
          p_locale: locale,
        });
        expect(JSON.stringify(data), hall.slug).toContain(JSON.stringify(hall.title[locale]));
      }
      const hidden = booths.filter(({ state }) => state).map(({ producer }) => producer);
      for (const { slug: object, booth, texts } of objects) {
        const { data } = await visitor.rpc('exhibition_object', {
          p_slug: slug,
          p_exhibit: object,
          p_locale: locale,
        });
        if (booth && hidden.includes(booth)) expect(data, object).toBeNull();
        else expect(JSON.stringify(data), object).toContain(JSON.stringify(texts.label[locale]));
      }
    }
  });

  test('answer a viewer for a picture of every kind, by its description and by the files it names', async () => {
    const files = new FileStorage(join(dataDir, 'storage'));
    const get = async (key: string) => {
      const object = await files.getObject('media', key).catch(() => null);
      return (
        object && new Uint8Array(await new Response(object.body as ReadableStream).arrayBuffer())
      );
    };
    const shelf = new MediaShelf({ bucket: { get }, siteUrl: 'https://market.example' });
    const kinds = await db.sql<{ kind: string; code: string; sha8: string }[]>`
      select distinct on (u.kind) u.kind, m.code, m.sha8 from (
        select 'hero' as kind, hero_media_id as id from public.exhibitions
        union all select 'hall', media_id from public.halls
        union all select role::text, media_id from public.exhibit_media
        union all select 'stop', media_id from public.tour_stops) u
      join public.media m on m.id = u.id and m.state = 'ready' order by u.kind, m.code`;
    const found = kinds.map(({ kind }) => kind);
    const wanted = ['after', 'before', 'hero', 'step', 'stop', 'turn', 'view'];
    expect(wanted.filter((kind) => !found.includes(kind))).toEqual([]);
    for (const { kind, code, sha8 } of kinds) {
      const ask = (file: string) => shelf.answer(`${code}-${sha8}/${file}`, undefined);
      const info = await ask('info.json');
      expect([kind, info.status]).toEqual([kind, 200]);
      const described = JSON.parse(Buffer.from(info.body!).toString()) as {
        sizes: { width: number; height: number }[];
      };
      for (const { width, height } of described.sizes) {
        const file = await ask(`full/${width},${height}/0/default.jpg`);
        expect([kind, file.status, file.headers['content-type']]).toEqual([
          kind,
          200,
          'image/jpeg',
        ]);
      }
      expect((await ask('full/max/0/default.jpg')).status, kind).toBe(200);
    }
  });

  test('leave work on the desks: one booth waits for its curator, one for its producer', async () => {
    const coordinator = await api.clients.signIn('coordinator@isoko.test', DEMO_PASSWORD);
    const { data } = await coordinator.client.from('booths').select('state').order('state');
    const states = (data ?? []).map(({ state }) => String(state));
    expect(states.filter((state) => state === 'submitted')).toHaveLength(1);
    expect(states.filter((state) => state === 'offered')).toHaveLength(1);
    const producer = await api.clients.signIn('producer@isoko.test', DEMO_PASSWORD);
    const own = await producer.client.from('booths').select('state');
    expect(own.data).toEqual([{ state: 'approved' }]);
  });

  test('go with the demo: nothing of them stays, and codes are kept again', async () => {
    const owner = connect(db.url);
    expect(await removeDemo(owner)).toMatchObject({ exhibitions: EXHIBITIONS.length });
    await owner.end();
    expect(await counts()).toEqual(before);
    expect(await one('select count(*) from public.codes')).toBe(0);
    const lifted = await db.sql`select tgname from pg_trigger where tgenabled = 'D'`;
    expect(lifted).toHaveLength(0);
  });
});
