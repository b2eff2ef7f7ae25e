import type { KioskContent } from '../../bundle.ts';
import { el, said } from '../dom.ts';
import type { Kit, Screen } from '../kit.ts';
import { gone, plainHead } from '../parts.ts';
import { field, input, tell } from './form.ts';

/** What visitors wrote, and a page for the next. */
export function guestBook(kit: Kit): Screen {
  const { guestBook: book, words } = kit.content;
  if (!book) return { body: [gone(kit)] };
  const place = el('div', { class: 'k-sign' });
  if (book.takes) place.append(bookForm(kit, place));
  return {
    body: [
      el(
        'div',
        { class: 'k-page k-book' },
        plainHead(words.guestBook),
        place,
        entries(kit.content),
      ),
    ],
  };
}

function entries({ guestBook: book, words }: KioskContent): HTMLElement {
  if (!book || book.entries.length === 0) return el('p', { class: 'k-muted' }, words.bookEmpty);
  const list = book.entries.map(({ name, place, text }) =>
    el(
      'li',
      {},
      said('p', text),
      el('p', { class: 'k-muted' }, [name, place].filter(Boolean).join(', ')),
    ),
  );
  return el('ul', { class: 'k-entries', role: 'list' }, ...list);
}

function bookForm(kit: Kit, place: HTMLElement): HTMLFormElement {
  const { words } = kit.content;
  const form = el(
    'form',
    { class: 'k-form', novalidate: true, autocomplete: 'off' },
    field(
      words.words,
      el('textarea', { name: 'text', class: 'k-input', rows: 4, maxlength: 1000 }),
    ),
    field(words.name, input('name', { maxlength: 80 })),
    field(words.place, input('place', { maxlength: 80 }), words.optional),
    el('p', { class: 'k-error', id: 'send-error', role: 'alert', hidden: true }),
    el('button', { class: 'k-button', 'data-kind': 'main' }, el('span', {}, words.signSend)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sign(kit, form)
      .then((done) => {
        if (!done) return;
        const thanks = el('p', { class: 'k-lead', role: 'status', tabindex: -1 }, words.signed);
        place.replaceChildren(thanks);
        thanks.focus();
      })
      .catch(() => tell(form, { send: words.notKept }));
  });
  return form;
}

async function sign({ content, leave }: Kit, form: HTMLFormElement): Promise<boolean> {
  const { words, locale } = content;
  const data = new FormData(form);
  const read = (field: string) => String(data.get(field) ?? '').trim();
  const [text, name, place] = [read('text'), read('name'), read('place')];
  const errors = {
    text: text.length > 1 ? undefined : words.needWords,
    name: name ? undefined : words.needName,
    send: undefined,
  };
  if (!tell(form, errors)) return false;
  const id = crypto.randomUUID();
  await leave('entry', id, { entry: { id, text, name, place, locale } });
  return true;
}
