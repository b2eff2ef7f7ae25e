import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Standing } from '../visiting/queries.ts';
import type { CataloguePage, CodePlace, CodeSheet } from './views.ts';

/** Where seven signs lead, and one more in the campaign's count of the day. Null: no code of ours. */
export async function resolveCode(db: Db, code: string): Promise<CodePlace | null> {
  return expectData(await db.rpc('resolve_code', { p_code: code })) as unknown as CodePlace | null;
}

/** For the exhibition's curators; null for everybody else. */
export async function codeSheet(
  db: Db,
  exhibition: string,
  campaign: string,
  locale: Locale,
): Promise<CodeSheet | null> {
  const args = { p_exhibition: exhibition, p_campaign: campaign, p_locale: locale };
  return expectData(await db.rpc('exhibition_codes', args)) as unknown as CodeSheet | null;
}

/** The whole exhibition in page order; null when the caller may not look into it. */
export async function cataloguePage(
  db: Db,
  { slug, locale, key }: Standing,
): Promise<CataloguePage | null> {
  const args = { p_slug: slug, p_locale: locale, ...(key ? { p_key: key } : {}) };
  return expectData(await db.rpc('exhibition_catalogue', args)) as unknown as CataloguePage | null;
}
