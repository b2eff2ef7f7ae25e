/** How far a finger must travel sideways, in CSS pixels, to mean “next photo”. */
const SWIPE = 48;
const ZOOM_MOST = 4;

type Zoom = {
  dialog: HTMLDialogElement;
  view: HTMLElement;
  go: (step: number) => void;
  deep: Deep;
};

/** The viewer that looks into the original, while one is open; its code comes with the first click. */
type Deep = { offer: (info: string | undefined) => void; scale: (by: number) => boolean };

/**
 * The dialog that shows one photo as large as the window or larger; arrow keys pan it by plain scrolling. `say` words
 * the position, `leave` hears which photo was shown last. Without a place for the photo it does nothing.
 */
export function largeView(
  dialog: HTMLDialogElement,
  links: readonly HTMLAnchorElement[],
  say: (n: number) => string,
  leave: (n: number) => void,
): { open: (n: number) => void } {
  const view = dialog.querySelector<HTMLElement>('.zoom-view');
  const words = dialog.querySelector('.zoom-say');
  if (!view) return { open: () => undefined };
  let at = 0;
  const deep = deepView(dialog, view);
  const show = (n: number): void => {
    at = (n + links.length) % links.length;
    const link = links[at];
    deep.offer(link?.dataset['deep']);
    const alt = hang(view, link?.querySelector('picture'));
    const caption = link?.nextElementSibling?.textContent?.trim();
    if (words) words.textContent = [say(at), caption ?? alt].filter(Boolean).join('. ');
  };
  const zoom: Zoom = { dialog, view, go: (step) => show(at + step), deep };
  listenToButtons(zoom);
  listenToKeys(zoom);
  listenToFingers(zoom);
  dialog.addEventListener('close', () => {
    deep.offer(undefined);
    leave(at);
  });
  return {
    open(n) {
      dialog.showModal();
      show(n);
      view.focus();
    },
  };
}

function deepView(dialog: HTMLDialogElement, view: HTMLElement): Deep {
  const button = dialog.querySelector<HTMLButtonElement>('[data-look]');
  let info: string | undefined;
  let viewer: { zoom: (by: number) => void; close: () => void } | undefined;
  button?.addEventListener('click', () => {
    const wanted = info;
    if (!wanted) return;
    button.hidden = true;
    void import('./deep-zoom.ts').then(({ openDeep }) => {
      // Somebody may have gone on to the next photo, or closed, while the code was on its way.
      if (info !== wanted) return;
      viewer = openDeep(view, wanted);
    });
  });
  return {
    offer(next) {
      viewer?.close();
      viewer = undefined;
      info = next;
      if (button) button.hidden = !next;
    },
    scale(by) {
      viewer?.zoom(by);
      return viewer !== undefined;
    },
  };
}

/** Puts a copy of the picture up in full; answers its alternative text. */
function hang(view: HTMLElement, from: HTMLElement | null | undefined): string {
  if (!from) return '';
  const picture = from.cloneNode(true) as HTMLElement;
  // The strip's own size would fetch a file too small to enlarge.
  for (const part of picture.querySelectorAll('source, img')) part.setAttribute('sizes', '200vw');
  const image = picture.querySelector('img');
  image?.removeAttribute('loading');
  view.dataset.zoom = '1';
  view.replaceChildren(picture);
  return image?.alt ?? '';
}

/** Enlarges or shrinks by whole steps and keeps the middle in the middle. */
function scale(view: HTMLElement, by: number): void {
  const x = (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth;
  const y = (view.scrollTop + view.clientHeight / 2) / view.scrollHeight;
  view.dataset.zoom = String(Math.min(ZOOM_MOST, Math.max(1, Number(view.dataset.zoom) + by)));
  const left = x * view.scrollWidth - view.clientWidth / 2;
  view.scrollTo(left, y * view.scrollHeight - view.clientHeight / 2);
}

const isWhole = (view: HTMLElement): boolean => view.dataset.zoom === '1';

function listenToButtons({ dialog, view, go, deep }: Zoom): void {
  dialog.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (!button || 'look' in button.dataset) return;
    const by = Number(button.dataset.scale);
    if (button.dataset.step) go(Number(button.dataset.step));
    else if (!by) dialog.close();
    else if (!deep.scale(by)) scale(view, by);
  });
  view.addEventListener('dblclick', () => {
    if (!deep.scale(0)) scale(view, isWhole(view) ? 1 : -ZOOM_MOST);
  });
}

function listenToKeys({ dialog, view, go, deep }: Zoom): void {
  dialog.addEventListener('keydown', (event) => {
    // The viewer has keys of its own.
    if (deep.scale(0)) return;
    if (event.key === '+' || event.key === '=') scale(view, 1);
    else if (event.key === '-') scale(view, -1);
    else if (isWhole(view) && event.key === 'ArrowRight') go(1);
    else if (isWhole(view) && event.key === 'ArrowLeft') go(-1);
    else return;
    event.preventDefault();
  });
}

function listenToFingers({ view, go }: Zoom): void {
  let startX: number | undefined;
  const start = (event: TouchEvent): void => {
    startX = event.touches.length === 1 && isWhole(view) ? event.touches[0]?.clientX : undefined;
  };
  const end = (event: TouchEvent): void => {
    const moved = (event.changedTouches[0]?.clientX ?? 0) - (startX ?? 0);
    if (startX !== undefined && Math.abs(moved) > SWIPE) go(moved < 0 ? 1 : -1);
  };
  view.addEventListener('touchstart', start, { passive: true });
  view.addEventListener('touchend', end, { passive: true });
}
