import type { CuratorRoom } from '#src/paths.ts';
import type { ExhibitionDesk } from './queries.ts';

export type NextStep =
  'hall' | 'object' | 'hero' | 'approve' | 'publish' | 'wait' | 'archive' | 'archived';

/** The one thing to do now, and the room where it is done; null where nothing has to be. */
export function nextStep(desk: ExhibitionDesk): [step: NextStep, room: CuratorRoom | null] {
  if (desk.state === 'archived') return ['archived', null];
  if (desk.waiting > 0) return ['approve', 'booths'];
  if (desk.state === 'closed') return ['archive', 'publish'];
  if (desk.publishedAt) return ['wait', null];
  if (desk.halls === 0) return ['hall', 'halls'];
  if (desk.objects === 0) return ['object', 'halls'];
  return desk.hero ? ['publish', 'publish'] : ['hero', 'edit'];
}
