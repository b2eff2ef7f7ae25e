import type { IiifImportKind } from '#src/domain/exhibitions/iiif-facts.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';

export type DeskImport = {
  id: string;
  hall: string | null;
  url: string;
  kind: IiifImportKind;
  label: Record<string, string[]>;
  homepage: string | null;
  attribution: string;
  items: number;
  fetchedAt: string;
};

export type DeskHall = { id: string; title: string };

/** What a curator brought in from elsewhere, in its order. */
export async function deskImports(db: Db, exhibition: string): Promise<DeskImport[]> {
  const answer = await db
    .from('iiif_imports')
    .select('id, hall_id, url, kind, label, homepage, attribution, items, fetched_at')
    .eq('exhibition_id', exhibition)
    .order('position')
    .order('id');
  return expectData(answer).map((row) => ({
    id: row.id,
    hall: row.hall_id,
    url: row.url,
    kind: row.kind as IiifImportKind,
    label: row.label as DeskImport['label'],
    homepage: row.homepage,
    attribution: row.attribution,
    items: row.items,
    fetchedAt: row.fetched_at,
  }));
}

export async function deskHalls(db: Db, exhibition: string, locale: Locale): Promise<DeskHall[]> {
  const answer = await db
    .from('halls')
    .select('id, texts, slug')
    .eq('exhibition_id', exhibition)
    .order('position');
  return expectData(answer).map(({ id, texts, slug }) => {
    const { title = {} } = texts as { title?: Record<string, string> };
    return { id, title: title[locale] ?? Object.values(title)[0] ?? slug };
  });
}

/** A label in the reader's language, else in English, else in any. */
export function labelIn(label: Record<string, string[]>, locale: Locale): string | null {
  const texts = label[locale] ?? label['en'] ?? label['none'] ?? Object.values(label)[0];
  return texts?.[0] ?? null;
}

/** `state`: waiting for the worker, made, or given up. Moments are ISO in UTC. */
export type DeskArchive = {
  id: string;
  askedAt: string;
  state: 'waiting' | 'made' | 'failed';
  finishedAt: string | null;
  bytes: number | null;
  pages: number | null;
};

/** The last ten, newest first. */
export async function deskArchives(db: Db, exhibition: string): Promise<DeskArchive[]> {
  const answer = await db
    .from('exhibition_archives')
    .select('id, asked_at, finished_at, failed_at, bytes, pages')
    .eq('exhibition_id', exhibition)
    .order('asked_at', { ascending: false })
    .limit(10);
  return expectData(answer).map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    state: row.finished_at ? 'made' : row.failed_at ? 'failed' : 'waiting',
    finishedAt: row.finished_at,
    bytes: row.bytes,
    pages: row.pages,
  }));
}
