import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';

const LONG =
  'Uruhu rwanyu rufite impumuro ntazibagirwa: iy’amavuta, iy’imbaho n’iy’imvura yo ku misozi ya Masoro.';

/** What visitors do in an exhibition, with the longest words on each page. */
export async function visitorPages(
  sql: Sql,
  { id, slug, booth }: { id: string; slug: string; booth: string },
): Promise<Record<string, [Who, string]>> {
  const [at] = await sql<{ booth: string; studio: string }[]>`
    select b.id as booth, p.slug as studio from public.booths b join public.producers p on p.id = b.producer_id
    where b.exhibition_id = ${id} and b.slug = ${booth}`;
  const card = { id: randomUUID(), key: randomBytes(32).toString('base64url'), locale: 'rw' };
  const person = {
    name: 'Uwimana Marie Claire',
    company: LONG,
    email: `${'a'.repeat(50)}@example.com`,
  };
  for (const one of [card, { ...card, id: randomUUID(), key: `${card.key}2` }])
    await sql`select private.leave_card(${sql.json({ ...one, ...person, note: LONG, consent: LONG, country: 'RW' })}, ${[at!.booth]}::uuid[])`;
  // Whoever left it signed in comes without a key.
  await sql`update public.visitor_cards set user_id = (select user_id from public.buyer_members order by created_at limit 1) where id = ${card.id}`;
  await sql`update public.card_booths set answer = 'shared', answered_at = now() where card_id = ${card.id}`;
  await sql`insert into public.guest_book_entries (exhibition_id, name, place, text, locale, state, moderated_at)
    select ${id}, 'Uwimana Marie Claire', 'Nyamagabe', ${LONG}, 'rw', 'shown', now() from generate_series(1, 25)`;
  return {
    'cards/[id].astro': ['buyer', `/cards/${card.id}`],
    'exhibitions/[slug]/card.astro': ['visitor', `/exhibitions/${slug}/card?booth=${booth}`],
    'exhibitions/[slug]/guest-book.astro': ['visitor', `/exhibitions/${slug}/guest-book`],
    'studio/[producer]/exhibitions/[booth]/cards.astro': [
      'maker',
      `/studio/${at!.studio}/exhibitions/${at!.booth}/cards?show=shared`,
    ],
  };
}
