import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addSection,
  addTour,
  addWork,
  curatorPicture,
  draftExhibition,
  EXHIBITION,
  furnishedBooth,
  hang,
  offerBooth,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { wallIn } from '#tests/support/round-stage.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster; the shops are active producers. */
type Seats = { me: string; cluster: string; shops: readonly [string, string, string, string] };

const TITLED = { title: { en: 'The seam' } };
const VOICE = { contentType: 'audio/mpeg', bytes: 9, sha256: 'ab'.repeat(32), milliseconds: 900 };
const DATES = { opens: wallIn(60), closes: wallIn(120) };
const WORK = { kind: 'tool', texts: { title: { en: 'Bench' }, label: { en: 'Of beech.' } } };

/** Calls of the curators' desk that get past the door for a coordinator in good standing. */
export async function exhibitionWays(db: TestDatabase, seats: Seats): Promise<Ways> {
  const { me, cluster, shops } = seats;
  const stage = { sql: db.sql, cluster, curator: me };
  const draft = await draftExhibition(stage);
  const [hall, spare] = [await addHall(stage, draft), await addHall(stage, draft, 'Spare')];
  const { work } = await addWork(stage, hall);
  const section = await addSection(stage, draft);
  const papers = await addSection(stage, draft, { kind: 'documents' });
  const hero = await hang(stage, 'hero', draft);
  const loose = await curatorPicture(stage);
  const waiting = await furnishedBooth(stage, hall, shops[0], { state: 'submitted' });
  const approved = await furnishedBooth(stage, hall, shops[1]);
  const offered = await offerBooth(stage, hall, shops[2]);
  const declined = await offerBooth(stage, hall, shops[3]);
  await db.sql`update public.booths set state = 'declined', answered_at = now() where id = ${declined}`;
  const shown = await shownExhibition(stage);
  const over = await shownExhibition(stage, { opens: -9, closes: -1 });
  const ready = await draftExhibition(stage);
  await addWork(stage, await addHall(stage, ready));
  await db.sql`select private.keep_version(${draft}, '')`;
  const here = { p_exhibition: draft };
  const manifest = {
    url: 'https://museum.example/manifest.json',
    kind: 'Manifest',
    label: { en: ['A shoe'] },
    sha256: 'ab'.repeat(32),
  };
  const imports = await db.sql<{ id: string }[]>`
    insert into public.iiif_imports (exhibition_id, position, url, kind, label, sha256)
    select ${draft}, n, 'https://museum.example/' || n, 'Manifest', '{}', ${manifest.sha256} from generate_series(0, 1) n returning id`;
  const tour = await addTour(stage, draft, hero);
  const gone = await addTour(stage, draft, hero);
  const kiosk = await standingKiosk(db, draft);
  const picture = { p_place: 'hero', p_place_id: draft, p_media: hero };
  return {
    make_codes: { ...here, p_campaign: 'stand' },
    make_pairing_code: { p_kiosk: kiosk },
    revoke_kiosk: { p_kiosk: kiosk },
    save_kiosk: { p_id: randomUUID(), ...here, p_kiosk: { name: 'Entrance', locale: 'en' } },
    approve_booth: { p_booth: waiting.booth },
    ask_exhibition_archive: { p_id: randomUUID(), p_exhibition: over.exhibition },
    keep_iiif_import: { p_id: randomUUID(), ...here, p_hall: hall, p_import: manifest },
    move_iiif_import: { p_import: imports[0]!.id, p_step: 1 },
    remove_iiif_import: { p_import: imports[1]!.id },
    archive_exhibition: { p_exhibition: over.exhibition },
    arrange_exhibition: { ...here, p_what: 'halls', p_within: null, p_ids: [spare, hall] },
    clone_exhibition: {
      p_id: randomUUID(),
      p_from: draft,
      p_title: 'Next year',
      p_opens: DATES.opens,
      p_closes: DATES.closes,
    },
    delete_exhibition: { p_exhibition: await draftExhibition(stage) },
    describe_exhibition_picture: { ...picture, p_picture: { alts: { en: 'A hill' } } },
    hand_back_booth: { p_booth: approved.booth, p_note: 'Brighter pictures, please.' },
    keep_exhibition_version: { ...here, p_note: 'Before the fair' },
    make_preview_link: here,
    move_booth: { p_booth: offered, p_hall: spare },
    offer_booth_again: { p_booth: declined },
    offer_booths: { ...here, p_hall: hall, p_producers: [shops[0]] },
    place_exhibition_picture: { ...picture, p_media: loose },
    publish_exhibition: { p_exhibition: ready },
    remove_exhibition_picture: picture,
    remove_hall: { p_hall: await addHall(stage, draft, 'To go') },
    remove_section: { p_section: section },
    remove_work: { p_work: work },
    restore_exhibition_version: { ...here, p_number: 1 },
    revoke_preview_link: here,
    save_exhibition: { p_id: draft, p_cluster: cluster, p_exhibition: { ...EXHIBITION, ...DATES } },
    add_voice: { p_id: randomUUID(), p_stop: tour.stops[0], p_locale: 'en', p_voice: VOICE },
    arrange_stops: { p_tour: tour.tour, p_ids: tour.stops },
    remove_stop: { p_stop: tour.stops[1] },
    remove_tour: { p_tour: gone.tour },
    remove_voice: { p_stop: tour.stops[0], p_locale: 'en' },
    save_stop: { p_id: tour.stops[0], p_tour: tour.tour, p_stop: { media: hero, texts: TITLED } },
    save_tour: { p_id: tour.tour, ...here, p_tour: { texts: TITLED } },
    save_hall: { p_id: hall, ...here, p_hall: { texts: { title: { en: 'Hall' } } } },
    save_section: {
      p_id: section,
      ...here,
      p_section: { kind: 'text', texts: { body: { en: 'Words' } } },
    },
    save_work: { p_id: work, p_hall: hall, p_work: WORK },
    set_exhibition_override: { p_exhibition: shown.exhibition, p_override: 'closed' },
    set_section_files: { p_section: papers, p_files: [] },
    unpublish_exhibition: { p_exhibition: shown.exhibition, p_reason: 'A wrong date' },
    withdraw_booth: { p_booth: offered, p_reason: 'The hall is full' },
  };
}

async function standingKiosk({ sql }: TestDatabase, exhibition: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.kiosks (exhibition_id, name) values (${exhibition}, 'Hall') returning id`;
  return row!.id;
}
