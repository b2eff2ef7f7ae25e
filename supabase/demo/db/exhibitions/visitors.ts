/** What visitors left in the demo's exhibitions: words in the guest book, a meeting, a card, and totals without anybody in them. */
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
import { buyer, nobodysKey } from '#supabase/demo/db/exhibitions/buyer.ts';
import { cardRows } from '#supabase/demo/db/exhibitions/cards.ts';
import { kioskRow } from '#supabase/demo/db/exhibitions/kiosks.ts';
import { demoId, demoNumber } from '#supabase/demo/db/ids.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

function guestRows(seed: ExhibitionSeed, calendar: Calendar): Row[] {
  const { days } = spanOf(seed, calendar);
  const first = days.at(-1)!;
  return seed.guests.map(({ name, place, text, locale, day, state }) => {
    const written = calendar.ago(Math.max(1, first - day), `${name} ${place}`);
    return {
      id: demoId('guest', seed.slug, name, place),
      exhibition_id: exhibitionId(seed.slug),
      name,
      place,
      text,
      locale,
      state: state ?? 'shown',
      moderated_by: state ? null : curatorOf(seed),
      moderated_at: state ? null : calendar.after(written, 2 + demoNumber(9, name)),
      created_at: written,
    };
  });
}

const SEATED = [
  'inzira-shoe-workshop',
  'bumbogo-bootmakers',
  'bugesera-bark-tannery',
  'urudodo-bag-makers',
];
const HOURS = ['10:00', '10:30', '15:00'];
const WEEKEND = [0, 6];
const MEETING_DAYS = 6;

/** The next working days, every second one. */
function meetingDays(calendar: Calendar): string[] {
  const coming = Array.from({ length: 16 }, (_, n) => calendar.day(n + 2));
  const working = coming.filter((day) => !WEEKEND.includes(new Date(day).getUTCDay()));
  return working.filter((_, n) => n % 2 === 0).slice(0, MEETING_DAYS);
}

const slotId = (producer: string, at: string) => demoId('slot', producer, at);

function slotRows({ slug }: ExhibitionSeed, calendar: Calendar): Row[] {
  return SEATED.flatMap((producer, table) =>
    meetingDays(calendar).flatMap((day) =>
      HOURS.map((hour) => ({
        id: slotId(producer, `${day}T${hour}`),
        exhibition_id: exhibitionId(slug),
        booth_id: boothId(slug, producer),
        starts_at: `${day}T${hour}:00+02:00`,
        minutes: 20,
        place: `Masoro, table ${table + 1}`,
        created_at: calendar.ago(9, producer),
      })),
    ),
  );
}

function meetingRows(calendar: Calendar): Row[] {
  const [day] = meetingDays(calendar);
  return [
    {
      id: demoId('meeting', 'inzira'),
      slot_id: slotId('inzira-shoe-workshop', `${day}T${HOURS[0]}`),
      ...buyer(),
      zone: 'Europe/Paris',
      note: 'Nous aimerions parler de deux cents paires de derbies pour la rentrée.',
      key_hash: nobodysKey(),
      booked_at: calendar.ago(2, 'meeting'),
    },
  ];
}

type Counted = { subject: string; id: string; metric: string; channel: string; about: number };

/** What is counted, and about how often a day. */
function countedIn(seed: ExhibitionSeed): Counted[] {
  const { slug } = seed;
  const web = (subject: string, id: string, metric: string, about: number, channel = 'web') => ({
    subject,
    id,
    metric,
    channel,
    about,
  });
  const own = exhibitionId(slug);
  const shown = seed.objects.filter((object) => isShown(seed, object));
  return [
    web('exhibition', own, 'view', 110),
    web('exhibition', own, 'view', 6, 'embed'),
    web('exhibition', own, 'code', 14, 'code:poster'),
    ...seed.halls.map((hall, n) => web('hall', hallId(slug, hall.slug), 'view', 62 - 12 * n)),
    ...seed.booths
      .filter(({ state }) => !state)
      .flatMap(({ producer }, n) => {
        const id = boothId(slug, producer);
        return [
          web('booth', id, 'view', 34 - 2 * n),
          ...(n % 2 ? [] : [web('booth', id, 'view', 2, 'embed')]),
          ...(n % 3 ? [] : [web('booth', id, 'view', 3, 'code:poster')]),
          ...(n % 3 ? [] : [web('booth', id, 'code', 4, 'code:poster')]),
        ];
      }),
    ...shown.flatMap(({ slug: object, kind }, n) => {
      const id = exhibitId(slug, object);
      return [
        web('exhibit', id, 'view', 9 + demoNumber(14, object)),
        ...(kind === 'product' ? [web('exhibit', id, 'save', 1)] : [web('exhibit', id, 'zoom', 5)]),
        ...(n % 4 ? [] : [web('exhibit', id, 'code', 2, 'code:label')]),
      ];
    }),
    ...seed.tours.flatMap((tour) =>
      tour.stops.flatMap((_, n) => {
        const id = stopId(slug, tour.slug, n);
        return [web('stop', id, 'view', 26 - n), web('stop', id, 'listen', 9 - (n % 6))];
      }),
    ),
  ];
}

/** The first days are the busiest; every day has a mood of its own. Rare things happen on some days. */
function countOn(day: number, since: number, { id, metric, channel, about }: Counted): number {
  const rush = 0.7 + 0.8 * Math.exp(-since / 4);
  const mood = demoNumber(1000, id, metric, channel, String(day)) / 1000;
  return Math.floor(about * rush * (0.6 + 0.8 * mood) + (about < 3 ? mood - 0.5 : 0));
}

function countRows(seed: ExhibitionSeed, calendar: Calendar): Row[] {
  const { days } = spanOf(seed, calendar);
  const first = days.at(-1)!;
  const counted = countedIn(seed);
  return days.flatMap((day) =>
    counted.flatMap((one) => {
      const count = countOn(day, first - day, one);
      const { subject, id: subject_id, metric, channel } = one;
      const row = { day: calendar.day(-day), exhibition_id: exhibitionId(seed.slug), subject };
      return count > 0 ? [{ ...row, subject_id, metric, channel, count }] : [];
    }),
  );
}

/** After halls, booths, objects and tours. */
export function visitorRows(calendar: Calendar): Rows {
  const open = EXHIBITIONS.filter(({ cluster }) => cluster !== null);
  const cards = open.map((seed) => cardRows(seed, calendar));
  return [
    ['public.guest_book_entries', EXHIBITIONS.flatMap((seed) => guestRows(seed, calendar))],
    ['public.kiosks', open.map((seed) => kioskRow(seed, calendar))],
    ['public.meeting_slots', open.flatMap((seed) => slotRows(seed, calendar))],
    ['public.meetings', meetingRows(calendar)],
    ['public.visitor_cards', cards.flatMap(([card]) => card)],
    ['public.card_booths', cards.flatMap(([, booths]) => booths)],
    ['public.daily_counts', EXHIBITIONS.flatMap((seed) => countRows(seed, calendar))],
  ];
}
