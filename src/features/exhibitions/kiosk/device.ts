import { createHash } from 'node:crypto';
import type { SealedAnswer, SealedItem } from '#src/domain/exhibitions/kiosk.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import type { Db } from '#src/server/db/client.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import { env } from '#src/server/env.ts';
import { sealingKey, unseal } from '#src/server/kiosk/seal.ts';
import type { KioskBundle, KioskContent, KioskFile, KioskPicture, KioskWord } from './bundle.ts';
import { kioskContent } from './content.ts';
import { cardContent, entryContent, type AskBundle, type Beat, type Send } from './schema.ts';
import type { KioskRows } from './views.ts';

/** All languages of one moment. */
type Edition = { version: string; contents: Map<Locale, KioskContent>; files: KioskFile[] };

/** Longest time without looking again, in milliseconds: screens of one fair ask each minute, and the answer is the same. */
const KEEP_MS = 120_000;
const MOST_KEPT = 20;
const kept = new Map<string, { at: number; edition: Promise<Edition> }>();

type Facts = Omit<Extract<KioskWord, { revoked: false }>, 'newest' | 'key'> & {
  exhibition: string;
};

async function factsOf(db: Db, { token, ...beat }: Beat): Promise<Facts | null> {
  const { bundle, newest, waiting, counts } = beat;
  const told = { p_token: token, p_beat: { bundle, newest, waiting, counts } };
  const facts = expectData(await db.rpc('kiosk_heartbeat', told)) as Facts | { revoked: true };
  return facts.revoked ? null : facts;
}

/** What a device hears each minute. A token that is none, replaced or revoked hears that it is. */
export async function answerBeat(db: Db, beat: Beat): Promise<KioskWord> {
  const facts = await factsOf(db, beat);
  if (!facts) return { revoked: true };
  const { now, kiosk, start, locale, idleSeconds, languages } = facts;
  const { version } = await editionOf(db, beat.token, facts);
  const own = { now, kiosk, start, locale, idleSeconds, languages };
  return { revoked: false, ...own, newest: version, key: sealingKey(kiosk) };
}

/** One language of the newest bundle; null for a token that is none, and for a language that the exhibition has not. */
export async function bundleFor(
  db: Db,
  { locale, ...beat }: AskBundle,
): Promise<KioskBundle | null> {
  const facts = await factsOf(db, beat);
  const edition = facts && (await editionOf(db, beat.token, facts));
  const content = edition?.contents.get(locale);
  return edition && content ? { version: edition.version, content, files: edition.files } : null;
}

function editionOf(db: Db, token: string, { exhibition, languages }: Facts): Promise<Edition> {
  const now = performance.now();
  const known = kept.get(exhibition);
  if (known && now - known.at < KEEP_MS) return known.edition;
  const edition = makeEdition(db, token, languages);
  kept.delete(exhibition);
  kept.set(exhibition, { at: now, edition });
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  edition.catch(() => kept.delete(exhibition));
  return edition;
}

async function makeEdition(db: Db, token: string, languages: readonly Locale[]): Promise<Edition> {
  const contents = new Map<Locale, KioskContent>();
  for (const locale of languages) {
    const asked = { p_token: token, p_locale: locale };
    const rows = expectData(await db.rpc('kiosk_bundle', asked)) as unknown as KioskRows;
    const words = { locale, t: messages(locale) };
    contents.set(locale, kioskContent(rows, words, env().siteUrl));
  }
  const whole = JSON.stringify([...contents.values()]);
  const version = createHash('sha256').update(whole).digest('hex').slice(0, 16);
  return { version, contents, files: filesOf([...contents.values()]) };
}

function filesOf(contents: readonly KioskContent[]): KioskFile[] {
  const urls = new Set<string>();
  const add = (picture: KioskPicture | null) => {
    if (picture) urls.add(picture.small).add(picture.large);
  };
  for (const content of contents) {
    add(content.exhibition.cover);
    for (const { cover } of [...content.halls, ...content.booths]) add(cover);
    for (const { pictures } of content.objects) pictures.forEach(add);
    for (const stop of content.tours.flatMap(({ stops }) => stops)) {
      add(stop.picture);
      if (stop.voice) urls.add(stop.voice.src);
    }
  }
  return [...urls].map((url) => ({ url }));
}

/** Opens what visitors typed and hands each on. Every id is answered; asked again, the answer is the same. */
export async function takeSealed(db: Db, { token, kiosk, items }: Send): Promise<SealedAnswer[]> {
  const answers: SealedAnswer[] = [];
  for (const item of items) {
    answers.push({ id: item.id, state: await take(db, token, item, unseal(kiosk, item)) });
  }
  return answers;
}

async function take(
  db: Db,
  token: string,
  { kind, id }: SealedItem,
  plain: unknown,
): Promise<SealedAnswer['state']> {
  if (plain === null) return 'unreadable';
  const answer =
    kind === 'card' ? leaveCard(db, token, id, plain) : signGuestBook(db, token, id, plain);
  const { error } = (await answer) ?? { error: { message: 'invalid_input' } };
  if (!error) return 'kept';
  const code = codeOf(error);
  return code === 'unreachable' || code === 'unknown' || code === 'rate_limited'
    ? 'later'
    : 'refused';
}

async function leaveCard(db: Db, token: string, id: string, plain: unknown) {
  const { success, data } = cardContent.safeParse(plain);
  if (!success) return null;
  const card = { ...data.card, id };
  return db.rpc('leave_kiosk_card', { p_token: token, p_card: card, p_booths: data.booths });
}

async function signGuestBook(db: Db, token: string, id: string, plain: unknown) {
  const { success, data } = entryContent.safeParse(plain);
  if (!success) return null;
  return db.rpc('sign_kiosk_guest_book', { p_token: token, p_entry: { ...data.entry, id } });
}
