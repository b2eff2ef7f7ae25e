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
  'tours',
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
    const desk = `/coordination/${seats.cluster}/exhibitions`;
    return {
      ...pagesOf('coordination/[cluster]/exhibitions', 'coordinator', desk, theirs),
      ...pagesOf('operator/exhibitions', 'operator', '/operator/exhibitions', ours),
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
  await stage.sql`select private.keep_version(${exhibition}, ${LONG})`;
  // Pictures without files would be holes in the page.
  await stage.sql`update public.media set state = 'uploaded', colour = null where bytes = 1 and width = 2048`;
  return exhibition;
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
