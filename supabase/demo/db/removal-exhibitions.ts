import type { TransactionSql } from 'postgres';
import { DEMO_IDS } from '#supabase/demo/db/ids.ts';

/**
 * The exhibitions of the demo and of its clusters, whoever made them, with their papers, what was told of them, and the
 * codes that were never printed; and the booths of the demo's producers in exhibitions that stay. Before pictures and producers.
 */
export async function removeExhibitions(tx: TransactionSql): Promise<void> {
  await tx`
    create temporary table gone_exhibitions on commit drop as
    select id from public.exhibitions where id::text like ${DEMO_IDS} or cluster_id::text like ${DEMO_IDS}`;
  await tx`
    delete from public.notifications
    where data ->> 'exhibitionId' in (select id::text from gone_exhibitions)
      or data ->> 'boothId' in (select id::text from public.booths where producer_id::text like ${DEMO_IDS})`;
  // A code is never deleted and never given twice; one that leads into the demo is given again with it.
  await tx`alter table public.codes disable trigger codes_keep`;
  await tx`delete from public.codes where exhibition_id in (select id from gone_exhibitions)`;
  await tx`alter table public.codes enable trigger codes_keep`;
  // The bytes go with the worker's next sweep.
  await tx`delete from public.files where room = 'exhibition' and room_id in (select id from gone_exhibitions)`;
  await tx`delete from public.exhibitions where id in (select id from gone_exhibitions)`;
  await tx`delete from public.booths where producer_id::text like ${DEMO_IDS}`;
}
