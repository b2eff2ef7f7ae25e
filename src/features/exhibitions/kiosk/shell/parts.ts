import type { KioskObject, KioskPicture, Phone } from '../bundle.ts';
import type { Said } from '../../visiting/views.ts';
import { drawing, el, said } from './dom.ts';
import { to, type Kit } from './kit.ts';
import { qrCode } from './qr.ts';

/** A photograph on its average colour. Without one, the field is empty. */
export function photo(
  picture: KioskPicture | null,
  size: 'small' | 'large',
  alt?: string,
): HTMLElement {
  const frame = el('span', { class: 'k-photo' });
  if (!picture) return frame;
  frame.style.backgroundColor = picture.colour;
  const { width, height } = picture;
  const image = el('img', { src: picture[size], width, height, alt: alt ?? picture.alt });
  image.decoding = 'async';
  frame.append(image);
  return frame;
}

/** A way to another screen, with a picture and a title. */
export function door(
  path: string,
  title: Said,
  { over, picture, under }: { over?: string; picture?: KioskPicture | null; under?: string } = {},
): HTMLElement {
  return el(
    'a',
    { class: 'k-door', href: to(path) },
    picture === undefined ? null : photo(picture, 'small', ''),
    el(
      'span',
      { class: 'k-door-text' },
      over && el('span', { class: 'k-over' }, over),
      said('strong', title),
      under && el('span', { class: 'k-under' }, under),
    ),
  );
}

/** Pictures of objects in a row, each a way to it. */
export function objectDoors(objects: readonly KioskObject[]): HTMLElement {
  const doors = objects.map((object) =>
    el(
      'li',
      {},
      door(`/objects/${object.slug}`, object.title, {
        picture: object.pictures[0] ?? null,
        ...(object.trade ? { under: object.trade.price } : {}),
      }),
    ),
  );
  return el('ul', { class: 'k-objects', role: 'list' }, ...doors);
}

/** The same thing on the visitor's own phone. */
export function phonePanel(phone: Phone, words: string): HTMLElement {
  return el(
    'aside',
    { class: 'k-phone', 'aria-label': words },
    qrCode(phone.href),
    el('p', {}, el('strong', {}, words), el('span', {}, phone.shown)),
  );
}

/** A heading with a line above it. */
export function head(title: Said, over?: string): HTMLElement {
  const h1 = said('h1', title, { tabindex: -1 });
  return el('header', { class: 'k-head' }, over ? el('p', { class: 'k-over' }, over) : null, h1);
}

export function plainHead(title: string, lead?: string): HTMLElement {
  const h1 = el('h1', { tabindex: -1 }, title);
  return el('header', { class: 'k-head' }, h1, lead ? el('p', { class: 'k-lead' }, lead) : null);
}

/** A large button with an icon in front. */
export function button(
  words: string,
  icon: string | null,
  act: () => void,
  kind: 'main' | 'quiet' = 'quiet',
): HTMLButtonElement {
  const props = { type: 'button', class: 'k-button', 'data-kind': kind, onclick: act };
  return el('button', props, icon ? drawing(icon) : null, el('span', {}, words));
}

export function gone({ content }: Kit): HTMLElement {
  return plainHead(content.words.missing);
}
