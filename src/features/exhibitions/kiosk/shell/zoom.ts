import type { KioskPicture, KioskContent } from '../bundle.ts';
import { el } from './dom.ts';
import { button, photo } from './parts.ts';

/** How much larger than the screen, one step after the other. A finger moves the picture in its frame. */
const STEPS = [1, 1.6, 2.5, 4];

/** One photograph over the whole screen. */
export function openZoom(picture: KioskPicture, words: KioskContent['words']): void {
  const image = photo(picture, 'large');
  const frame = el('div', { class: 'k-zoom-frame', tabindex: 0 }, image);
  let step = 1;
  const draw = (): void => {
    const middle = middleOf(frame);
    image.style.inlineSize = `${100 * STEPS[step]!}%`;
    frame.scrollLeft = middle.x * frame.scrollWidth - frame.clientWidth / 2;
    frame.scrollTop = middle.y * frame.scrollHeight - frame.clientHeight / 2;
    smaller.disabled = step === 0;
    larger.disabled = step === STEPS.length - 1;
  };
  const by = (change: number) => () => {
    step = Math.min(Math.max(step + change, 0), STEPS.length - 1);
    draw();
  };
  const smaller = button(words.smaller, 'minus', by(-1));
  const larger = button(words.larger, 'plus', by(1));
  const close = button(words.close, 'close', () => dialog.close(), 'main');
  const tools = el('div', { class: 'k-zoom-tools' }, smaller, larger, close);
  const dialog = el('dialog', { class: 'k-zoom', 'aria-label': picture.alt }, frame, tools);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  draw();
}

/** Which part of the picture lies in the middle of its frame, from 0 to 1 each way. */
function middleOf(frame: HTMLElement): { x: number; y: number } {
  return {
    x: (frame.scrollLeft + frame.clientWidth / 2) / Math.max(frame.scrollWidth, 1),
    y: (frame.scrollTop + frame.clientHeight / 2) / Math.max(frame.scrollHeight, 1),
  };
}
