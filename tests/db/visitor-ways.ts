import { randomBytes, randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { furnishedBooth, shownExhibition } from '#tests/support/exhibition-stage.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster and is a member of the shop. */
type Seats = { me: string; cluster: string; shop: string };

/** A card's id and the secret that opens it. */
export const cardKey = () => ({ id: randomUUID(), key: randomBytes(32).toString('base64url') });

/** Calls about visitors that get past the door for people in good standing. */
export async function visitorWays(db: TestDatabase, { me, cluster, shop }: Seats): Promise<Ways> {
  const fair = await shownExhibition({ sql: db.sql, cluster, curator: me });
  const { booth } = await furnishedBooth({ sql: db.sql, cluster, curator: me }, fair.hall, shop);
  const person = { name: 'Ange', email: 'ange@example.com', consent: 'They may see this card.' };
  const leave = async () => {
    const card = { ...cardKey(), ...person };
    await db.sql`select private.leave_card(${db.sql.json(card)}, ${[booth]}::uuid[])`;
    return card.id;
  };
  const [waiting, shared] = [await leave(), await leave()];
  await db.sql`update public.card_booths set answer = 'shared', answered_at = now() where card_id = ${shared}`;
  const entry = randomUUID();
  await db.sql`insert into public.guest_book_entries (id, exhibition_id, name, text)
    values (${entry}, ${fair.exhibition}, 'Ange', 'The smell of leather')`;
  return {
    answer_card: { p_booth: booth, p_card: waiting, p_yes: true },
    follow_up_card: { p_booth: booth, p_card: shared, p_message: 'It was good to meet you.' },
    leave_card: { p_card: { ...cardKey(), ...person }, p_booths: [booth] },
    moderate_guest_book: { p_entry: entry, p_state: 'shown' },
    sign_guest_book: {
      p_id: randomUUID(),
      p_slug: fair.slug,
      p_name: 'Ange',
      p_place: '',
      p_text: 'The smell of leather',
      p_locale: 'en',
    },
  };
}
