type ZoneOption = { value: string; label: string; group: string };

let options: ZoneOption[] | undefined;

/** The time zones that the runtime knows, by continent: `Africa/Dar_es_Salaam` is “Dar es Salaam”. */
export function zoneOptions(): ZoneOption[] {
  options ??= Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.includes('/'))
    .map((value) => {
      const [group = '', ...place] = value.split('/');
      return { value, group, label: place.join(', ').replaceAll('_', ' ') };
    });
  return options;
}

/** The place that a zone is called by: `Africa/Dar_es_Salaam` is “Dar es Salaam”. */
export function zonePlace(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

/** Whether the runtime knows this zone. */
export function isZone(zone: unknown): zone is string {
  return zoneOptions().some(({ value }) => value === zone);
}
