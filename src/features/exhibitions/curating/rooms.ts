import type { CuratorRoom } from '#src/paths.ts';
import type { ExhibitionDesk } from './queries.ts';

type Room = CuratorRoom | 'overview';

/** In the order of the work. */
const ROOMS: readonly Room[] = [
  'overview',
  'edit',
  'halls',
  'booths',
  'sections',
  'tours',
  'imports',
  'publish',
  'fair',
  'kiosks',
  'guest-book',
  'numbers',
  'versions',
  'archive',
];
const BUILDING: ReadonlySet<Room> = new Set([
  'edit',
  'halls',
  'booths',
  'sections',
  'tours',
  'imports',
]);

/** The rooms to show in the frame: nobody builds in an archived one, and visitors come only to a published one. */
export function curatorRooms(desk: ExhibitionDesk): Room[] {
  return ROOMS.filter((room) => {
    if (BUILDING.has(room)) return desk.acts;
    if (room === 'guest-book') return desk.hasGuestBook && desk.publishedAt !== null;
    if (room === 'archive' || room === 'numbers') return desk.publishedAt !== null;
    return true;
  });
}
