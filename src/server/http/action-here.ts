/**
 * The address that sends a form of this page to an action and keeps the page: words searched for, tab, place in a list.
 * Astro's own `?_action=…` would replace them all.
 */
export function actionHere(url: URL, action: { toString(): string }): string {
  const params = new URLSearchParams(url.search);
  for (const [name, value] of new URLSearchParams(action.toString())) params.set(name, value);
  return `?${params}`;
}

/** `here` with what the address asked for before the act, and `notice` instead of the last act's notice. */
export function backHere(here: string, url: URL, notice: Record<string, string> = {}): string {
  const params = new URLSearchParams(url.search);
  for (const name of ['_action', ...NOTICES]) params.delete(name);
  for (const [name, value] of Object.entries(notice)) params.set(name, value);
  return params.size > 0 ? `${here}?${params}` : here;
}

/** What a page says once, after an act. */
const NOTICES = ['saved', 'done'];
