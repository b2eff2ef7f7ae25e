import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type ProducerPhoto = MediaView & {
  id: string;
  state: 'uploaded' | 'ready' | 'failed';
  use: 'cover' | 'workshop' | 'logo';
};
export type ProducerEditor = {
  producer: {
    id: string;
    slug: string;
    name: string;
    tagline: string;
    story: string;
    source_locale: Locale;
    country: string;
    place: string;
    founded_year: number | null;
    people_count: number | null;
    women_count: number | null;
    youth_count: number | null;
    capacity_note: string;
    techniques: string[];
    languages: Locale[];
  };
  contact: {
    email: string | null;
    phone: string | null;
    whatsapp: string | null;
    address: string | null;
  } | null;
  texts: { locale: Locale; field: string; text: string }[];
  photos: ProducerPhoto[];
  checks: { item: string; state: 'open' | 'passed' | 'failed'; at: string | null }[];
};

/** A workshop for its own profile page; null when the caller may not work for it. */
export async function producerEditor(db: Db, slug: string): Promise<ProducerEditor | null> {
  return expectData(
    await db.rpc('studio_profile', { p_slug: slug }),
  ) as unknown as ProducerEditor | null;
}
