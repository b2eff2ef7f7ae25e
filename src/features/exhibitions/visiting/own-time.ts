/** The language in which the browser writes days and hours of this page. */
export function pageFigures(): string {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const page = document.documentElement.lang || locale;
  // Browsers have no words of Kinyarwanda: figures alone are right in every language.
  return page === 'rw' ? 'fr-CH' : page === 'en' ? 'en-GB' : page;
}

/** Beside each moment of a fair, the same on the visitor's clock, where that shows another time. */
export function showOwnTime(): void {
  const language = pageFigures();
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
    const own = time.parentElement?.querySelector<HTMLElement>('.fair-own');
    const at = new Date(time.dateTime);
    if (!own || sameClock(at, time.dataset['zone'] ?? 'UTC')) continue;
    const text = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(at);
    own.textContent = `${own.dataset['label']} ${text}`;
    own.hidden = false;
  }
}

function sameClock(at: Date, zone: string): boolean {
  const shown = (timeZone?: string) =>
    new Intl.DateTimeFormat('en', {
      dateStyle: 'short',
      timeStyle: 'short',
      ...(timeZone ? { timeZone } : {}),
    }).format(at);
  try {
    return shown() === shown(zone);
  } catch {
    // A zone that this browser does not know: then both are worth showing.
    return false;
  }
}
