/** How the demo's exhibitions came about, for the record. */
import { EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { curatorOf, exhibitionId, spanOf } from '#supabase/demo/db/exhibitions/find.ts';
import { clusterId, producerId } from '#supabase/demo/db/people.ts';

const HOUR_MS = 3_600_000;

/** Each with the state that the exhibition was in then. */
export function exhibitionHappenings(calendar: Calendar) {
  return EXHIBITIONS.flatMap((seed) => {
    const { draftedAt, publishedAt } = spanOf(seed, calendar);
    const hour = (moment: string, hours: number) =>
      new Date(Date.parse(moment) + hours * HOUR_MS).toISOString();
    const approved = seed.booths.filter(({ state }) => !state);
    const common = {
      subject: ['exhibition', exhibitionId(seed.slug)] as [string, string],
      actor: curatorOf(seed),
      to: 'draft',
      ...(seed.cluster ? { cluster: clusterId(seed.cluster) } : {}),
    };
    const data = { name: seed.title.en };
    return [
      { ...common, at: hour(draftedAt, 0), action: 'exhibition.created', data },
      {
        ...common,
        at: hour(draftedAt, 1),
        action: 'exhibition.booths_offered',
        data: { ...data, count: seed.booths.length },
      },
      ...approved.map(({ producer }, n) => ({
        ...common,
        at: hour(publishedAt, (n - approved.length) * 5),
        action: 'exhibition.booth_approved',
        producer: producerId(producer),
        data,
      })),
      {
        ...common,
        at: hour(publishedAt, 0),
        action: 'exhibition.published',
        to: 'scheduled',
        data,
      },
    ];
  });
}
