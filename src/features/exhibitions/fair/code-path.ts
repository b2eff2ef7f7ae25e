import { paths } from '#src/paths.ts';
import type { CodePlace } from './views.ts';

/** The page that a code leads to. `via` says there by which print one came; it makes no other page. */
export function codePath(place: CodePlace): string {
  if ('destination' in place) return place.destination;
  return `${pathOf(place)}?via=${encodeURIComponent(place.campaign)}`;
}

function pathOf(place: Exclude<CodePlace, { destination: string }>): string {
  switch (place.target) {
    case 'hall':
      return paths.hall(place.exhibition, place.slug);
    case 'booth':
      return paths.booth(place.exhibition, place.slug);
    case 'exhibit':
      return paths.exhibit(place.exhibition, place.slug);
    case 'stop':
      return paths.tourStop(place.exhibition, place.slug, place.stop);
  }
}
