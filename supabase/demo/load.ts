/**
 * Loads the demo. `npm start` does it by itself into an empty embedded data folder; by hand it is `npm run demo:load`,
 * which asks for a flag where a Supabase project is configured.
 */
import { join } from 'node:path';
import type { Sql, TransactionSql } from 'postgres';
import { log } from '#src/server/log.ts';
import { insertAccounts } from '#supabase/demo/db/accounts.ts';
import { calendarOf } from '#supabase/demo/db/calendar.ts';
import type { FileSeed } from '#supabase/demo/content/trade/types.ts';
import { eventRows } from '#supabase/demo/db/events.ts';
import { hangExhibitions } from '#supabase/demo/db/exhibitions/hang.ts';
import { makePapers, type Papers } from '#supabase/demo/db/exhibitions/pages.ts';
import { DEMO_IDS } from '#supabase/demo/db/ids.ts';
import { inquiryRows } from '#supabase/demo/db/inquiries.ts';
import { organisationRows } from '#supabase/demo/db/organisations.ts';
import {
  demoPictures,
  pictureRows,
  type DemoPicture,
  type MadePicture,
} from '#supabase/demo/db/pictures.ts';
import { productRows } from '#supabase/demo/db/products.ts';
import { makeTradeFiles, type StoredFile } from '#supabase/demo/db/trade/files.ts';
import { playTrade } from '#supabase/demo/db/trade/play.ts';
import { insertAll } from '#supabase/demo/db/write.ts';
import { makePictures, repositorySource, type Source } from '#supabase/demo/load-pictures.ts';
import { apiStore, folderStore, type Store } from '#supabase/demo/load-store.ts';
import { connect } from '#supabase/embedded/database.ts';
import type { Progress } from '#supabase/embedded/progress.ts';
import { readSettings } from '#supabase/embedded/settings.ts';

export type DemoOptions = {
  /** As the owner of the tables. */
  databaseUrl: string;
  /** The embedded backend's data folder: pictures are written straight into its store. */
  dataDir?: string;
  /** Without a data folder, pictures go through the Storage API with these two. */
  apiUrl?: string;
  secretKey?: string;
  /** Public origin of the site; read from the environment as a start does unless told. */
  siteUrl?: string;
  onProgress?: (progress: Progress) => void;
  /** At most so many pictures, covers first, or those wanted: for tests, which need few. */
  pictures?: number | ((picture: DemoPicture) => boolean);
  /** Where compact pictures come from; the repository's own unless told. */
  source?: Source;
};

function storeOf({ dataDir, apiUrl, secretKey }: DemoOptions): Store {
  if (dataDir) return folderStore(join(dataDir, 'storage'));
  if (apiUrl && secretKey) return apiStore(apiUrl, secretKey);
  throw new Error('The demo needs the data folder, or the address of the API and its secret key.');
}

/**
 * Puts in the whole demo, once. First the pictures' files, which nobody sees yet and which a second run writes again;
 * then every row in one transaction, `demo_loaded_at` with them: killed at any moment, there is all of it or none.
 * `loaded` is false when it was there already. Throws when it cannot be loaded, for instance because an address is taken by a listing of the market's own.
 */
export async function loadDemo(options: DemoOptions): Promise<{ loaded: boolean }> {
  const sql = connect(options.databaseUrl);
  try {
    if (await isLoaded(sql)) return { loaded: false };
    const pictures = wantedPictures(options.pictures);
    await keepFiles(sql, pictures);
    const store = storeOf(options);
    const show = (step: string, total: number) => (done: number) =>
      options.onProgress?.({ step, done, total });
    const made = await makePictures({
      pictures,
      store,
      source: options.source ?? repositorySource,
      siteUrl: options.siteUrl ?? readSettings(process.env, []).siteUrl,
      onDone: show('loading the demo: pictures', pictures.length),
    });
    const files = await makeTradeFiles(store, options.source ?? repositorySource);
    const papers = await makePapers(store);
    const showRows = show('loading the demo: listings', 2);
    showRows(0);
    await sql.begin((tx) => insertDemo(tx, store, { pictures: made, files, papers }));
    showRows(2);
    const missing = pictures.length - made.size;
    if (missing > 0) log.warn('pictures of the demo have no compact source', { missing });
    return { loaded: true };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function wantedPictures(wanted: DemoOptions['pictures']): DemoPicture[] {
  const all = demoPictures();
  return typeof wanted === 'function' ? all.filter(wanted) : all.slice(0, wanted);
}

async function isLoaded(sql: Sql | TransactionSql): Promise<boolean> {
  const [settings] = await sql`
    select demo_loaded_at is not null as loaded from public.site_settings for update`;
  return Boolean(settings?.['loaded']);
}

async function insertDemo(
  tx: TransactionSql,
  store: Store,
  made: {
    pictures: ReadonlyMap<string, MadePicture>;
    files: ReadonlyMap<FileSeed, StoredFile>;
    papers: Papers;
  },
): Promise<void> {
  if (await isLoaded(tx)) throw new Error('The demo was loaded by somebody else meanwhile.');
  const [clock] = await tx<{ now: Date }[]>`select now()`;
  const categories = await tx<{ key: string; id: string }[]>`select key, id from public.categories`;
  const calendar = calendarOf(clock!.now);
  await insertAccounts(tx, calendar);
  const tables = [
    ...organisationRows(calendar),
    ...productRows(calendar, new Map(categories.map(({ key, id }) => [key, id]))),
    ...inquiryRows(calendar),
    ...eventRows(calendar),
    ...pictureRows(calendar, made.pictures),
  ];
  // A buying organisation that a removal left behind, because somebody's own producer has its orders, is there already.
  const kept = await tx<
    { id: string }[]
  >`select id from public.buyers where id::text like ${DEMO_IDS}`;
  const there = new Set(kept.map(({ id }) => id));
  for (const [table, rows] of tables)
    await insertAll(
      tx,
      table,
      table === 'public.buyers' ? rows.filter(({ id }) => !there.has(String(id))) : rows,
    );
  await playTrade(tx, calendar, made.files);
  await hangExhibitions(tx, calendar, made.pictures, made.papers);
  await store.finish(tx);
  await tx`update public.site_settings set demo_loaded_at = now()`;
}

/** After a removal the worker may still have orders to remove the very files that come now; they are withdrawn. */
async function keepFiles(sql: Sql, pictures: readonly { id: string }[]): Promise<void> {
  const keys = pictures.map(({ id }) => `media.remove:${id}`);
  await sql`delete from private.outbox where dedupe = any (${keys})`;
  const [queue] = await sql`select to_regprocedure('graphile_worker.remove_job(text)') as found`;
  if (queue?.['found'])
    await sql`select graphile_worker.remove_job(key) from unnest(${keys}::text[]) as key`;
}
