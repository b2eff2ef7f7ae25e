import type { ProducerBooth } from './queries.ts';

export const BOOTH_ROOMS = ['booth', 'cards', 'meetings', 'numbers'] as const;
export type BoothRoom = (typeof BOOTH_ROOMS)[number];

/** The rooms of a booth. Whoever has not said yes has only the offer; what visitors left stays at hand in any state. */
export function boothRooms({ state, visited, exhibition }: ProducerBooth): BoothRoom[] {
  if (!visited && (state === 'offered' || state === 'declined')) return ['booth'];
  return BOOTH_ROOMS.filter((room) => {
    if (room === 'cards') return exhibition.hasCards;
    if (room === 'meetings') return exhibition.hasMeetings;
    return true;
  });
}
