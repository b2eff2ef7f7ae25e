/** Time to look where no voice says how long it takes: at least this, and as long as its words take to read. In milliseconds. */
const LEAST_LOOK_MS = 12_000;
const READ_MS_PER_WORD = 300;
/** A breath after the voice. */
const PAUSE_AFTER_VOICE_MS = 2500;

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Shows what only works with a script, unless the visitor wants nothing to move. */
export function offerAuto(): void {
  const link = document.querySelector<HTMLElement>('.tour-auto');
  if (link && !isStill()) link.hidden = false;
}

/** Arrow keys from stop to stop, and the tour that goes on by itself where the visitor asked for it. */
export function startStop(): void {
  const hint = document.querySelector<HTMLElement>('[data-keys]');
  if (hint && matchMedia('(hover: hover)').matches) hint.hidden = false;
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A player and a field know arrows of their own.
    if ((event.target as Element | null)?.closest('audio, input, select, textarea, dialog')) return;
    const way = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
    if (way) follow(way);
  });
  const bar = document.querySelector<HTMLElement>('[data-auto]');
  if (bar && !isStill()) goOn(bar);
}

function follow(way: string): void {
  document.querySelector<HTMLAnchorElement>(`.walk a[data-way="${way}"]`)?.click();
}

function goOn(bar: HTMLElement): void {
  const button = bar.querySelector('button');
  const voice = document.querySelector('audio');
  const words = document.querySelector('[data-stop]')?.textContent?.split(/\s+/).length ?? 0;
  const look = Math.max(LEAST_LOOK_MS, words * READ_MS_PER_WORD);
  let timer = 0;
  let isPaused = false;
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(next, ms);
  };
  const next = () => {
    // The way on from the last stop leads out of the tour: there it rests.
    const link = document.querySelector<HTMLAnchorElement>('.walk a[data-way="next"]');
    if (link?.search.includes('auto=1')) link.click();
  };
  const run = () => {
    if (voice) voice.play().catch(() => wait(look));
    else wait(look);
  };
  bar.hidden = false;
  voice?.addEventListener('ended', () => {
    if (!isPaused) wait(PAUSE_AFTER_VOICE_MS);
  });
  button?.addEventListener('click', () => {
    isPaused = !isPaused;
    button.textContent = bar.dataset[isPaused ? 'paused' : 'running'] ?? '';
    if (!isPaused) return run();
    clearTimeout(timer);
    voice?.pause();
  });
  run();
}
