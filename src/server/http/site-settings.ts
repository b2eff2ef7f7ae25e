import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { lastSettingsChange } from './settings-changed.ts';

/** What the operator chose for the whole site, as pages draw it. `accent` is #rrggbb. */
export type SiteSettings = {
  name: string;
  tagline: string;
  logo: MediaView | null;
  accent: string | null;
  locales: Locale[];
  currencies: string[];
  demo: boolean;
};

/** Longest time without asking again, in milliseconds; a change on this node's database is seen at once. */
const KEEP_MS = 60_000;

let kept: { settings: SiteSettings; at: number } | undefined;
let asking: Promise<SiteSettings> | undefined;

/** The settings, asked for at most once a minute or after a change; requests that come together share one question. */
export async function siteSettings(db: Db): Promise<SiteSettings> {
  const now = performance.now();
  if (kept && kept.at > lastSettingsChange() && now - kept.at < KEEP_MS) return kept.settings;
  asking ??= readSettings(db).finally(() => (asking = undefined));
  const settings = await asking;
  kept = { settings, at: now };
  return settings;
}

async function readSettings(db: Db): Promise<SiteSettings> {
  const { data, error } = await db
    .from('site_settings')
    .select(
      'name, tagline, accent, locales, currencies, demo_loaded_at, media(code, sha8, width, height, colour, avif, state)',
    )
    .single();
  if (error) throw new Error(`settings could not be read: ${error.message}`, { cause: error });
  const logo = data.media;
  return {
    name: data.name,
    tagline: data.tagline,
    accent: data.accent,
    locales: data.locales,
    currencies: data.currencies,
    demo: data.demo_loaded_at !== null,
    logo:
      logo?.state === 'ready'
        ? { ...logo, colour: logo.colour ?? '#d8cfc0', alt: data.name }
        : null,
  };
}
