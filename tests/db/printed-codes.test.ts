import { describe, expect, it } from 'vitest';
import { checkCharacter } from '#src/domain/exhibitions/code.ts';
import type { CataloguePage, CodePlace, CodeSheet } from '#src/features/exhibitions/fair/views.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
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
const [curator, rival, member] = await Promise.all(Array.from({ length: 3 }, () => db.addUser()));
const cluster = await scene.cluster(curator!, 'Masoro');
await scene.cluster(rival!, 'Elsewhere');
const shop = await scene.workshop(member!, 'Akagera Boots');
await scene.accept(member!, await scene.invite(curator!, 'cluster_producer', cluster.id), shop.id);
const stage = { sql, cluster: cluster.id, curator: curator! };

const make = (exhibition: string, campaign = 'stand', who = curator!) =>
  call<number>(who, 'make_codes', { p_exhibition: exhibition, p_campaign: campaign });
const resolve = (code: string, who = 'anon') =>
  call<CodePlace | null>(who, 'resolve_code', { p_code: code });
const sheet = (exhibition: string, who = curator!, campaign = 'stand') =>
  call<CodeSheet | null>(who, 'exhibition_codes', {
    p_exhibition: exhibition,
    p_campaign: campaign,
    p_locale: 'en',
  });
const codeOf = async (target: string, id: string, campaign = 'stand') =>
  (
    await sql<{ code: string }[]>`
      select code from public.codes where target = ${target} and target_id = ${id} and campaign = ${campaign}`
  )[0]!.code;

describe('printed codes', () => {
  it('agree with TypeScript on the check character', async () => {
    const codes = ['0000000', 'zzzzzzz', '1234567', 'abcdefg', 'hjkmnpq'];
    for (const code of codes) {
      const [row] = await sql`select private.crockford_check(${code}) as sign`;
      expect(row!['sign']).toBe(checkCharacter(code));
    }
  });

  it('are made once for each thing, lead to it, and count the campaign', async () => {
    const shown = await shownExhibition(stage);
    const first = await make(shown.exhibition);
    expect(first).toBeGreaterThan(2);
    expect(await make(shown.exhibition)).toBe(0);
    expect((await sheet(shown.exhibition))!.missing).toBe(0);
    const [exhibit] = await sql<{ id: string; slug: string }[]>`
      select id, slug from public.exhibits where exhibition_id = ${shown.exhibition} limit 1`;
    const code = await codeOf('exhibit', exhibit!.id);
    for (const who of ['anon', rival!])
      expect(await resolve(code, who)).toMatchObject({ target: 'exhibit', slug: exhibit!.slug });
    const [count] = await sql`
      select sum(count)::int as n from public.daily_counts where exhibition_id = ${shown.exhibition} and subject_id = ${exhibit!.id}
        and metric = 'code' and channel = 'code:stand'`;
    expect(count!['n']).toBe(2);
    expect((await sheet(shown.exhibition))!.scans).toBe(2);
  });

  it('are there from publication on, for what is printed first', async () => {
    const shown = await shownExhibition(stage);
    const rows = await sql<{ campaign: string }[]>`
      select distinct campaign from public.codes where exhibition_id = ${shown.exhibition} order by 1`;
    expect(rows.map(({ campaign }) => campaign)).toEqual(['catalogue', 'label', 'poster']);
  });

  it('stay when their thing is gone, and are never taken away', async () => {
    const shown = await shownExhibition(stage);
    const hall = await addHall(stage, shown.exhibition, 'Another');
    const { work } = await addWork(stage, hall);
    await make(shown.exhibition);
    const code = await codeOf('exhibit', work);
    await sql`delete from public.exhibits where id = ${work}`;
    expect(await resolve(code)).toEqual({ destination: expect.stringMatching(/^\/exhibitions\//) });
    await expect(sql`delete from public.codes where code = ${code}`).rejects.toThrow('append_only');
    expect(await resolve('0000000')).toBeNull();
  });

  it('say nothing of what may not be seen', async () => {
    const draft = await draftExhibition(stage);
    const { work } = await addWork(stage, await addHall(stage, draft));
    await make(draft);
    const place = await resolve(await codeOf('exhibit', work));
    expect(Object.keys(place!)).toEqual(['destination']);
    const [counts] =
      await sql`select count(*)::int as n from public.daily_counts where exhibition_id = ${draft}`;
    expect(counts!['n']).toBe(0);
    const shown = await shownExhibition(stage);
    const { booth } = await furnishedBooth(
      stage,
      await addHall(stage, shown.exhibition, 'Side hall'),
      shop.id,
      { state: 'submitted' },
    );
    await make(shown.exhibition);
    const [hidden] =
      await sql`select count(*)::int as n from public.codes where target_id = ${booth}`;
    expect(hidden!['n']).toBe(0);
  });

  it('are made and listed by the curators alone', async () => {
    const draft = await draftExhibition(stage);
    for (const who of [rival!, member!]) {
      expect(await answerOf(make(draft, 'stand', who))).toBe('not_found');
      expect(await sheet(draft, who)).toBeNull();
    }
    expect(await answerOf(make(draft, 'No such thing'))).toBe('invalid_input');
  });
});

describe('the catalogue', () => {
  const catalogue = (slug: string, who = 'anon') =>
    call<CataloguePage | null>(who, 'exhibition_catalogue', { p_slug: slug, p_locale: 'fr' });
  const slugOf = async (id: string) =>
    (await sql<{ slug: string }[]>`select slug from public.exhibitions where id = ${id}`)[0]!.slug;

  it('has every object that shows, with its code, and nothing of a draft', async () => {
    const shown = await shownExhibition(stage);
    const page = (await catalogue(await slugOf(shown.exhibition)))!;
    const entries = page.halls.flatMap(({ works, booths }) => [
      ...works,
      ...booths.flatMap(({ objects }) => objects),
    ]);
    const [there] = await sql`
      select count(*)::int as n from public.exhibits x where x.exhibition_id = ${shown.exhibition} and private.exhibit_shows(x)`;
    expect(entries).toHaveLength(there!['n'] as number);
    for (const { code } of entries) expect(code).toMatch(/^[0-9a-z]{7}$/);
    const draft = await draftExhibition(stage);
    expect(await catalogue(await slugOf(draft))).toBeNull();
    expect(await catalogue(await slugOf(draft), rival!)).toBeNull();
    expect(await catalogue(await slugOf(draft), curator!)).not.toBeNull();
  });
});
