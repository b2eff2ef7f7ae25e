import type { Place } from './project.ts';

/** Those of a list that say where they are, for a map. */
export function placed<T extends { latitude: number | null; longitude: number | null }>(
  list: readonly T[],
): (Omit<T, 'latitude' | 'longitude'> & Place)[] {
  return list.flatMap(({ latitude, longitude, ...rest }) =>
    latitude === null || longitude === null ? [] : [{ ...rest, latitude, longitude }],
  );
}
