import type { Sql } from 'postgres';
import {
  addHall,
  addSection,
  addTour,
  addWork,
  draftExhibition,
  EXHIBITION,
  furnishedBooth,
  hang,
  type ExhibitionStage,
} from '#tests/support/exhibition-stage.ts';
import { hiddenVisitors } from './hidden-visitors.ts';

type Place = { cluster: string; shop: string; curator: string; products: readonly string[] };

/** An exhibition that the public may know nothing of, with `mark` wherever somebody wrote something. Its address is `slug`. */
export async function hiddenExhibition(sql: Sql, place: Place, mark: string) {
  const stage: ExhibitionStage = { sql, cluster: place.cluster, curator: place.curator };
  const words = { en: mark };
  const texts = { ...EXHIBITION.texts, title: words, summary: words };
  const exhibition = await draftExhibition(stage, { texts });
  const hall = await addHall(stage, exhibition, mark);
  const { work } = await addWork(stage, hall, { title: mark, texts: { label: words } });
  const hero = await hang(stage, 'hero', exhibition, words);
  const tour = await addTour(stage, exhibition, hero, {
    title: mark,
    texts: { title: words, body: words, transcript: words },
  });
  await sql`update public.tours set slug = 'hidden-tour', texts = ${sql.json({ title: words, intro: words })} where id = ${tour.tour}`;
  await sql`insert into public.audio (exhibition_id, code, content_type, bytes, sha256) values (${exhibition}, 'hddnv01ce0', 'audio/mpeg', 1, ${'ab'.repeat(32)})`;
  await sql`insert into public.stop_audio (stop_id, locale, audio_id) select ${tour.stops[0]}, 'en', id from public.audio where code = 'hddnv01ce0'`;
  await addSection(stage, exhibition, { texts: { title: words, body: words } });
  const { booth, exhibits } = await furnishedBooth(stage, hall, place.shop, {
    state: 'submitted',
    products: place.products,
    texts: { title: words, story: words },
  });
  await sql`select private.keep_version(${exhibition}, ${mark})`;
  await sql`insert into public.kiosks (exhibition_id, name) values (${exhibition}, ${mark})`;
  const [row] = await sql<{ slug: string }[]>`
    update public.exhibitions set slug = 'hidden-exhibition' where id = ${exhibition} returning slug`;
  const [slugs] = await sql<{ hall: string; work: string; booth: string; shop: string }[]>`
    update public.halls set slug = 'hidden-hall' where id = ${hall} returning slug as hall,
      (select slug from public.exhibits where id = ${work}) as work, (select slug from public.booths where id = ${booth}) as booth, (select slug from public.producers where id = ${place.shop}) as shop`;
  const visitors = await hiddenVisitors(sql, { exhibition, booth }, mark);
  return {
    stage,
    exhibition,
    slug: row!.slug,
    hall,
    work,
    booth,
    ...visitors,
    exhibits,
    slugs: slugs!,
  };
}

type Hidden = Awaited<ReturnType<typeof hiddenExhibition>>;
type Reads = Record<string, Record<string, unknown>[]>;

/** Every function that reads of exhibitions, aimed at the hidden one. */
export function hiddenReads(
  { exhibition, booth, card, meeting, slug, slugs }: Hidden,
  { cluster, mark }: { cluster: string; mark: string },
): Reads {
  const curated = [{ p_exhibition: exhibition }];
  const here = { p_slug: slug, p_locale: 'en' };
  const at = (more: Record<string, unknown> = {}) => [
    { ...here, ...more },
    { ...here, ...more, p_locale: 'fr', p_key: mark },
  ];
  const none = [{}];
  return {
    audio_file: [{ p_code: 'hddnv01ce0' }, { p_code: 'hddnv01ce0', p_keys: [mark] }],
    booth_cards: [{ p_booth: booth }, { p_booth: booth, p_answer: 'shared' }],
    booth_leads: [{ p_booth: booth }],
    booth_meetings: at({ p_booth: slugs.booth }),
    booth_number_lines: [{ p_booth: booth, p_locale: 'en' }],
    booth_numbers: [{ p_booth: booth, p_locale: 'en' }],
    booth_template: curated,
    booth_workbench: [{ p_booth: booth, p_locale: 'en' }],
    card_page: at(),
    curated_exhibition: curated,
    curated_exhibitions: [{}, { p_cluster: cluster }],
    curated_tours: curated,
    embedded_booth: [{ ...here, p_booth: slugs.booth }],
    exhibition_addresses: none,
    exhibition_booth: at({ p_booth: slugs.booth }),
    exhibition_catalogue: at(),
    exhibition_checks: curated,
    exhibition_codes: [{ ...curated[0], p_campaign: 'label', p_locale: 'en' }],
    exhibition_desk: curated,
    exhibition_kiosks: [{ ...curated[0], p_locale: 'en' }],
    exhibition_hall: at({ p_hall: slugs.hall }),
    exhibition_now: [{ p_locale: 'en' }],
    exhibition_number_lines: [{ ...curated[0], p_locale: 'en' }],
    exhibition_numbers: [{ ...curated[0], p_locale: 'en', p_days: 7 }],
    exhibition_object: at({ p_exhibit: slugs.work }),
    exhibition_page: at(),
    exhibition_paper: [{ p_slug: slug, p_file: exhibition, p_key: mark }],
    exhibition_plan: at(),
    exhibition_slides: at(),
    exhibition_stop: at({ p_tour: 'hidden-tour', p_number: 1 }),
    exhibition_tour: at({ p_tour: 'hidden-tour' }),
    exhibition_visit: at({ p_exhibits: [slugs.work] }),
    exhibitions_list: [{ p_locale: 'en' }],
    guest_book: at(),
    guest_book_desk: curated,
    iiif_exhibition: [{ p_slug: slug }],
    iiif_exhibitions: none,
    iiif_object: [{ p_slug: slug, p_object: slugs.work }],
    iiif_tour: [{ p_slug: slug, p_tour: 'hidden-tour' }],
    list_exhibition_versions: curated,
    producer_booth: [{ p_booth: booth, p_locale: 'en' }],
    producer_booths: [{ p_slug: slugs.shop, p_locale: 'en' }],
    producers_to_invite: curated,
    read_meeting: [
      { p_id: meeting, p_locale: 'en' },
      { p_id: meeting, p_locale: 'en', p_key: mark },
    ],
    read_card: [{ p_card: card, p_key: mark, p_locale: 'en' }],
    studio_meetings: [{ p_booth: booth }],
    search_exhibition: at({ p_query: mark }),
  };
}
