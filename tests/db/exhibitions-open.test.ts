import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { IiifExhibition, IiifObject, IiifTour } from '#src/domain/exhibitions/iiif-facts.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addWork,
  draftExhibition,
  furnishedBooth,
  previewKey,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

// What other sites and their programs may learn of the exhibitions, and who may bring in something from elsewhere.

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

/** The mark of everything that must not be found. */
const SECRET = 'Zq5secret';
const said = { en: SECRET, fr: SECRET };

const listed = (who = 'anon') => call<{ exhibitions: { slug: string }[] }>(who, 'iiif_exhibitions');
const one = (slug: string, who = 'anon') =>
  call<IiifExhibition | null>(who, 'iiif_exhibition', { p_slug: slug });
const object = (slug: string, exhibit: string) =>
  call<IiifObject | null>('anon', 'iiif_object', { p_slug: slug, p_object: exhibit });
const tour = (slug: string, name: string) =>
  call<IiifTour | null>('anon', 'iiif_tour', { p_slug: slug, p_tour: name });
const booth = (slug: string, name: string) =>
  call<object | null>('anon', 'embedded_booth', { p_slug: slug, p_booth: name, p_locale: 'en' });
const slugOf = async (table: 'exhibits' | 'booths', id: string) =>
  (await sql<{ slug: string }[]>`select slug from ${sql(`public.${table}`)} where id = ${id}`)[0]!
    .slug;

async function addTour(exhibition: string, slug: string, stops: { exhibit: string | null }[]) {
  const id = randomUUID();
  await sql`insert into public.tours (id, exhibition_id, position, slug, texts)
    values (${id}, ${exhibition}, 0, ${slug}, ${sql.json({ title: { en: 'Round the hall' } })})`;
  const [media] = await sql<{ id: string }[]>`
    select m.media_id as id from public.exhibit_media m join public.exhibits x on x.id = m.exhibit_id where x.exhibition_id = ${exhibition} limit 1`;
  for (const [position, { exhibit }] of stops.entries())
    await sql`insert into public.tour_stops (tour_id, exhibition_id, position, exhibit_id, media_id, x, y, width, height, texts)
      values (${id}, ${exhibition}, ${position}, ${exhibit}, ${media!.id}, 10, 20, 300, 200, ${sql.json({ title: exhibit ? said : { en: 'The blade' } })})`;
  return id;
}

describe('what everybody may read', () => {
  it('has every language, its own pictures and nothing that waits for approval', async () => {
    const { exhibition, slug, hall, work } = await shownExhibition(stage);
    const boot = await scene.published(member!, shop.id);
    const shown = await furnishedBooth(stage, hall, shop.id, { products: [boot.id] });
    const found = (await one(slug))!;
    expect(found.title).toMatchObject({ en: 'Leather of the hills', fr: 'Le cuir des collines' });
    expect(found.halls[0]!.objects.map(({ slug: name }) => name)).toEqual([
      await slugOf('exhibits', work),
      await slugOf('exhibits', shown.exhibits[0]!),
    ]);
    const manifest = (await object(slug, await slugOf('exhibits', work)))!;
    expect(manifest.pictures[0]).toMatchObject({ width: 2048, height: 1365 });
    expect(manifest.pictures[0]!.alts).toMatchObject({ en: 'A bench under a window' });
    const bought = (await object(slug, await slugOf('exhibits', shown.exhibits[0]!)))!;
    expect(bought.booth?.producer).toMatchObject({ name: 'Akagera Boots', country: 'RW' });
    await addTour(exhibition, 'round', [{ exhibit: null }, { exhibit: shown.exhibits[0]! }]);
    expect((await tour(slug, 'round'))!.stops.map(({ number }) => number)).toEqual([1, 2]);
    expect(await booth(slug, await slugOf('booths', shown.booth))).not.toBeNull();
    expect(JSON.stringify([found, manifest, bought])).not.toContain(member!);
  });

  it('is the same for the curator, the exhibitor and a stranger: the answer is kept for all', async () => {
    const draft = await draftExhibition(stage);
    await furnishedBooth(stage, await addHall(stage, draft), shop.id);
    const { slug } = await shownExhibition(stage);
    const answers = await Promise.all(['anon', curator!, member!].map((who) => listed(who)));
    expect(new Set(answers.map((all) => all.exhibitions.map((x) => x.slug).join())).size).toBe(1);
    const [a, b] = [await one(slug), await one(slug, curator!)];
    expect({ ...a, turnsIn: 0 }).toEqual({ ...b, turnsIn: 0 });
  });
});

describe('what is hidden', () => {
  const words = { title: said, summary: said };

  /** Of each kind that stands open to nobody: a way in, with the marks in its words. */
  async function hidden() {
    const draft = await draftExhibition(stage, { texts: words });
    const preview = await draftExhibition(stage, { texts: words });
    await previewKey(stage, preview);
    const scheduled = await shownExhibition(stage, { texts: words, opens: 60, closes: 90 });
    const overridden = await shownExhibition(stage, { texts: words, opens: 60, closes: 90 });
    const slugs = await sql<{ id: string; slug: string }[]>`
      select id, slug from public.exhibitions where id in ${sql([draft, preview, scheduled.exhibition, overridden.exhibition])}`;
    for (const { id } of slugs) {
      const hall = await addHall(stage, id, SECRET);
      await addWork(stage, hall, { title: SECRET });
      await sql`update public.halls set slug = ${`hall-${id}`} where id = ${hall}`;
      await addTour(id, 'secret-tour', [{ exhibit: null }]);
    }
    return slugs;
  }

  it('has no entry in any list and no document: drafts, previews, what opens later', async () => {
    for (const { slug, id } of await hidden()) {
      expect(await one(slug)).toBeNull();
      expect(await one(slug, curator!)).toBeNull();
      const [work] = await sql<{ slug: string }[]>`
        select slug from public.exhibits where exhibition_id = ${id} order by slug limit 1`;
      expect(await object(slug, work!.slug)).toBeNull();
      expect(await tour(slug, 'secret-tour')).toBeNull();
    }
    expect(JSON.stringify([await listed(), await listed(curator!)])).not.toContain(SECRET);
  });

  it('within an open one: booths that are not approved, products and producers withdrawn', async () => {
    const { exhibition, slug, hall } = await shownExhibition(stage);
    const boot = await scene.published(member!, shop.id, { title: SECRET });
    const made = await furnishedBooth(stage, hall, shop.id, {
      products: [boot.id],
      state: 'submitted',
      texts: { title: said, story: said },
    });
    await sql`update public.exhibits set texts = ${sql.json({ title: said, label: said })} where id = ${made.exhibits[0]!}`;
    await addTour(exhibition, 'with-secrets', [{ exhibit: null }, { exhibit: made.exhibits[0]! }]);
    const [name, stand] = [
      await slugOf('exhibits', made.exhibits[0]!),
      await slugOf('booths', made.booth),
    ];
    const nothing = async () => {
      expect(await object(slug, name)).toBeNull();
      const all = [await one(slug), await tour(slug, 'with-secrets'), await booth(slug, stand)];
      expect(JSON.stringify(all)).not.toContain(SECRET);
      expect((await tour(slug, 'with-secrets'))!.stops).toHaveLength(1);
    };
    await nothing();
    expect(await booth(slug, stand)).toBeNull();
    await sql`update public.booths set state = 'approved', approved_at = now() where id = ${made.booth}`;
    expect(await object(slug, name)).not.toBeNull();
    await sql`update public.products set state = 'archived' where id = ${boot.id}`;
    await sql`update public.booths set texts = '{}' where id = ${made.booth}`;
    await nothing();
    await sql`update public.products set state = 'published' where id = ${boot.id}`;
    expect(await object(slug, name)).not.toBeNull();
    await sql`update public.producers set state = 'suspended', suspended_reason = 'x' where id = ${shop.id}`;
    await nothing();
    expect(await booth(slug, stand)).toBeNull();
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
  });

  it('goes with its cluster, and comes back with it', async () => {
    const { slug } = await shownExhibition(stage);
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'x' where id = ${cluster.id}`;
    expect(await one(slug)).toBeNull();
    expect((await listed()).exhibitions.map((x) => x.slug)).not.toContain(slug);
    await sql`update public.clusters set state = 'active', suspended_reason = null where id = ${cluster.id}`;
    expect(await one(slug)).not.toBeNull();
  });

  it('is a picture that is not made yet: an object without one has no document', async () => {
    const { slug, work } = await shownExhibition(stage);
    const name = await slugOf('exhibits', work);
    expect(await object(slug, name)).not.toBeNull();
    await sql`update public.media set state = 'uploaded', colour = null where id in (select media_id from public.exhibit_media where exhibit_id = ${work})`;
    expect(await object(slug, name)).toBeNull();
    expect((await one(slug))!.halls[0]!.objects[0]!.cover ?? null).toBeNull();
  });
});

describe('an import', () => {
  const facts = (url: string) => ({
    url,
    kind: 'Manifest',
    label: { en: ['A shoe of 1890'] },
    items: 3,
    sha256: 'ab'.repeat(32),
    attribution: 'A museum',
  });

  it('is kept once for each address, in the curator’s order, and goes again', async () => {
    const { exhibition, slug, hall } = await shownExhibition(stage);
    const keep = (url: string, id: string = randomUUID(), who = curator!) =>
      call<string>(who, 'keep_iiif_import', {
        p_id: id,
        p_exhibition: exhibition,
        p_hall: hall,
        p_import: facts(url),
      });
    const id = randomUUID();
    const url = 'https://museum.example/shoe/manifest.json';
    expect([await keep(url, id), await keep(url, id), await keep(url)]).toEqual([id, id, id]);
    const second = await keep('https://museum.example/boot/manifest.json');
    await call(curator!, 'move_iiif_import', { p_import: second, p_step: -1 });
    const urls = async () => (await one(slug))!.imports.map((i) => new URL(i.url).pathname);
    expect(await urls()).toEqual(['/boot/manifest.json', '/shoe/manifest.json']);
    await call(curator!, 'remove_iiif_import', { p_import: id });
    expect(await urls()).toEqual(['/boot/manifest.json']);
    for (const who of [rival!, member!]) {
      expect(await answerOf(keep('https://x.example/', randomUUID(), who))).toBe('not_found');
      const act = (name: string, more = {}) =>
        answerOf(call(who, name, { p_import: second, ...more }));
      expect(await act('remove_iiif_import')).toBe('not_found');
      expect(await act('move_iiif_import', { p_step: 1 })).toBe('not_found');
    }
  });

  it('is no address that could run, and no hall of another exhibition', async () => {
    const { exhibition } = await shownExhibition(stage);
    const other = await shownExhibition(stage);
    const keep = (given: object, p_hall: string | null = null) =>
      answerOf(
        call(curator!, 'keep_iiif_import', {
          p_id: randomUUID(),
          p_exhibition: exhibition,
          p_hall,
          p_import: { ...facts('https://museum.example/a'), ...given },
        }),
      );
    expect(await keep({ url: 'javascript:alert(1)' })).not.toBe('ok');
    expect(await keep({ homepage: 'javascript:alert(1)' })).not.toBe('ok');
    expect(await keep({ thumbnail: 'data:image/svg+xml,x' })).not.toBe('ok');
    expect(await keep({}, other.hall)).toBe('not_found');
  });
});

describe('an archive', () => {
  it('is for curators of what has closed, and one at a time', async () => {
    const ask = (who: string, exhibition: string, id: string = randomUUID()) =>
      call<string>(who, 'ask_exhibition_archive', { p_id: id, p_exhibition: exhibition });
    const open = await shownExhibition(stage);
    const draft = await draftExhibition(stage);
    expect(await answerOf(ask(curator!, open.exhibition))).toBe('wrong_state');
    expect(await answerOf(ask(curator!, draft))).toBe('wrong_state');
    const { exhibition } = await shownExhibition(stage, { opens: -90, closes: -60 });
    expect(await answerOf(ask(rival!, exhibition))).toBe('not_found');
    expect(await answerOf(ask(member!, exhibition))).toBe('not_found');
    const first = await ask(curator!, exhibition);
    expect(await ask(curator!, exhibition)).toBe(first);
    const jobs = await sql`select 1 from private.outbox where payload ->> 'id' = ${first}`;
    expect(jobs).toHaveLength(1);
    const finished = { p_id: first, p_bytes: 10, p_pages: 2, p_sha256: 'cd'.repeat(32) };
    expect(await answerOf(call(curator!, 'finish_exhibition_archive', finished))).not.toBe('ok');
    await call('service', 'finish_exhibition_archive', finished);
    expect(await ask(curator!, exhibition)).not.toBe(first);
    const seen = (who: string) =>
      db.asUser(who, (tx) => tx`select id from public.exhibition_archives`);
    expect(await seen(curator!)).toHaveLength(2);
    expect(await seen(rival!)).toHaveLength(0);
    expect(await seen(member!)).toHaveLength(0);
  });
});
