/** Puts the demo's exhibitions up, after its products and their pictures. */
import type { TransactionSql } from 'postgres';
import { EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { codeRows } from '#supabase/demo/db/exhibitions/codes.ts';
import { curatorOf, exhibitionId, picturesOf, spanOf } from '#supabase/demo/db/exhibitions/find.ts';
import { pageRows, type Papers } from '#supabase/demo/db/exhibitions/pages.ts';
import { standingRows } from '#supabase/demo/db/exhibitions/rows.ts';
import { visitorRows } from '#supabase/demo/db/exhibitions/visitors.ts';
import type { MadePicture } from '#supabase/demo/db/pictures.ts';
import { insertAll } from '#supabase/demo/db/write.ts';

export async function hangExhibitions(
  tx: TransactionSql,
  calendar: Calendar,
  made: ReadonlyMap<string, MadePicture>,
  papers: Papers,
): Promise<void> {
  const pictures = picturesOf(made);
  const tables = [
    ...standingRows(calendar, pictures),
    ...pageRows(pictures, papers, calendar.ago(14, 'papers')),
    ...visitorRows(calendar),
    ...codeRows(calendar),
  ];
  for (const [table, rows] of tables) await insertAll(tx, table, rows);
  for (const seed of EXHIBITIONS) await keepFirstVersion(tx, calendar, seed);
}

/** As publishing does, on the day on which it was published. */
async function keepFirstVersion(
  tx: TransactionSql,
  calendar: Calendar,
  seed: (typeof EXHIBITIONS)[number],
): Promise<void> {
  const id = exhibitionId(seed.slug);
  const { publishedAt } = spanOf(seed, calendar);
  await tx`select private.keep_version(${id}, '')`;
  await tx`
    update public.exhibition_versions set made_at = ${publishedAt}, made_by = ${curatorOf(seed)}
    where exhibition_id = ${id}`;
  await tx`update public.exhibitions set updated_at = ${publishedAt} where id = ${id}`;
}
