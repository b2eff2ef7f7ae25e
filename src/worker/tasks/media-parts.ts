import type { JobHelpers } from 'graphile-worker';
import { z } from 'zod';
import type { ImageFormat, Region } from '#src/domain/iiif.ts';
import { DEEP_FOLDER, liesInside, tileInformation } from '#src/domain/iiif-parts.ts';
import { paths } from '#src/paths.ts';
import { make, removeIfGone, store, type MediaTaskDeps } from './media-files.ts';
import { findCrop, findMedia, markCrop, markTiled, type MediaRow } from './media-rows.ts';

const edge = z.int().min(32);
const Cut = z.object({
  id: z.guid(),
  x: z.int().min(0),
  y: z.int().min(0),
  width: edge,
  height: edge,
});

/** Cuts a region out of a picture: JPEG first, which a page can show, then AVIF. What is there already is not made again. */
export async function cropPicture(
  deps: MediaTaskDeps,
  { query }: JobHelpers,
  payload: unknown,
): Promise<void> {
  const { id, ...region } = Cut.parse(payload);
  const row = await findMedia(query, id);
  if (row?.state !== 'ready' || !liesInside(row, region)) return;
  const made = await findCrop(query, id, region);
  if (made?.avif) return;
  if (!made) {
    await cut(deps, row, region, 'jpg');
    if (!(await markCrop(query, id, region, false))) return removeIfGone(deps, query, row);
  }
  await cut(deps, row, region, 'avif');
  if (!(await markCrop(query, id, region, true))) await removeIfGone(deps, query, row);
}

async function cut(
  deps: MediaTaskDeps,
  row: MediaRow,
  region: Region,
  format: ImageFormat,
): Promise<void> {
  const outcome = await make(deps, row, (bytes) => ({ kind: 'crop', bytes, region, format }));
  if (typeof outcome === 'string') throw new Error(`media ${row.id} not cut: ${outcome}`);
  await store(deps, row, outcome.files);
}

/** Cuts the original into tiles. Their description comes after them, and the row says so last: a viewer finds all or nothing. */
export async function tilePicture(
  deps: MediaTaskDeps,
  { query }: JobHelpers,
  id: string,
): Promise<void> {
  const row = await findMedia(query, id);
  if (row?.state !== 'ready' || !row.deepZoom || row.tiled) return;
  const outcome = await make(deps, row, (bytes) => ({ kind: 'tile', bytes }));
  if (typeof outcome === 'string') throw new Error(`media ${id} without tiles: ${outcome}`);
  await store(deps, row, outcome.files);
  const address = `${deps.siteUrl}${paths.media(row.code, row.sha8)}/${DEEP_FOLDER}`;
  const described = JSON.stringify(tileInformation(address, outcome, row, outcome.whole));
  await store(deps, row, [
    {
      path: `${DEEP_FOLDER}/info.json`,
      contentType: 'application/json',
      bytes: Buffer.from(described),
    },
  ]);
  if (!(await markTiled(query, id))) await removeIfGone(deps, query, row);
}
