import { pageFigures } from '../visiting/own-time.ts';

/** Beneath each time the same on the visitor's own clock, unless a clock was chosen already; and that zone goes along with the booking. */
export function showOwnZone(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-fair-zone]');
  const zoneField = form?.querySelector<HTMLInputElement>('input[name="zone"]');
  if (!form || !zoneField || zoneField.value) return;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  zoneField.value = own;
  const list = document.querySelector<HTMLSelectElement>('select[name="zone"]');
  if (list && [...list.options].some(({ value }) => value === own)) list.value = own;
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat(pageFigures(), { timeStyle: 'short', timeZone });
  const day = (timeZone: string) =>
    new Intl.DateTimeFormat(pageFigures(), { day: 'numeric', month: 'numeric', timeZone });
  const fair = form.dataset['fairZone'] ?? 'UTC';
  let differs = false;
  for (const time of form.querySelectorAll<HTMLElement>('[data-at]')) {
    const at = new Date(time.dataset['at'] ?? '');
    const isSameDay = day(own).format(at) === day(fair).format(at);
    if (isSameDay && clock(own).format(at) === clock(fair).format(at)) continue;
    time.textContent = `${clock(own).format(at)}${isSameDay ? '' : ` · ${day(own).format(at)}`}`;
    time.hidden = false;
    differs = true;
  }
  const said = document.querySelector<HTMLElement>('[data-own-zone]');
  if (!said || !differs) return;
  const place = own.split('/').at(-1)?.replaceAll('_', ' ') ?? own;
  said.textContent = (said.dataset['ownZone'] ?? '').replace('1111', place);
  said.hidden = false;
}
