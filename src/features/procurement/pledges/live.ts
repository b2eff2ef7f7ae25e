/**
 * Draws the meters of a page anew while it is looked at. The server writes them (`from` answers the same markup), so
 * there are no words and no arithmetic in here, and without it the page is right as it was when it came.
 */
const EVERY_MS = 6_000;

export function keepLive(from: string): void {
  const parser = new DOMParser();
  const refresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(from, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = parser.parseFromString(await answer.text(), 'text/html');
    for (const meter of fresh.querySelectorAll('[data-meter]')) {
      const here = document.getElementById(meter.id);
      if (here && here.innerHTML !== meter.innerHTML) here.replaceChildren(...meter.childNodes);
    }
  };
  // A phone that lost its network for a while simply tries again at the next turn.
  const turn = () => void refresh().catch(() => undefined);
  setInterval(turn, EVERY_MS);
  document.addEventListener('visibilitychange', turn);
}
