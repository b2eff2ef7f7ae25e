import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Said } from '../visiting/views.ts';

/** One screen as its curators see it. Moments are ISO; `codeUntil`: a pairing code waits to be typed. */
export type DeskKiosk = {
  id: string;
  name: string;
  start: string;
  locale: Locale;
  idleSeconds: number;
  codeUntil: string | null;
  pairedAt: string | null;
  lastSeenAt: string | null;
  /** Versions of what the device shows, and of what it knows to hang now. */
  bundle: string | null;
  newest: string | null;
  /** Cards and entries on the device that are not sent. */
  waiting: number;
  revokedAt: string | null;
};

export type KioskDesk = {
  now: string;
  languages: Locale[];
  hasCards: boolean;
  hasGuestBook: boolean;
  places: { path: string; kind: 'hall' | 'tour' | 'booth'; title: Said }[];
  kiosks: DeskKiosk[];
};

/** For the exhibition's curators; null for everybody else. */
export async function kioskDesk(
  db: Db,
  exhibition: string,
  locale: Locale,
): Promise<KioskDesk | null> {
  const args = { p_exhibition: exhibition, p_locale: locale };
  return expectData(await db.rpc('exhibition_kiosks', args)) as unknown as KioskDesk | null;
}
