/** A screen for the open exhibition. No device is paired: nothing of the demo can stand in a hall. */
import type { ExhibitionSeed } from '#supabase/demo/content/exhibitions/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { curatorOf, exhibitionId } from '#supabase/demo/db/exhibitions/find.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import type { Row } from '#supabase/demo/db/write.ts';

export function kioskRow(seed: ExhibitionSeed, calendar: Calendar): Row {
  return {
    id: demoId('kiosk', seed.slug, 'entrance'),
    exhibition_id: exhibitionId(seed.slug),
    name: 'Entrance, beside the reception',
    start_path: '',
    locale: 'rw',
    created_by: curatorOf(seed),
    created_at: calendar.ago(6, 'kiosk'),
  };
}
