import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';

const LONG = 'Ameza ya karindwi, inyuma y’imashini nini idoda, hafi y’umuryango ujya ku irembo';

/** Meetings at a booth and its numbers, with the longest words on each page. */
export async function meetingPages(
  sql: Sql,
  { id, slug, booth }: { id: string; slug: string; booth: string },
): Promise<Record<string, [Who, string]>> {
  const [at] = await sql<{ booth: string; studio: string }[]>`
    select b.id as booth, p.slug as studio from public.booths b join public.producers p on p.id = b.producer_id
    where b.exhibition_id = ${id} and b.slug = ${booth}`;
  const slots = await sql<{ id: string }[]>`
    insert into public.meeting_slots (exhibition_id, booth_id, starts_at, minutes, place)
    select ${id}, ${at!.booth}, date_trunc('hour', now()) + make_interval(hours => 5 * n), 45, ${LONG} from generate_series(1, 14) n returning id`;
  const meeting = randomUUID();
  for (const [n, slot] of slots.slice(0, 2).entries())
    await sql`insert into public.meetings (id, slot_id, name, company, email, note, zone, locale, key_hash, cancelled_at, cancelled_by, reason)
      values (${n === 0 ? meeting : randomUUID()}, ${slot.id}, 'Uwimana Marie Claire', ${LONG}, ${`${'a'.repeat(50)}@example.com`}, ${LONG}, 'America/New_York', 'rw',
        ${randomBytes(32)}, ${n === 0 ? null : new Date()}, ${n === 0 ? null : 'booth'}, ${n === 0 ? null : LONG})`;
  // Whoever booked it signed in comes without a key.
  await sql`update public.meetings set user_id = (select user_id from public.buyer_members order by created_at limit 1) where id = ${meeting}`;
  await sql`insert into public.daily_counts (day, exhibition_id, subject, subject_id, metric, channel, count)
    select current_date - n, ${id}::uuid, 'booth', ${at!.booth}::uuid, m, 'web', 1000 * (n + 1) from generate_series(0, 60) n, unnest('{view,zoom,listen,save,card}'::text[]) m
    union all select current_date - n, ${id}::uuid, 'booth', ${at!.booth}::uuid, 'code', 'code:poster', n + 1 from generate_series(0, 9) n
    union all select current_date, ${id}::uuid, 'exhibit', x.id, 'view', 'embed', 12345 from public.exhibits x where x.booth_id = ${at!.booth}
    on conflict do nothing`;
  const studio = `/studio/${at!.studio}/exhibitions/${at!.booth}`;
  return {
    'exhibitions/[slug]/booths/[booth]/meetings.astro': [
      'visitor',
      `/exhibitions/${slug}/booths/${booth}/meetings?zone=America%2FNew_York`,
    ],
    'meetings/[id].astro': ['buyer', `/meetings/${meeting}`],
    'studio/[producer]/exhibitions/[booth]/meetings.astro': ['maker', `${studio}/meetings`],
    'studio/[producer]/exhibitions/[booth]/numbers.astro': ['maker', `${studio}/numbers`],
  };
}
