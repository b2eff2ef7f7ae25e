import { readPlace } from '#src/domain/exhibitions/kiosk.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { KioskContent } from '../bundle.ts';
import { drawing, el, fill, said } from './dom.ts';
import { to, type Kit, type Screen } from './kit.ts';
import { button } from './parts.ts';
import { guestBook } from './screens/book.ts';
import { card } from './screens/card.ts';
import { object } from './screens/object.ts';
import { booth, entrance, hall } from './screens/places.ts';
import { tour } from './screens/tour.ts';

/** The screen of a path; a place that is no longer there says so. `from`: the booth of the screen before. */
export function screenOf(kit: Kit, path: string, from: string | undefined): Screen {
  const place = readPlace(path);
  switch (place.room) {
    case 'halls':
      return hall(kit, place.slug);
    case 'booths':
      return booth(kit, place.slug);
    case 'objects':
      return object(kit, place.slug);
    case 'tours':
      return tour(kit, place.slug, place.stop);
    case 'card':
      return card(kit, from);
    case 'guest-book':
      return guestBook(kit);
    case 'entrance':
      return entrance(kit);
  }
}

/** A screen in its frame: the name above, the ways below. */
export function drawFrame(
  content: KioskContent,
  screen: Screen,
  speak: (locale: Locale) => void,
): HTMLElement {
  const { exhibition } = content;
  const bar = el(
    'header',
    { class: 'k-bar' },
    el('p', {}, said('a', exhibition.title, { href: to('/') })),
    languages(content, speak),
  );
  const main = el('main', { class: 'k-main', id: 'main', tabindex: -1 }, ...screen.body);
  return el('div', { class: `k theme-${exhibition.theme}` }, bar, main, ways(content, screen));
}

function languages({ languages: list, locale, words }: KioskContent, speak: (to: Locale) => void) {
  if (list.length < 2) return null;
  const buttons = list.map(({ code, name }) => {
    const pressed = String(code === locale);
    const props = {
      type: 'button',
      lang: code,
      'aria-pressed': pressed,
      onclick: () => speak(code),
    };
    return el('button', props, name);
  });
  return el(
    'div',
    { class: 'k-languages', role: 'group', 'aria-label': words.language },
    ...buttons,
  );
}

function ways(
  { words, cards, guestBook: book, booths, exhibition }: KioskContent,
  screen: Screen,
): HTMLElement {
  const way = (path: string | undefined, icon: string, label: string) =>
    el(
      'a',
      path === undefined ? { 'aria-disabled': 'true', role: 'link' } : { href: to(path) },
      drawing(icon),
      el('span', {}, label),
    );
  return el(
    'nav',
    { class: 'k-ways', 'aria-label': exhibition.title.text },
    way(screen.previous, 'left', words.previous),
    way('/', 'home', words.home),
    way(screen.next, 'right', words.next),
    cards && booths.length > 0 ? way('/card', 'mail', words.leaveCard) : null,
    book ? way('/guest-book', 'edit', words.guestBook) : null,
  );
}

/** Asks whether somebody is there, and says how long it waits. */
export function idleDialog(content: KioskContent): {
  warn: (seconds: number) => void;
  back: () => void;
} {
  const { words } = content;
  const left = el('p', { role: 'status' });
  const stay = button(words.stay, null, () => dialog.close(), 'main');
  const dialog = el(
    'dialog',
    { class: 'k-idle', 'aria-label': words.stillThere },
    el('h2', {}, words.stillThere),
    left,
    stay,
  );
  return {
    warn(seconds) {
      left.textContent = fill(words.goingBack, { n: seconds });
      if (!dialog.isConnected) document.body.append(dialog);
      if (!dialog.open) dialog.showModal();
    },
    back: () => dialog.remove(),
  };
}
