import { z } from 'zod';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Standing } from '../visiting/queries.ts';
import type {
  BoothCards,
  CardAnswer,
  CardPage,
  EntryState,
  GuestBookDesk,
  GuestBookPage,
  Leads,
  OwnCard,
} from './views.ts';

/** The last entry of the page above. */
export type Before = { at: string; id: string };

/** How many cards or entries a page shows. */
export const CARDS_PAGE = 30;
export const GUEST_PAGE = 24;

const isId = (text: string) => z.uuid().safeParse(text).success;
const where = ({ slug, locale, key }: Standing) => ({
  p_slug: slug,
  p_locale: locale,
  ...(key ? { p_key: key } : {}),
});
const after = (before: Before | undefined) =>
  before ? { p_before: before.at, p_before_id: before.id } : {};

/** From the address of a page; what cannot be one is no page. */
export function beforeOf(query: URLSearchParams): Before | undefined {
  const [at, id] = [query.get('at') ?? '', query.get('id') ?? ''];
  return z.iso.datetime({ offset: true }).safeParse(at).success && isId(id)
    ? { at, id }
    : undefined;
}

/** Null when there is no such exhibition for the caller, or it takes no cards at all. */
export async function cardPage(db: Db, here: Standing): Promise<CardPage | null> {
  return expectData(await db.rpc('card_page', where(here))) as unknown as CardPage | null;
}

/** By its key, or by the account that left it. Null for a wrong key as for no card. */
export async function ownCard(
  db: Db,
  id: string,
  key: string | undefined,
  locale: Locale,
): Promise<OwnCard | null> {
  if (!isId(id)) return null;
  const answer = await db.rpc('read_card', { p_card: id, p_key: key ?? '', p_locale: locale });
  return expectData(answer) as unknown as OwnCard | null;
}

/** Newest first. Null for whoever does not work for the booth's producer. */
export async function boothCards(
  db: Db,
  booth: string,
  answer: CardAnswer,
  before?: Before,
): Promise<BoothCards | null> {
  const asked = { p_booth: booth, p_answer: answer, p_limit: CARDS_PAGE, ...after(before) };
  return expectData(await db.rpc('booth_cards', asked)) as unknown as BoothCards | null;
}

/** Every shared card. Null for whoever opens no cards there. */
export async function boothLeads(db: Db, booth: string): Promise<Leads | null> {
  if (!isId(booth)) return null;
  return expectData(await db.rpc('booth_leads', { p_booth: booth })) as unknown as Leads | null;
}

/** What is shown, newest first. Null when there is no guest book to look into. */
export async function guestBook(
  db: Db,
  here: Standing,
  before?: Before,
): Promise<GuestBookPage | null> {
  const asked = { ...where(here), p_limit: GUEST_PAGE, ...after(before) };
  return expectData(await db.rpc('guest_book', asked)) as unknown as GuestBookPage | null;
}

/** Null for a stranger. */
export async function guestBookDesk(
  db: Db,
  exhibition: string,
  state: EntryState,
  before?: Before,
): Promise<GuestBookDesk | null> {
  if (!isId(exhibition)) return null;
  const asked = {
    p_exhibition: exhibition,
    p_state: state,
    p_limit: CARDS_PAGE,
    ...after(before),
  };
  return expectData(await db.rpc('guest_book_desk', asked)) as unknown as GuestBookDesk | null;
}
