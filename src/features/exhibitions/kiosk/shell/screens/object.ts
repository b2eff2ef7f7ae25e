import type { KioskObject, KioskPicture } from '../../bundle.ts';
import { el, fill, prose, said } from '../dom.ts';
import { find, neighbours, to, type Kit, type Screen } from '../kit.ts';
import { button, gone, head, phonePanel, photo } from '../parts.ts';
import { openZoom } from '../zoom.ts';

export function object(kit: Kit, slug: string): Screen {
  const { objects, booths, words } = kit.content;
  const found = find(objects, slug);
  if (!found) return { body: [gone(kit)] };
  const booth = booths.find((one) => one.slug === found.booth);
  const side = el(
    'div',
    { class: 'k-side' },
    head(found.title, found.over),
    facts(found),
    prose(found.label),
    trade(kit, found),
    booth
      ? el('p', {}, said('a', booth.title, { class: 'k-link', href: to(`/booths/${booth.slug}`) }))
      : null,
    phonePanel(found.phone, words.phone),
  );
  return {
    body: [el('div', { class: 'k-object' }, pictures(kit, found), side)],
    seen: { subject: 'exhibit', id: found.id },
    booth: booth?.id,
    ...neighbours(objects, slug, 'objects'),
  };
}

function facts({ facts: list }: KioskObject): HTMLElement | null {
  if (list.length === 0) return null;
  const rows = list.map(({ name, said: text }) =>
    el('div', {}, el('dt', {}, name), said('dd', text)),
  );
  return el('dl', { class: 'k-facts' }, ...rows);
}

function trade({ content: { words } }: Kit, { trade: found }: KioskObject): HTMLElement {
  if (!found) return el('p', { class: 'k-muted' }, words.notForSale);
  const rows = found.facts.map(({ name, value }) =>
    el('div', {}, el('dt', {}, name), el('dd', {}, value)),
  );
  return el(
    'section',
    { class: 'k-trade', 'aria-label': words.order },
    el('p', { class: 'k-price' }, found.price),
    el('dl', { class: 'k-facts' }, ...rows),
  );
}

/** The large photograph, those beside it to choose from, and a closer look. */
function pictures(kit: Kit, found: KioskObject): HTMLElement {
  const { words } = kit.content;
  const list = found.pictures;
  const stage = el('div', { class: 'k-stage', 'aria-live': 'polite' });
  let at = 0;
  const thumbs = list.map((picture, n) =>
    thumb(picture, fill(words.photo, { n: n + 1, of: list.length }), () => show(n)),
  );
  const show = (n: number): void => {
    at = n;
    const shown = list[n];
    stage.replaceChildren(photo(shown ?? null, 'large'));
    if (shown?.caption) stage.append(said('p', shown.caption, { class: 'k-caption' }));
    for (const [m, one] of thumbs.entries()) one.setAttribute('aria-current', String(m === n));
  };
  show(0);
  const closer = button(words.closer, 'eye', () => {
    const picture = list[at];
    if (!picture) return;
    openZoom(picture, words);
    kit.count('exhibit', found.id, 'zoom');
  });
  const looks = el(
    'div',
    { class: 'k-looks' },
    list.length > 1 ? el('div', { class: 'k-thumbs' }, ...thumbs) : null,
    closer,
  );
  return el('div', { class: 'k-pictures' }, stage, list.length > 0 ? looks : null);
}

function thumb(picture: KioskPicture, name: string, act: () => void): HTMLElement {
  return el(
    'button',
    { type: 'button', 'aria-label': name, onclick: act },
    photo(picture, 'small', ''),
  );
}
