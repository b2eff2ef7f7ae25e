/** How far a finger must travel sideways, in CSS pixels, to mean “next photo”. */
const SWIPE = 48;
const ZOOM_MOST = 4;

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

  const mark = (): void => {
    const n = Math.round(strip.scrollLeft / strip.clientWidth) || 0;
    if (n === at) return;
    at = n;
    thumbs.forEach((thumb, i) => thumb.toggleAttribute('aria-current', i === n));
    const count = find('.gallery-count');
    if (count) count.textContent = say(n);
  };
  const show = (n: number, smooth = true): void => {
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

/** The dialog that shows one photo as large as the window or larger; arrow keys pan it by plain scrolling. */
function largeView(
  dialog: HTMLDialogElement,
  links: readonly HTMLAnchorElement[],
  say: (n: number) => string,
  leave: (n: number) => void,
): { open: (n: number) => void } {
  const view = dialog.querySelector<HTMLElement>('.zoom-view');
  const words = dialog.querySelector('.zoom-say');
  let at = 0;
  let startX: number | null = null;

  const scale = (by: number): void => {
    if (!view) return;
    const next = Math.min(ZOOM_MOST, Math.max(1, Number(view.dataset.zoom) + by));
    const [x, y] = [
      (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth,
      (view.scrollTop + view.clientHeight / 2) / view.scrollHeight,
    ];
    view.dataset.zoom = String(next);
    view.scrollTo(
      x * view.scrollWidth - view.clientWidth / 2,
      y * view.scrollHeight - view.clientHeight / 2,
    );
  };
  const go = (n: number): void => {
    at = (n + links.length) % links.length;
    const picture = links[at]?.querySelector('picture')?.cloneNode(true) as HTMLElement | undefined;
    if (!view || !picture) return;
    // The strip's own size would fetch a file too small to enlarge.
    for (const part of picture.querySelectorAll('source, img')) part.setAttribute('sizes', '200vw');
    const image = picture.querySelector('img');
    image?.removeAttribute('loading');
    view.dataset.zoom = '1';
    view.replaceChildren(picture);
    if (words) words.textContent = [say(at), image?.alt].filter(Boolean).join('. ');
  };

  dialog.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (button?.dataset.step) go(at + Number(button.dataset.step));
    else if (button?.dataset.scale) scale(Number(button.dataset.scale));
    else if (button) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    const still = view?.dataset.zoom === '1';
    if (event.key === '+' || event.key === '=') scale(1);
    else if (event.key === '-') scale(-1);
    else if (still && event.key === 'ArrowRight') go(at + 1);
    else if (still && event.key === 'ArrowLeft') go(at - 1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => leave(at));
  view?.addEventListener('dblclick', () => scale(view.dataset.zoom === '1' ? 1 : -ZOOM_MOST));
  view?.addEventListener(
    'touchstart',
    (event) => {
      const one = event.touches.length === 1 && view.dataset.zoom === '1';
      startX = one ? (event.touches[0]?.clientX ?? null) : null;
    },
    { passive: true },
  );
  view?.addEventListener(
    'touchend',
    (event) => {
      const moved = startX === null ? 0 : (event.changedTouches[0]?.clientX ?? startX) - startX;
      if (Math.abs(moved) > SWIPE) go(at + (moved < 0 ? 1 : -1));
    },
    { passive: true },
  );

  return {
    open(n) {
      dialog.showModal();
      go(n);
      view?.focus();
    },
  };
}
