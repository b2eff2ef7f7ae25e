import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/** What visitors of an exhibition wrote, with `mark` in it: a card that the booth shares, an entry that is shown, a booked meeting. */
export async function hiddenVisitors(
  sql: Sql,
  { exhibition, booth }: { exhibition: string; booth: string },
  mark: string,
): Promise<{ card: string; meeting: string }> {
  const card = randomUUID();
  await sql`insert into public.visitor_cards (id, exhibition_id, name, company, email, note, consent_text, consented_at, retained_until, key_hash)
    values (${card}, ${exhibition}, ${mark}, ${mark}, 'hidden@example.com', ${mark}, ${`I agree: ${mark}`}, now(), current_date + 9, ${randomBytes(32)})`;
  await sql`insert into public.card_booths (card_id, booth_id, answer, answered_at) values (${card}, ${booth}, 'shared', now())`;
  await sql`insert into public.guest_book_entries (exhibition_id, name, place, text, state, moderated_at)
    values (${exhibition}, ${mark}, ${mark}, ${`Words: ${mark}`}, 'shown', now())`;
  const [slot] = await sql<{ id: string }[]>`
    insert into public.meeting_slots (exhibition_id, booth_id, starts_at, minutes, place)
    select ${exhibition}, ${booth}, now() + make_interval(hours => n), 20, ${mark} from generate_series(1, 2) n returning id`;
  const meeting = randomUUID();
  await sql`insert into public.meetings (id, slot_id, name, company, email, note, zone, key_hash)
    values (${meeting}, ${slot!.id}, ${mark}, ${mark}, 'hidden@example.com', ${mark}, 'Europe/Paris', ${randomBytes(32)})`;
  return { card, meeting };
}
