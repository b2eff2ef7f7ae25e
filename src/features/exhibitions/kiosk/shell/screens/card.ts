import { phoneNumber } from '#src/domain/exhibitions/kiosk.ts';
import type { KioskContent } from '../../bundle.ts';
import { el, fill, said } from '../dom.ts';
import { newKey } from '../seal.ts';
import type { Kit, Screen } from '../kit.ts';
import { gone, phonePanel, plainHead } from '../parts.ts';
import { field, input, tell } from './form.ts';

/** `chosen`: the booth from which somebody came here. */
export function card(kit: Kit, chosen: string | undefined): Screen {
  const { cards, booths, words } = kit.content;
  if (!cards || booths.length === 0) return { body: [gone(kit)] };
  const form = cardForm(kit, chosen);
  const page = el('div', { class: 'k-page' }, plainHead(words.leaveCard, words.cardLead), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void leave(kit, form)
      .then((thanks) => thanks && page.replaceChildren(...thanks))
      .catch(() => tell(form, { send: words.notKept }));
  });
  return { body: [page] };
}

function cardForm({ content }: Kit, chosen: string | undefined): HTMLFormElement {
  const { words, cards } = content;
  return el(
    'form',
    { class: 'k-form', novalidate: true, autocomplete: 'off' },
    boothChoice(content, chosen),
    field(words.name, input('name', { maxlength: 120 })),
    field(words.company, input('company', { maxlength: 160 }), words.optional),
    field(words.email, input('email', { type: 'email', inputmode: 'email', maxlength: 254 })),
    field(words.phoneNumber, input('phone', { type: 'tel', inputmode: 'tel', maxlength: 40 })),
    field(words.country, countries(content), words.optional),
    field(
      words.note,
      el('textarea', { name: 'note', class: 'k-input', rows: 3, maxlength: 2000 }),
      words.optional,
    ),
    el('p', { class: 'k-consent' }, cards?.consent),
    check('consent', words.agree, false),
    el('p', { class: 'k-error', id: 'consent-error', hidden: true }),
    el('p', { class: 'k-error', id: 'send-error', role: 'alert', hidden: true }),
    el('button', { class: 'k-button', 'data-kind': 'main' }, el('span', {}, words.send)),
  );
}

function check(
  name: string,
  label: string | HTMLElement,
  checked: boolean,
  value = 'on',
): HTMLElement {
  return el(
    'label',
    { class: 'k-check' },
    el('input', { type: 'checkbox', name, value, checked }),
    label,
  );
}

function boothChoice({ booths, words }: KioskContent, chosen: string | undefined): HTMLElement {
  const choices = booths.map((booth) =>
    check('booths', said('span', booth.title), booth.id === chosen, booth.id),
  );
  return el(
    'fieldset',
    { class: 'k-choices' },
    el('legend', {}, words.toWhom),
    ...choices,
    el('p', { class: 'k-error', id: 'booths-error', hidden: true }),
  );
}

function countries({ cards, words }: KioskContent): HTMLSelectElement {
  const options = (cards?.countries ?? []).map(({ code, name }) =>
    el('option', { value: code }, name),
  );
  return el(
    'select',
    { name: 'country', class: 'k-input' },
    el('option', { value: '' }, words.choose),
    ...options,
  );
}

type Typed = Record<'name' | 'company' | 'email' | 'phone' | 'country' | 'note', string>;

function typedIn(form: HTMLFormElement): { typed: Typed; booths: string[]; agreed: boolean } {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    typed: {
      name: text('name'),
      company: text('company'),
      email: text('email'),
      phone: text('phone'),
      country: text('country'),
      note: text('note'),
    },
    booths: data.getAll('booths').map(String),
    agreed: data.get('consent') === 'on',
  };
}

function complaints(
  { typed, booths, agreed }: ReturnType<typeof typedIn>,
  words: KioskContent['words'],
) {
  const { name, email, phone } = typed;
  const way = email || phone ? undefined : words.needWay;
  return {
    booths: booths.length > 0 ? undefined : words.needBooth,
    name: name ? undefined : words.needName,
    email: email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? words.badEmail : way,
    phone: phone && !phoneNumber(phone) ? words.badPhone : undefined,
    consent: agreed ? undefined : words.needConsent,
    send: undefined,
  };
}

/** What stands on the screen once the card is locked and written down; null while something is missing. */
async function leave(
  { content, leave: keep, isOnline }: Kit,
  form: HTMLFormElement,
): Promise<Node[] | null> {
  const { words, cards, locale } = content;
  const read = typedIn(form);
  if (!tell(form, complaints(read, words)) || !cards) return null;
  const { typed, booths } = read;
  const [id, key] = [crypto.randomUUID(), newKey()];
  const phone = typed.phone ? (phoneNumber(typed.phone) ?? '') : '';
  const consent = { consent: cards.consent, consentedAt: new Date().toISOString() };
  await keep('card', id, { card: { ...typed, phone, id, key, locale, ...consent }, booths });
  const href = `${cards.home}${id}?key=${key}`;
  return [
    plainHead(
      fill(words.thanks, { name: typed.name }),
      isOnline() ? words.cardKept : words.cardWaits,
    ),
    phonePanel({ href, shown: '' }, words.ownCard),
    el('p', {}, el('a', { class: 'k-button', href: '#/' }, el('span', {}, words.goOn))),
  ];
}
