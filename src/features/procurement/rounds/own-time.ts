import { dateFormat } from '#src/i18n/formats.ts';

/** Says a deadline also in the reader's own time, where their clock shows another hour than the round's. */
export function showOwnTimes(): void {
  const locale = document.documentElement.lang;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const place of document.querySelectorAll<HTMLElement>('[data-own-time]')) {
    const { at, zone, ownTime } = place.dataset;
    if (!place.hidden || !at || !ownTime) continue;
    const format = (timeZone: string | undefined) =>
      dateFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(timeZone && { timeZone }),
      }).format(new Date(at));
    if (format(own) === format(zone)) continue;
    place.textContent = ` · ${ownTime.replace('{}', format(own))}`;
    place.hidden = false;
  }
}
