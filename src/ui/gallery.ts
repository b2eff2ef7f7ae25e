import { largeView } from './gallery-zoom.ts';

/** Wires every gallery of the page: strip, thumbnails, and the large view with keys, swipe and spoken position. */
export function startGalleries(): void {
  for (const root of document.querySelectorAll<HTMLElement>('.gallery')) startGallery(root);
}

function startGallery(root: HTMLElement): void {
  const find = <T extends Element>(selector: string): T | null => root.querySelector<T>(selector);
  const strip = find<HTMLElement>('.gallery-strip');
  const dialog = find<HTMLDialogElement>('dialog');
  if (!strip || !dialog) return;
  const links = [...strip.querySelectorAll('a')];
  const thumbs = [...root.querySelectorAll('.gallery-thumbs a')];
  const say = (n: number): string => (root.dataset.of ?? '').replace('1111', String(n + 1));
  const zoom = largeView(dialog, links, say, (n) => show(n, false));
  let at = -1;

  const near = bringNear(root, links, () => at);
  const mark = (): void => {
    const n = Math.round(strip.scrollLeft / strip.clientWidth) || 0;
    if (n === at) return;
    if (at >= 0) near(n);
    at = n;
    thumbs.forEach((thumb, i) => thumb.toggleAttribute('aria-current', i === n));
    const count = find('.gallery-count');
    if (count) count.textContent = say(n);
  };
  const show = (n: number, smooth = true): void => {
    near(n);
    const wanted = (n + links.length) % links.length;
    strip.scrollTo({ left: wanted * strip.clientWidth, behavior: smooth ? 'smooth' : 'auto' });
  };

  find<HTMLElement>('.gallery-tools')?.removeAttribute('hidden');
  strip.addEventListener('scroll', mark, { passive: true });
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const photo = links.findIndex((link) => link.contains(target));
    const thumb = thumbs.findIndex((link) => link.contains(target));
    const step = target.closest<HTMLElement>('.gallery-tools [data-step]');
    if (photo < 0 && thumb < 0 && !step) return;
    event.preventDefault();
    if (photo >= 0) zoom.open(photo);
    else show(step ? at + Number(step.dataset.step) : thumb);
  });
  mark();
}

/** Lets the browser fetch a photo and those on its sides; gallery.css keeps the others back. `at` is the one in sight. */
function bringNear(
  root: HTMLElement,
  links: readonly HTMLAnchorElement[],
  at: () => number,
): (n: number) => void {
  const near = (n: number): void => {
    for (const one of [n - 1, n, n + 1])
      links[(one + links.length) % links.length]?.closest('li')?.setAttribute('data-near', '');
  };
  // Whoever touches the gallery is about to look at the next photo.
  for (const soon of ['pointerenter', 'touchstart', 'focusin'] as const)
    root.addEventListener(soon, () => near(at()), { once: true, passive: true });
  return near;
}
