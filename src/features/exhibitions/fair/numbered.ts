import type { CatalogueEntry, CatalogueHall } from './views.ts';

/** `number`: the place in the catalogue; the first is 1. */
export type NumberedEntry = CatalogueEntry & { number: number };
export type NumberedHall = Omit<CatalogueHall, 'works' | 'booths'> & {
  works: NumberedEntry[];
  booths: (Omit<CatalogueHall['booths'][number], 'objects'> & { objects: NumberedEntry[] })[];
  /** The first and the last number in it; null when nothing hangs there. */
  span: readonly [number, number] | null;
};

/** Numbers the objects through, in the order of the walk: what stands in the hall first, then booth after booth. */
export function numbered(halls: readonly CatalogueHall[]): NumberedHall[] {
  let last = 0;
  const count = (list: readonly CatalogueEntry[]) =>
    list.map((entry) => ({ ...entry, number: (last += 1) }));
  return halls.map((hall) => {
    const before = last;
    const works = count(hall.works);
    const booths = hall.booths.map((booth) => ({ ...booth, objects: count(booth.objects) }));
    return { ...hall, works, booths, span: last > before ? [before + 1, last] : null };
  });
}
