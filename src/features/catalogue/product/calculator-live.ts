/** How long after the last key the answer is fetched. */
const PAUSE_MS = 350;

/** Works the price out as soon as something changes; without it, the button does. The page itself gives the answer. */
export function startCalculator(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-calc]');
  if (!form) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const ask = async () => {
    const mine = ++turn;
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form))
      if (value !== '') url.searchParams.set(name, String(value));
    const answer = await fetch(url).catch(() => null);
    const text = answer?.ok ? await answer.text() : '';
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('.calc-answer');
    if (mine !== turn || !fresh) return;
    // Its own children change, so that a screen reader hears of it.
    document.querySelector('.calc-answer')?.replaceChildren(...fresh.childNodes);
    history.replaceState(null, '', url);
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void ask();
  });
}
