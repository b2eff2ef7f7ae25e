import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeArchive } from '#src/server/archive/make-archive.ts';
import { siteReader } from '#src/server/archive/read-site.ts';
import { openBucket } from '#src/server/media/storage.ts';
import { PRIORITY, workerTask } from '../task.ts';

/**
 * Writes a closed exhibition into a zip. It may be killed anywhere and come again: the file gets its final name at once,
 * and the row changes last.
 */
export const exhibitionArchive = workerTask({
  kind: 'archive.make',
  priority: PRIORITY.sweep,
  schema: z.object({ id: z.guid() }),
  async run({ id }, { sql, db, env, log, signal, lastAttempt }) {
    const { rows } = await sql.query<{ slug: string }>(
      `select e.slug from public.exhibition_archives a join public.exhibitions e on e.id = a.exhibition_id
       where a.id = $1 and a.finished_at is null and a.failed_at is null`,
      [id],
    );
    const slug = rows[0]?.slug;
    if (!slug) return;
    const folder = await mkdtemp(join(tmpdir(), 'isoko-zip-'));
    const to = join(folder, 'archive.zip');
    const { siteUrl } = env;
    const day = new Date().toISOString().slice(0, 10);
    try {
      const made = await makeArchive({ slug, siteUrl, get: siteReader(siteUrl), to, day, signal });
      await openBucket(db, 'archives').putFile(`${id}.zip`, to, 'application/zip');
      await sql.query('select public.finish_exhibition_archive($1, $2, $3, $4)', [
        id,
        made.bytes,
        made.pages,
        made.sha256,
      ]);
      log.info('an exhibition was archived', { pages: made.pages, bytes: made.bytes });
    } catch (error) {
      if (lastAttempt) await sql.query('select public.fail_exhibition_archive($1)', [id]);
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
