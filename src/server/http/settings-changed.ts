/** The server entry and the built site are two copies of this module; they share the moment of the last change here. */
const CHANGED = Symbol.for('isoko.settings-changed');
const shared = globalThis as { [CHANGED]?: number };

/** Forgets the site's settings; the server entry calls it when the database says `site`. */
export function settingsChanged(): void {
  shared[CHANGED] = performance.now();
}

/** When they last changed, on this process's clock; 0 when they did not. */
export function lastSettingsChange(): number {
  return shared[CHANGED] ?? 0;
}
