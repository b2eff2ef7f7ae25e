import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { actAs, wallIn } from './round-stage.ts';

/**
 * Exhibitions in any state, made through the functions of the API as the people who do it. `curator` coordinates `cluster`;
 * without a cluster (null) the curator is an operator.
 */
export type ExhibitionStage = { sql: Sql; cluster: string | null; curator: string };
type Args = Record<string, unknown>;
type Words = Partial<Record<'en' | 'fr' | 'rw' | 'sw', string>>;
type Texts = Record<string, Words>;

const DAY = 24 * 60;

export const EXHIBITION = {
  texts: {
    title: { en: 'Leather of the hills', fr: 'Le cuir des collines' },
    summary: {
      en: 'Shoes and bags from Masoro, and how they are made.',
      fr: 'Chaussures et sacs de Masoro, et comment on les fait.',
    },
  },
  sourceLocale: 'en',
  languages: ['en', 'fr'],
  theme: 'ochre',
  pattern: 'zigzag',
  zone: 'Africa/Kigali',
};

const act = <T = unknown>(stage: ExhibitionStage, name: string, args: Args) =>
  actAs<T>(stage.sql, stage.curator, name, args);

const both = (en: string, fr = `${en} (fr)`): Words => ({ en, fr });

/** A draft without anything in it; it opens in a day and closes in two unless `opens` and `closes` (minutes from now) say otherwise. */
export async function draftExhibition(
  stage: ExhibitionStage,
  { opens = DAY, closes = 2 * DAY, ...more }: { opens?: number; closes?: number } & Args = {},
): Promise<string> {
  const id = randomUUID();
  const dates = { opens: wallIn(opens), closes: wallIn(closes) };
  await act(stage, 'save_exhibition', {
    p_id: id,
    p_cluster: stage.cluster,
    p_exhibition: { ...EXHIBITION, ...dates, ...more },
  });
  return id;
}

export async function addHall(
  stage: ExhibitionStage,
  exhibition: string,
  title = 'The big hall',
  texts: Texts = {},
): Promise<string> {
  const id = randomUUID();
  const hall = { texts: { title: both(title), ...texts } };
  await act(stage, 'save_hall', { p_id: id, p_exhibition: exhibition, p_hall: hall });
  return id;
}

/** Something that stands in a hall by itself, with so many finished pictures that have their alt texts. */
export async function addWork(
  stage: ExhibitionStage,
  hall: string,
  {
    title = 'The bench',
    kind = 'tool',
    pictures = 1,
    texts = {},
  }: {
    title?: string;
    kind?: 'work' | 'tool' | 'step';
    pictures?: number;
    texts?: Texts;
  } = {},
): Promise<{ work: string; pictures: string[] }> {
  const id = randomUUID();
  const label = both('Beech and iron, worn by forty years of cutting.');
  await act(stage, 'save_work', {
    p_id: id,
    p_hall: hall,
    p_work: { kind, texts: { title: both(title), label, ...texts } },
  });
  const made: string[] = [];
  for (let n = 0; n < pictures; n += 1) made.push(await hang(stage, 'work', id));
  return { work: id, pictures: made };
}

export type Place = 'hero' | 'hall' | 'work' | 'section';

/** A finished picture of the cluster (or the site), without files. */
export async function curatorPicture(
  { sql, cluster }: ExhibitionStage,
  alts: Words = both('A bench under a window'),
): Promise<string> {
  const id = randomUUID();
  const sha = createHash('sha256').update(id).digest('hex');
  await sql`insert into public.media (id, cluster_id, state, content_type, bytes, sha256, sha8, width, height, colour)
    values (${id}, ${cluster}, 'ready', 'image/jpeg', 1, ${sha}, ${sha.slice(0, 8)}, 2048, 1365, '#aa8866')`;
  for (const [locale, alt] of Object.entries(alts)) {
    await sql`insert into public.media_alts (media_id, locale, alt) values (${id}, ${locale}, ${alt})`;
  }
  return id;
}

/** Hangs a finished picture: `hero` wants the exhibition's id. */
export async function hang(
  stage: ExhibitionStage,
  place: Place,
  placeId: string,
  alts?: Words,
): Promise<string> {
  const media = await curatorPicture(stage, alts);
  await act(stage, 'place_exhibition_picture', {
    p_place: place,
    p_place_id: placeId,
    p_media: media,
  });
  return media;
}

export async function addSection(
  stage: ExhibitionStage,
  exhibition: string,
  section: Args = {},
): Promise<string> {
  const id = randomUUID();
  const texts = { title: both('How it began'), body: both('Six women and one sewing machine.') };
  await act(stage, 'save_section', {
    p_id: id,
    p_exhibition: exhibition,
    p_section: { kind: 'text', texts, ...section },
  });
  return id;
}

/** A tour of two stops on a picture of the exhibition; the first shows a part of it. */
export async function addTour(
  stage: ExhibitionStage,
  exhibition: string,
  media: string,
  { title = 'From hide to boot', texts = {} }: { title?: string; texts?: Texts } = {},
): Promise<{ tour: string; slug: string; stops: [string, string] }> {
  const tour = randomUUID();
  const stops: [string, string] = [randomUUID(), randomUUID()];
  const words = { title: both(title), intro: both('Two looks at one bench.') };
  await act(stage, 'save_tour', { p_id: tour, p_exhibition: exhibition, p_tour: { texts: words } });
  for (const [n, stop] of stops.entries()) {
    const region = n === 0 ? { x: 100, y: 200, width: 640, height: 480 } : null;
    const said = { title: both(`Look ${n + 1}`), body: both('Look at the seam.'), ...texts };
    await act(stage, 'save_stop', {
      p_id: stop,
      p_tour: tour,
      p_stop: { media, region, texts: said },
    });
  }
  const [row] = await stage.sql<
    { slug: string }[]
  >`select slug from public.tours where id = ${tour}`;
  return { tour, slug: row!.slug, stops };
}

/** Offers a booth; answers its id. */
export async function offerBooth(
  stage: ExhibitionStage,
  hall: string,
  producer: string,
): Promise<string> {
  const [at] = await stage.sql<{ exhibition: string }[]>`
    select exhibition_id as exhibition from public.halls where id = ${hall}`;
  await act(stage, 'offer_booths', {
    p_exhibition: at!.exhibition,
    p_hall: hall,
    p_producers: [producer],
  });
  const [booth] = await stage.sql<{ id: string }[]>`
    select id from public.booths where exhibition_id = ${at!.exhibition} and producer_id = ${producer}`;
  return booth!.id;
}

/**
 * A booth in the state that is asked for, with these products in it, put straight into the tables: what a producer does has
 * tests of its own.
 */
export async function furnishedBooth(
  stage: ExhibitionStage,
  hall: string,
  producer: string,
  {
    products = [],
    state = 'approved',
    texts = {},
  }: {
    products?: readonly string[];
    state?: 'accepted' | 'submitted' | 'approved';
    texts?: Texts;
  } = {},
): Promise<{ booth: string; exhibits: string[] }> {
  const { sql } = stage;
  const booth = await offerBooth(stage, hall, producer);
  const exhibits: string[] = [];
  for (const [n, product] of products.entries()) {
    const [made] = await sql<{ id: string }[]>`
      insert into public.exhibits (exhibition_id, hall_id, booth_id, position, slug, kind, product_id, texts)
      select b.exhibition_id, b.hall_id, b.id, ${n}, 'object-' || left(gen_random_uuid()::text, 8), 'product', ${product},
        ${sql.json({ title: both('A boot'), label: both('Sewn by hand.') })}
      from public.booths b where b.id = ${booth} returning id`;
    exhibits.push(made!.id);
  }
  await sql`update public.booths set state = ${state}, answered_at = now(), texts = ${sql.json(texts as never)},
    approved_at = case when ${state} = 'approved' then now() end where id = ${booth}`;
  return { booth, exhibits };
}

export async function publishExhibition(stage: ExhibitionStage, exhibition: string): Promise<void> {
  await act(stage, 'publish_exhibition', { p_exhibition: exhibition });
}

/** Published, with one hall and one tool in it; `opens` and `closes` in minutes from now may lie in the past. */
export async function shownExhibition(
  stage: ExhibitionStage,
  { opens = -DAY, closes = DAY, ...more }: { opens?: number; closes?: number } & Args = {},
): Promise<{ exhibition: string; slug: string; hall: string; work: string }> {
  const exhibition = await draftExhibition(stage, more);
  const hall = await addHall(stage, exhibition);
  const { work } = await addWork(stage, hall);
  await publishExhibition(stage, exhibition);
  const [row] = await stage.sql<{ slug: string }[]>`
    update public.exhibitions set opens_at = now() + make_interval(mins => ${opens}), closes_at = now() + make_interval(mins => ${closes})
    where id = ${exhibition} returning slug`;
  return { exhibition, slug: row!.slug, hall, work };
}

/** The key of a new unlisted link. */
export async function previewKey(stage: ExhibitionStage, exhibition: string): Promise<string> {
  return act<string>(stage, 'make_preview_link', { p_exhibition: exhibition });
}
