import { z } from 'zod';
import { openBucket } from '#src/server/media/storage.ts';
import { PRIORITY, workerTask } from '../task.ts';

/** Bytes that no row names a day after they came: the form they came with was never sent to its end. */
const ORPHANS = {
  files: `
    select o.name from storage.objects o
    where o.bucket_id = 'files' and starts_with(o.name, 'rooms/') and o.created_at < now() - interval '1 day'
      and not exists (select 1 from public.files f where 'rooms/' || coalesce(f.kept_as, f.id) || '/' || f.sha256 = o.name)
    limit 500`,
  audio: `
    select o.name from storage.objects o
    where o.bucket_id = 'audio' and o.created_at < now() - interval '1 day'
      and not exists (select 1 from public.audio a where a.id || '/' || a.sha256 = o.name)
    limit 500`,
};
const LOST =
  'select private.forget_lost_files() as files, private.forget_lost_recordings() as recordings';

/** Rows go with their room, and bytes with their row. */
export const filesSweep = workerTask({
  kind: 'files.sweep',
  cron: '41 * * * *',
  priority: PRIORITY.sweep,
  schema: z.unknown(),
  async run(_payload, { sql, log, db }) {
    const { rows: lost } = await sql.query<{ files: number; recordings: number }>(LOST);
    let orphans = 0;
    for (const bucket of ['files', 'audio'] as const) {
      const { rows } = await sql.query<{ name: string }>(ORPHANS[bucket]);
      await openBucket(db, bucket).remove(rows.map((row) => row.name));
      orphans += rows.length;
    }
    if (lost[0]?.files || lost[0]?.recordings || orphans)
      log.info('files swept', { lost: lost[0], orphans });
  },
});
