/** On an error page: says that the device is offline, and asks for the page again once it no longer is. */
export function watchConnection(): void {
  const note = document.querySelector<HTMLElement>('.offline');
  if (!note) return;
  note.hidden = navigator.onLine;
  addEventListener('offline', () => (note.hidden = false));
  addEventListener('online', () => location.reload());
}
