/**
 * Tells the server once that this page was opened, a picture enlarged, a voice heard. It sends the address and nothing of
 * whoever looks: no cookie goes along. Whoever asks not to be tracked is left alone, and so are machines and our own previews.
 */
export function tellSeen(): void {
  const { doNotTrack, webdriver } = navigator;
  const isPrivate = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
  if (doNotTrack === '1' || isPrivate || webdriver) return;
  if (top !== self && !location.pathname.includes('/embed/')) return;
  const via = new URLSearchParams(location.search).get('via') ?? '';
  const told = new Set<string>();
  const tell = (what: string): void => {
    if (told.has(what)) return;
    told.add(what);
    const body = `${what} ${location.pathname} ${via}`.trim();
    fetch('/seen', { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => {});
  };
  const opened = () => tell('view');
  // A page that the browser draws ahead may never be looked at.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', opened, { once: true });
  else opened();
  document.addEventListener('play', () => tell('listen'), true);
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('.gallery-strip a')) tell('zoom');
  });
}
