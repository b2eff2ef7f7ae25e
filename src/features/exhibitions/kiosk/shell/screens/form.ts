import { el } from '../dom.ts';

/** A field of a kiosk's form: nothing typed here is offered to whoever comes next, so no browser fills it in. */
export function field(
  label: string,
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  optional?: string,
): HTMLElement {
  const error = el('p', { class: 'k-error', id: `${control.name}-error`, hidden: true });
  control.id = `k-${control.name}`;
  control.setAttribute('autocomplete', 'off');
  control.setAttribute('aria-describedby', error.id);
  return el(
    'div',
    { class: 'k-field' },
    el('label', { for: control.id }, label, optional && el('small', {}, ` (${optional})`)),
    control,
    error,
  );
}

export function input(
  name: string,
  props: Record<string, string | number | boolean> = {},
): HTMLInputElement {
  return el('input', { name, type: 'text', class: 'k-input', spellcheck: 'false', ...props });
}

/** Says what is wrong beside the fields, and leads to the first of them; true when nothing is. */
export function tell(form: HTMLFormElement, errors: Record<string, string | undefined>): boolean {
  let first: HTMLElement | null = null;
  for (const [name, words] of Object.entries(errors)) {
    const place = form.querySelector<HTMLElement>(`#${CSS.escape(name)}-error`);
    if (place) {
      place.textContent = words ?? '';
      place.hidden = !words;
    }
    const control = form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
    control?.setAttribute('aria-invalid', String(Boolean(words)));
    if (words) first ??= control;
  }
  first?.focus();
  first?.scrollIntoView({ block: 'center' });
  return first === null && Object.values(errors).every((words) => !words);
}
