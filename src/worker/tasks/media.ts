import type { JobHelpers, TaskList } from 'graphile-worker';
import { z } from 'zod';
import { imageInformation, type PictureSize } from '#src/domain/iiif.ts';
import { paths } from '#src/paths.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { env } from '#src/server/env.ts';
import { log } from '#src/server/log.ts';
import { codec } from '#src/server/media/codec-process.ts';
import { originalKey } from '#src/server/media/fingerprint.ts';
import { openBucket } from '#src/server/media/storage.ts';
import {
  folder,
  make,
  PATIENCE,
  removeFiles,
  removeIfGone,
  store,
  type MediaTaskDeps,
  type Trouble,
} from './media-files.ts';
import { cropPicture, tilePicture } from './media-parts.ts';
import {
  findMedia,
  markAvif,
  markFailed,
  markReady,
  orphanOriginals,
  reorderParts,
  reorderUnfinished,
  type MediaRow,
  type Query,
} from './media-rows.ts';

const Picture = z.object({ id: z.guid() });
const Removal = z.object({ code: z.string(), sha8: z.string(), original: z.string() });

/**
 * The jobs of a picture. Each can run twice and stop anywhere: files are written under their final names,
 * and the row changes last.
 */
export function mediaTasks(deps: MediaTaskDeps = defaultDeps()): TaskList {
  return {
    'media.derive': (payload, job) => derive(deps, job, Picture.parse(payload).id),
    'media.derive_avif': (payload, job) => deriveAvif(deps, job, Picture.parse(payload).id),
    'media.crop': (payload, job) => cropPicture(deps, job, payload),
    'media.tile': (payload, job) => tilePicture(deps, job, Picture.parse(payload).id),
    'media.remove': (payload, job) => remove(deps, job, Removal.parse(payload)),
    'media.sweep': (_payload, job) => sweep(deps, job),
  };
}

function defaultDeps(): MediaTaskDeps {
  const store = serviceClient(
    'pictures: the worker makes and removes their files, nobody is acting',
  );
  return {
    originals: openBucket(store, 'originals'),
    media: openBucket(store, 'media'),
    codec: codec(),
    siteUrl: env().siteUrl,
    log,
  };
}

/** First phase: what a page needs. The picture becomes visible when all of it lies in the store. */
async function derive(deps: MediaTaskDeps, { query, job }: JobHelpers, id: string): Promise<void> {
  const row = await findMedia(query, id);
  if (!row || row.state === 'ready') return;
  const outcome = await make(deps, row, (bytes) => ({ kind: 'jpeg', bytes }));
  if (typeof outcome === 'string') {
    if (outcome !== 'damaged' && job.attempts < PATIENCE)
      throw new Error(`media ${id}: ${outcome}`);
    return giveUp(deps, query, row, outcome);
  }
  await store(deps, row, outcome.files);
  await describe(deps, row, outcome, false);
  if (!(await markReady(query, id, outcome))) await removeIfGone(deps, query, row);
}

/** Second phase: smaller files for the browsers that read AVIF, which is nearly all of them. */
async function deriveAvif(deps: MediaTaskDeps, { query }: JobHelpers, id: string): Promise<void> {
  const row = await findMedia(query, id);
  if (row?.state !== 'ready' || row.avif) return;
  const outcome = await make(deps, row, (bytes) => ({ kind: 'avif', bytes }));
  // The JPEGs stand: a picture without AVIF is whole, only heavier. The job ends among the dead letters.
  if (typeof outcome === 'string') throw new Error(`media ${id} without AVIF: ${outcome}`);
  await store(deps, row, outcome.files);
  await describe(deps, row, outcome, true);
  if (!(await markAvif(query, id))) await removeIfGone(deps, query, row);
}

async function describe(
  deps: MediaTaskDeps,
  row: MediaRow,
  full: PictureSize,
  avif: boolean,
): Promise<void> {
  const id = `${deps.siteUrl}${paths.media(row.code, row.sha8)}`;
  const text = JSON.stringify(imageInformation(id, full, { avif }));
  await deps.media.put(`${folder(row)}/info.json`, Buffer.from(text), 'application/json');
}

/** The original of a photo that broke the codec stays, so that a later version may try again. */
async function giveUp(
  deps: MediaTaskDeps,
  query: Query,
  row: MediaRow,
  trouble: Trouble,
): Promise<void> {
  await removeFiles(deps, query, folder(row));
  if (trouble === 'damaged') await deps.originals.remove([originalKey(row.id, row.sha256)]);
  await markFailed(query, row.id, trouble === 'damaged' ? 'photo_damaged' : 'photo_failed');
}

async function remove(
  deps: MediaTaskDeps,
  { query }: JobHelpers,
  picture: z.infer<typeof Removal>,
): Promise<void> {
  await removeFiles(deps, query, folder(picture));
  await deps.originals.remove([picture.original]);
}

async function sweep(deps: MediaTaskDeps, { query }: JobHelpers): Promise<void> {
  const orphans = await orphanOriginals(query);
  await deps.originals.remove(orphans);
  const reordered = (await reorderUnfinished(query)) + (await reorderParts(query));
  if (orphans.length + reordered > 0)
    deps.log.info('pictures swept', { orphans: orphans.length, reordered });
}
