/** How long one object is shown while the show plays, in milliseconds. */
const EACH_MS = 9000;

/** Keys, full screen, and playing: only when asked to, and it stops as soon as somebody takes over. */
export function startSlides(): void {
  const root = document.querySelector<HTMLElement>('.slides');
  const strip = root?.querySelector<HTMLElement>('.slides-strip');
  const play = root?.querySelector<HTMLButtonElement>('[data-play]');
  if (!root || !strip || !play) return;
  const show = shower(strip);
  const player = startPlayer(play, () => show.by(1));
  strip.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.slides-ways a');
    if (!link) return;
    event.preventDefault();
    player.stop();
    show.at(Number(link.hash.replace('#slide-', '')) - 1);
  });
  document.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    player.stop();
    show.by(step);
  });
  for (const touch of ['pointerdown', 'wheel'] as const)
    strip.addEventListener(touch, () => player.stop(), { passive: true });
  offerFullScreen(root);
}

function shower(strip: HTMLElement) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const at = (n: number): void => {
    const many = strip.children.length;
    const wanted = ((n % many) + many) % many;
    strip.scrollTo({
      left: wanted * strip.clientWidth,
      behavior: calm.matches ? 'instant' : 'smooth',
    });
  };
  return { at, by: (step: number) => at(Math.round(strip.scrollLeft / strip.clientWidth) + step) };
}

function startPlayer(button: HTMLButtonElement, next: () => void) {
  const words = button.querySelector('span');
  const start = words?.textContent ?? '';
  let timer: number | undefined;
  const draw = (): void => {
    if (words) words.textContent = timer ? (button.dataset['pause'] ?? '') : start;
    button.toggleAttribute('data-on', timer !== undefined);
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    draw();
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (timer) return stop();
    timer = window.setInterval(next, EACH_MS);
    draw();
  });
  return { stop };
}

function offerFullScreen(root: HTMLElement): void {
  const button = root.querySelector<HTMLButtonElement>('[data-full]');
  if (!button || !document.fullscreenEnabled) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void root.requestFullscreen();
  });
}
