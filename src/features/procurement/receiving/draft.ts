/** What belongs to the page that was loaded, not to what was typed. */
const PAGES_OWN = new Set(['form', 'round', 'order', 'replaces']);

type Draft = [name: string, values: string[]][];

/**
 * Keeps what is typed into a form on this phone (`data-draft` names the place) until the server has it: a dead battery
 * or a lost link loses no count. The form's id is kept too, so that sending it again after a lost answer is harmless.
 */
export function keepDraft(form: HTMLFormElement): void {
  const key = form.dataset['draft'];
  if (!key) return;
  const kept = read(key);
  const done = (form.dataset['recorded'] ?? '').split(' ');
  const idOf = (draft: Draft) => draft.find(([name]) => name === 'id')?.[1][0] ?? '';
  if (kept && done.includes(idOf(kept))) drop(key);
  // A form that the server gave back holds what was typed already.
  else if (kept && !form.dataset['answered']) restore(form, kept, key);
  const keep = () => write(key, draftOf(form));
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
}

/** On the page that says "saved". */
export function dropDraft(key: string): void {
  drop(key);
}

function draftOf(form: HTMLFormElement): Draft {
  const values = new Map<string, string[]>();
  for (const field of fieldsOf(form)) {
    const list = values.get(field.name) ?? [];
    values.set(field.name, [...list, valueOf(field)]);
  }
  return [...values];
}

type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function fieldsOf(form: HTMLFormElement): FormField[] {
  const named = [...form.querySelectorAll<FormField>('input[name], select[name], textarea[name]')];
  return named.filter(
    ({ name, type, dataset }) => type !== 'file' && !PAGES_OWN.has(name) && !('fresh' in dataset),
  );
}

const isBox = (field: FormField): field is HTMLInputElement => field.type === 'checkbox';
const valueOf = (field: FormField) => (isBox(field) ? String(field.checked) : field.value);

function restore(form: HTMLFormElement, draft: Draft, key: string): void {
  const kept = new Map(draft.map(([name, values]) => [name, [...values]]));
  for (const field of fieldsOf(form)) {
    const value = kept.get(field.name)?.shift();
    if (value === undefined) continue;
    if (isBox(field)) field.checked = value === 'true';
    else field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  const note = document.querySelector<HTMLElement>('[data-draft-note]');
  if (!note) return;
  note.hidden = false;
  note.querySelector('[data-draft-drop]')?.addEventListener('click', () => {
    drop(key);
    location.reload();
  });
}

function read(key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(draft) ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

function write(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full, or forbidden in a private window: then the page alone holds it.
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}
