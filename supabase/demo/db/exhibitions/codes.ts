/** Printed codes of the demo's exhibitions, for all that can be stood before. */
import { paths } from '#src/paths.ts';
import { EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import type { ExhibitionSeed } from '#supabase/demo/content/exhibitions/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import {
  boothId,
  curatorOf,
  exhibitId,
  exhibitionId,
  hallId,
  isShown,
  spanOf,
  stopId,
} from '#supabase/demo/db/exhibitions/find.ts';
import { demoCode } from '#supabase/demo/db/ids.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

const SIGNS = 7;

/** What the site itself prints from the day of publication on. */
const CAMPAIGNS = ['poster', 'label', 'catalogue'];

type Target = [target: string, id: string, destination: string];

function targetsOf(seed: ExhibitionSeed): Target[] {
  const { slug, halls, booths, objects, tours } = seed;
  return [
    ['exhibition', exhibitionId(slug), paths.exhibition(slug)],
    ...halls.map((hall): Target => ['hall', hallId(slug, hall.slug), paths.hall(slug, hall.slug)]),
    ...booths
      .filter(({ state }) => !state)
      .map((b): Target => ['booth', boothId(slug, b.producer), paths.booth(slug, b.producer)]),
    ...objects
      .filter((object) => isShown(seed, object))
      .map((o): Target => ['exhibit', exhibitId(slug, o.slug), paths.exhibit(slug, o.slug)]),
    ...tours.flatMap((tour) =>
      tour.stops.map((_, n): Target => [
        'stop',
        stopId(slug, tour.slug, n),
        paths.tourStop(slug, tour.slug, n + 1),
      ]),
    ),
  ];
}

function codesOf(seed: ExhibitionSeed, calendar: Calendar): Row[] {
  return targetsOf(seed).flatMap(([target, id, destination]) =>
    CAMPAIGNS.map((campaign) => ({
      code: demoCode(SIGNS, 'code', id, campaign),
      exhibition_id: exhibitionId(seed.slug),
      target,
      target_id: id,
      campaign,
      destination,
      created_by: curatorOf(seed),
      created_at: spanOf(seed, calendar).publishedAt,
    })),
  );
}

export const codeRows = (calendar: Calendar): Rows => [
  ['public.codes', EXHIBITIONS.flatMap((seed) => codesOf(seed, calendar))],
];
