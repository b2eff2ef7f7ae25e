import type { KioskContent, KioskPicture } from '../../bundle.ts';
import { drawing, el, said } from '../dom.ts';
import { photo } from '../parts.ts';

/** How long a photograph hangs, in milliseconds. */
const EACH_MS = 9000;
const MOST = 40;

/** Large photographs, one after the other, until somebody touches the screen. `all`: every language asks to. */
export function attract(
  content: KioskContent,
  all: readonly KioskContent[],
  begin: () => void,
): { node: HTMLElement; stop: () => void } {
  const { exhibition, words } = content;
  const wall = el('div', { class: 'k-wall', 'aria-hidden': 'true' });
  const start = el(
    'button',
    { type: 'button', class: 'k-start', onclick: begin },
    el('span', { class: 'k-over' }, exhibition.dates),
    said('strong', exhibition.title),
    el('span', { class: 'k-begin' }, exhibition.shown ? words.touch : words.closed),
    exhibition.shown && all.length > 1 ? inOthers(all, content) : null,
  );
  start.disabled = !exhibition.shown;
  const node = el(
    'div',
    { class: 'k-attract' },
    wall,
    start,
    drawing(`band-${exhibition.pattern}`),
  );
  const shots = shotsOf(content);
  let at = Math.floor(Math.random() * shots.length);
  const show = (): void => void hang(wall, shots[(at += 1) % Math.max(shots.length, 1)]);
  show();
  const timer = setInterval(show, EACH_MS);
  return { node, stop: () => clearInterval(timer) };
}

function inOthers(all: readonly KioskContent[], here: KioskContent): HTMLElement {
  const others = all.filter((one) => one !== here);
  const asked = others.map(({ locale, words }) => el('span', { lang: locale }, words.touch));
  return el('span', { class: 'k-begin-others' }, ...asked);
}

function shotsOf({ objects, exhibition, booths }: KioskContent): KioskPicture[] {
  const all = [
    exhibition.cover,
    ...objects.map(({ pictures }) => pictures[0]),
    ...booths.map(({ cover }) => cover),
  ];
  const there = all.filter((shot) => shot !== null && shot !== undefined);
  const step = Math.max(1, Math.ceil(there.length / MOST));
  return there.filter((_, n) => n % step === 0);
}

/** The next one lies over the last, and the last goes when it is covered. */
async function hang(wall: HTMLElement, shot: KioskPicture | undefined): Promise<void> {
  if (!shot) return;
  const next = photo(shot, 'large', '');
  await next
    .querySelector('img')
    ?.decode()
    .catch(() => undefined);
  wall.append(next);
  for (const old of [...wall.children].slice(0, -2)) old.remove();
}
