import { connect } from '#supabase/embedded/database.ts';
import {
  addHall,
  addSection,
  addWork,
  draftExhibition,
  furnishedBooth,
  hang,
  type ExhibitionStage,
} from '#tests/support/exhibition-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';
type Seats = { studio: string; cluster: string };

/** The longest things that people write, so that narrow screens are tried by them. */
const LONG = 'Imurikagurisha ry’ibikoresho by’uruhu n’abanyabukorikori b’imisozi ya Masoro';
const ROOMS = [
  'edit',
  'halls',
  'booths',
  'sections',
  'publish',
  'versions',
  'imports',
  'archive',
  'fair',
  'kiosks',
  'tours',
  'guest-book',
  'numbers',
] as const;

/** The curators' desks with something on each page: an exhibition of a cluster, and one of the site. */
export async function curatingPages(
  site: Site,
  seats: Seats,
): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'coordinator' | 'operator' | 'producer' | 'cluster', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator,
        (select user_id from public.operators limit 1) as operator, (select id from public.producers where slug = ${seats.studio}) as producer
      from public.clusters k where k.slug = ${seats.cluster}`;
    const { coordinator, operator, producer, cluster } = ids!;
    const theirs = await furnish({ sql, cluster, curator: coordinator }, producer);
    const ours = await furnish({ sql, cluster: null, curator: operator });
    const stall = await stallIn({ sql, cluster, curator: coordinator }, producer);
    const desk = `/coordination/${seats.cluster}/exhibitions`;
    const stalls = `/studio/${seats.studio}/exhibitions`;
    return {
      ...pagesOf('coordination/[cluster]/exhibitions', 'coordinator', desk, theirs),
      ...pagesOf('operator/exhibitions', 'operator', '/operator/exhibitions', ours),
      'studio/[producer]/exhibitions/index.astro': ['maker', stalls],
      'studio/[producer]/exhibitions/[booth]/index.astro': ['maker', `${stalls}/${stall}`],
    };
  } finally {
    await sql.end();
  }
}

async function furnish(stage: ExhibitionStage, producer?: string): Promise<string> {
  const exhibition = await draftExhibition(stage, {
    texts: { title: { en: LONG }, summary: { en: LONG } },
  });
  const hall = await addHall(stage, exhibition, LONG);
  await addHall(stage, exhibition, LONG);
  await addWork(stage, hall, { title: LONG });
  await hang(stage, 'hero', exhibition);
  await addSection(stage, exhibition);
  await addSection(stage, exhibition, { kind: 'gallery' });
  if (producer) await furnishedBooth(stage, hall, producer, { state: 'submitted' });
  await stage.sql`insert into public.guest_book_entries (exhibition_id, name, place, text) values (${exhibition}, 'Uwimana Marie Claire', 'Nyamagabe', ${LONG})`;
  await stage.sql`insert into public.kiosks (exhibition_id, name, token_hash, paired_at, last_seen_at, waiting)
    values (${exhibition}, ${LONG.slice(0, 80)}, sha256(${exhibition}::text::bytea), now(), now() - interval '1 hour', 3)`;
  await stage.sql`select private.keep_version(${exhibition}, ${LONG})`;
  // Pictures without files would be holes in the page.
  await stage.sql`update public.media set state = 'uploaded', colour = null where bytes = 1 and width = 2048`;
  return exhibition;
}

/** A booth that its producer furnishes, after the curators handed it back. */
async function stallIn(stage: ExhibitionStage, producer: string): Promise<string> {
  const exhibition = await draftExhibition(stage, { texts: { title: { en: LONG } } });
  const hall = await addHall(stage, exhibition, LONG);
  const products = await stage.sql<{ id: string }[]>`
    select id from public.products where producer_id = ${producer} and state = 'published'`;
  const { booth } = await furnishedBooth(stage, hall, producer, {
    state: 'accepted',
    products: products.map(({ id }) => id),
    texts: { story: { en: LONG } },
  });
  await stage.sql`update public.booths set note = ${LONG} where id = ${booth}`;
  return booth;
}

function pagesOf(file: string, who: Who, desk: string, id: string): Record<string, [Who, string]> {
  return {
    [`${file}/index.astro`]: [who, desk],
    [`${file}/new.astro`]: [who, `${desk}/new`],
    [`${file}/[id]/index.astro`]: [who, `${desk}/${id}`],
    ...Object.fromEntries(
      ROOMS.map((room) => [`${file}/[id]/${room}.astro`, [who, `${desk}/${id}/${room}`]]),
    ),
  };
}
