import type { JobHelpers } from 'graphile-worker';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import type { Region } from '#src/domain/iiif.ts';
import type { JpegPhase } from '#src/server/media/codec-protocol.ts';

/** The worker's own connection, as the owner of the tables. */
export type Query = JobHelpers['query'];

export type MediaRow = {
  id: string;
  code: string;
  sha8: string;
  sha256: string;
  state: 'uploaded' | 'ready' | 'failed';
  avif: boolean;
  /** Pixels of the largest derivative, once ready. */
  width: number;
  height: number;
  deepZoom: boolean;
  tiled: boolean;
};

export async function findMedia(query: Query, id: string): Promise<MediaRow | null> {
  const { rows } = await query<MediaRow>(
    `select id, code, sha8, sha256, state::text, avif, width, height, deep_zoom as "deepZoom", tiled_at is not null as tiled
     from public.media where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * Makes a picture visible and orders its second phase, in one statement. False when it is no longer
 * waiting: removed meanwhile, or finished by another run.
 */
export async function markReady(query: Query, id: string, made: JpegPhase): Promise<boolean> {
  const { rowCount } = await query(
    `with ready as (
       update public.media
       set state = 'ready', failure = null, width = $2, height = $3, colour = $4, verdict = $5
       where id = $1 and state <> 'ready'
       returning id
     )
     select private.enqueue('media.derive_avif', jsonb_build_object('id', id), 'media.derive_avif:' || id)
     from ready`,
    [id, made.width, made.height, made.colour, JSON.stringify(made.verdict)],
  );
  return rowCount === 1;
}

/** False when the picture was removed meanwhile. */
export async function markAvif(query: Query, id: string): Promise<boolean> {
  const { rowCount } = await query(
    `update public.media set avif = true where id = $1 and state = 'ready'`,
    [id],
  );
  return rowCount === 1;
}

export async function markFailed(query: Query, id: string, failure: ErrorCode): Promise<void> {
  await query(
    `update public.media set state = 'failed', failure = $2 where id = $1 and state <> 'ready'`,
    [id, failure],
  );
}

/** Keys of a picture's files. Asked of the table, because the storage API lists folders differently here and there. */
export async function filesBelow(query: Query, folder: string): Promise<string[]> {
  const { rows } = await query<{ name: string }>(
    `select name from storage.objects where bucket_id = 'media' and starts_with(name, $1)`,
    [`${folder}/`],
  );
  return rows.map((row) => row.name);
}

/** Originals that no row names, a day after they came: their upload ended between the two writes. */
export async function orphanOriginals(query: Query): Promise<string[]> {
  const { rows } = await query<{ name: string }>(
    `select o.name from storage.objects o
     where o.bucket_id = 'originals' and o.created_at < now() - interval '1 day'
       and not exists (select 1 from public.media m where m.id || '/' || m.sha256 = o.name)
     limit 500`,
  );
  return rows.map((row) => row.name);
}

/** Orders again what is unfinished for an hour and has no job, neither waiting nor among the dead letters. */
export async function reorderUnfinished(query: Query): Promise<number> {
  const { rowCount } = await query(
    `select private.enqueue(k.kind, jsonb_build_object('id', m.id), k.kind || ':' || m.id)
     from public.media m,
       lateral (select case m.state when 'uploaded' then 'media.derive' else 'media.derive_avif' end as kind) k
     where (m.state = 'uploaded' or (m.state = 'ready' and not m.avif))
       and m.updated_at < now() - interval '1 hour'
       and not exists (select 1 from graphile_worker.jobs j where j.key = k.kind || ':' || m.id)
       and not exists (select 1 from private.outbox o where o.dedupe = k.kind || ':' || m.id)
     limit 500`,
  );
  return rowCount ?? 0;
}

export async function findCrop(
  query: Query,
  id: string,
  { x, y, width, height }: Region,
): Promise<{ avif: boolean } | null> {
  const { rows } = await query<{ avif: boolean }>(
    'select avif from public.media_crops where (media_id, x, y, width, height) = ($1, $2, $3, $4, $5)',
    [id, x, y, width, height],
  );
  return rows[0] ?? null;
}

/** False when the picture was removed meanwhile. */
export async function markCrop(
  query: Query,
  id: string,
  { x, y, width, height }: Region,
  avif: boolean,
): Promise<boolean> {
  const { rowCount } = await query(
    `insert into public.media_crops (media_id, x, y, width, height, avif)
     select id, $2, $3, $4, $5, $6 from public.media where id = $1
     on conflict (media_id, x, y, width, height) do update set avif = media_crops.avif or excluded.avif`,
    [id, x, y, width, height, avif],
  );
  return rowCount === 1;
}

/** False when the picture was removed meanwhile. */
export async function markTiled(query: Query, id: string): Promise<boolean> {
  const { rowCount } = await query('update public.media set tiled_at = now() where id = $1', [id]);
  return rowCount === 1;
}

/** Orders regions and tiles again that are asked for, not made, and have no job. */
export async function reorderParts(query: Query): Promise<number> {
  const { rowCount } = await query(
    `select private.enqueue(p.kind, p.payload, p.dedupe) from (
       select 'media.tile' as kind, jsonb_build_object('id', m.id) as payload, 'media.tile:' || m.id as dedupe
       from public.media m where m.deep_zoom and m.tiled_at is null and m.state = 'ready'
       union
       select 'media.crop', jsonb_build_object('id', s.media_id, 'x', s.x, 'y', s.y, 'width', s.width, 'height', s.height),
         concat('media.crop:', s.media_id, ':', concat_ws(',', s.x, s.y, s.width, s.height))
       from public.tour_stops s join public.media m on m.id = s.media_id and m.state = 'ready'
         and s.x + s.width <= m.width and s.y + s.height <= m.height
       where not exists (select 1 from public.media_crops c
         where (c.media_id, c.x, c.y, c.width, c.height) = (s.media_id, s.x, s.y, s.width, s.height) and c.avif)) p
     where not exists (select 1 from graphile_worker.jobs j where j.key = p.dedupe)
       and not exists (select 1 from private.outbox o where o.dedupe = p.dedupe)
     limit 500`,
  );
  return rowCount ?? 0;
}
