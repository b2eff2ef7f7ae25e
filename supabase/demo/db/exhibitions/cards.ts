/** Cards that visitors left at the booths of the open exhibition: shared, declined, and waiting. */
import { CARDS, type CardSeed } from '#supabase/demo/content/exhibitions/cards.ts';
import type { ExhibitionSeed } from '#supabase/demo/content/exhibitions/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { buyer, nobodysKey } from '#supabase/demo/db/exhibitions/buyer.ts';
import { boothId, exhibitionId } from '#supabase/demo/db/exhibitions/find.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { actorFor } from '#supabase/demo/db/people.ts';
import type { Row } from '#supabase/demo/db/write.ts';

const CARD_DAYS = 180;

/** Of the demo's own buyer, who may sign in and look at it. */
function ownSeed(): CardSeed & { user_id: string } {
  return {
    key: 'own',
    ...buyer(),
    phone: null,
    country: 'FR',
    note: 'Intéressés par le cousu trépointe et par le cabas long.',
    daysAgo: 4,
    consent:
      'Les stands que j’ai choisis peuvent voir cette carte et me répondre ; je peux la reprendre à tout moment.',
    booths: [
      { producer: 'inzira-shoe-workshop', answer: 'shared' },
      { producer: 'urudodo-bag-makers', answer: null },
    ],
  };
}

export function cardRows(
  { slug }: ExhibitionSeed,
  calendar: Calendar,
): [cards: Row[], booths: Row[]] {
  const rows = [...CARDS, ownSeed()].map((seed) => {
    const { key, daysAgo, consent, booths, ...person } = seed;
    const id = demoId('card', slug, key);
    const left = calendar.ago(daysAgo, `card ${key}`);
    const card = {
      user_id: null,
      ...person,
      id,
      exhibition_id: exhibitionId(slug),
      consent_text: consent,
      consented_at: left,
      retained_until: calendar.day(CARD_DAYS),
      key_hash: nobodysKey(),
      created_at: left,
    };
    const lies = booths.map(({ producer, answer }) => ({
      card_id: id,
      booth_id: boothId(slug, producer),
      answer,
      answered_at: answer && calendar.after(left, 5),
      answered_by: answer && actorFor(producer).actor,
    }));
    return { card, lies };
  });
  return [rows.map(({ card }) => card), rows.flatMap(({ lies }) => lies)];
}
