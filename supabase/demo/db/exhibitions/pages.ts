/** Tours and sections of the demo's exhibitions as rows, and the papers that visitors may take. */
import { EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import type {
  ExhibitionSeed,
  PaperSeed,
  Region,
  SectionSeed,
  StopSeed,
} from '#supabase/demo/content/exhibitions/types.ts';
import {
  curatorOf,
  exhibitId,
  exhibitionId,
  hallId,
  stopId,
  tourId,
  type Hung,
  type Pictures,
} from '#supabase/demo/db/exhibitions/find.ts';
import { withoutEmpty } from '#supabase/demo/db/exhibitions/rows.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { plainSheet, storeFile, type StoredFile } from '#supabase/demo/db/trade/files.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';
import type { Store } from '#supabase/demo/load-store.ts';

export type Papers = ReadonlyMap<PaperSeed, StoredFile>;

const papersOf = (section: SectionSeed) => (section.kind === 'documents' ? section.papers : []);

/** Writes the papers of every exhibition into the store. */
export async function makePapers(store: Store): Promise<Papers> {
  const made = new Map<PaperSeed, StoredFile>();
  for (const seed of EXHIBITIONS.flatMap(({ sections }) => sections.flatMap(papersOf))) {
    const kind = { name: seed.name, contentType: 'application/pdf', pages: 1 } as const;
    made.set(seed, await storeFile(store, kind, plainSheet(seed.lines), ''));
  }
  return made;
}

/** In pixels of the picture's largest derivative; none where the stop shows all of it. */
function pixels(region: Region | undefined, { made }: Hung) {
  if (!region) return { x: null, y: null, width: null, height: null };
  const [x, y, width, height] = region;
  return {
    x: Math.round(x * made.width),
    y: Math.round(y * made.height),
    width: Math.round(width * made.width),
    height: Math.round(height * made.height),
  };
}

function stopRows(slug: string, tour: string, stops: readonly StopSeed[], pictures: Pictures) {
  const there = stops.flatMap((stop) => {
    const picture = pictures(stop.picture);
    return picture ? [{ ...stop, picture }] : [];
  });
  return there.map(({ object, picture, region, title, body }, position) => ({
    id: stopId(slug, tour, position),
    tour_id: tourId(slug, tour),
    exhibition_id: exhibitionId(slug),
    position,
    exhibit_id: exhibitId(slug, object),
    media_id: picture.id,
    ...pixels(region, picture),
    texts: { title, body },
  }));
}

const sectionId = (slug: string, n: number) => demoId('section', slug, String(n));

function sectionRow(slug: string, section: SectionSeed, n: number): Row {
  const { kind, hall, title, body, attribution } = section;
  const isMap = kind === 'map';
  return {
    id: sectionId(slug, n),
    exhibition_id: exhibitionId(slug),
    hall_id: hall ? hallId(slug, hall) : null,
    position: n,
    kind,
    texts: withoutEmpty({ title, body, attribution }),
    place: isMap ? section.place : '',
    latitude: isMap ? section.latitude : null,
    longitude: isMap ? section.longitude : null,
    tour_id: kind === 'tour' ? tourId(slug, section.tour) : null,
  };
}

function sectionMediaRows({ slug, sections }: ExhibitionSeed, pictures: Pictures): Row[] {
  return sections.flatMap((section, n) =>
    (section.kind === 'gallery' ? section.pictures : []).flatMap(({ ref, caption }, position) => {
      const picture = pictures(ref);
      const texts = withoutEmpty({ caption });
      return picture
        ? [{ section_id: sectionId(slug, n), media_id: picture.id, position, texts }]
        : [];
    }),
  );
}

function paperRows(seed: ExhibitionSeed, papers: Papers, at: string): [files: Row[], hung: Row[]] {
  const given = seed.sections.flatMap((section, n) =>
    papersOf(section).map((paper, position) => ({ n, position, file: papers.get(paper)! })),
  );
  return [
    given.map(({ file }) => ({
      id: file.id,
      room: 'exhibition',
      room_id: exhibitionId(seed.slug),
      name: file.name,
      content_type: file.contentType,
      bytes: file.bytes,
      sha256: file.sha256,
      pages: file.pages,
      uploaded_by: curatorOf(seed),
      created_at: at,
    })),
    given.map(({ n, position, file }) => ({
      section_id: sectionId(seed.slug, n),
      file_id: file.id,
      position,
    })),
  ];
}

/** After what stands in the halls. `at`: when the papers were added. */
export function pageRows(pictures: Pictures, papers: Papers, at: string): Rows {
  const all = (rows: (seed: ExhibitionSeed) => Row[]) => EXHIBITIONS.flatMap(rows);
  const sheets = EXHIBITIONS.map((seed) => paperRows(seed, papers, at));
  return [
    [
      'public.tours',
      all(({ slug, tours }) =>
        tours.map((tour, position) => ({
          id: tourId(slug, tour.slug),
          exhibition_id: exhibitionId(slug),
          position,
          slug: tour.slug,
          texts: { title: tour.title, intro: tour.intro },
        })),
      ),
    ],
    [
      'public.tour_stops',
      all(({ slug, tours }) =>
        tours.flatMap((tour) => stopRows(slug, tour.slug, tour.stops, pictures)),
      ),
    ],
    [
      'public.sections',
      all(({ slug, sections }) => sections.map((s, n) => sectionRow(slug, s, n))),
    ],
    ['public.section_media', all((seed) => sectionMediaRows(seed, pictures))],
    ['public.files', sheets.flatMap(([files]) => files)],
    ['public.section_files', sheets.flatMap(([, hung]) => hung)],
  ];
}
