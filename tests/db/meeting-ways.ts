import { randomBytes, randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { furnishedBooth, shownExhibition } from '#tests/support/exhibition-stage.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster and is of the shop. */
type Seats = { me: string; cluster: string; shop: string };

/** Calls of a booth's room for meetings that get past the door for somebody in good standing. */
export async function meetingWays(
  { sql }: TestDatabase,
  { me, cluster, shop }: Seats,
): Promise<Ways> {
  const stage = { sql, cluster, curator: me };
  const { exhibition, hall } = await shownExhibition(stage);
  const { booth } = await furnishedBooth(stage, hall, shop);
  const slots = await sql<{ id: string }[]>`
    insert into public.meeting_slots (exhibition_id, booth_id, starts_at, minutes)
    select ${exhibition}, ${booth}, now() + make_interval(hours => n), 20 from generate_series(1, 2) n returning id`;
  const meeting = randomUUID();
  await sql`insert into public.meetings (id, slot_id, name, email, zone, key_hash)
    values (${meeting}, ${slots[0]!.id}, 'A visitor', 'visitor@example.com', 'Europe/Paris', ${randomBytes(32)})`;
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const plan = { day: soon, from: '10:00', to: '12:00', minutes: 20, break: 0, place: '' };
  return {
    make_meeting_slots: { p_booth: booth, p_plan: plan },
    remove_meeting_slots: { p_booth: booth, p_slots: [slots[1]!.id] },
    call_off_meeting: { p_meeting: meeting, p_reason: 'The press broke' },
  };
}
