/** Steppers and what the numbers mean, in every line of a counting form. The server reads and judges them again. */
export function watchCounts(form: HTMLFormElement): void {
  for (const line of form.querySelectorAll<HTMLElement>('[data-count-line]')) watchLine(line);
}

const language = () => document.documentElement.lang;

/** What a person typed, as far as a number can be seen in it; NaN for anything else. */
export function numberIn(text: string, locale: string): number {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5)[1]?.value ?? '.';
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(sign, '.');
  return bare === '' ? 0 : /^\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
}

/** Thousandths, so that 0.1 + 0.2 is 0.3. */
const fine = (value: number) => Math.round(value * 1000) / 1000;
const written = (value: number) =>
  new Intl.NumberFormat(language(), { useGrouping: false, maximumFractionDigits: 3 }).format(value);

function watchLine(line: HTMLElement): void {
  const [counted, damaged] = line.querySelectorAll<HTMLInputElement>('.stepper input');
  if (!counted || !damaged) return;
  for (const button of line.querySelectorAll<HTMLButtonElement>('button[data-step]')) {
    const input = button.closest('.stepper')?.querySelector('input');
    if (!input) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const now = numberIn(input.value, language());
      put(input, Math.max(0, fine((Number.isNaN(now) ? 0 : now) + Number(button.dataset['step']))));
    });
  }
  const all = line.querySelector<HTMLButtonElement>('[data-all]');
  if (all) {
    all.hidden = false;
    all.addEventListener('click', () => put(counted, Number(line.dataset['due'])));
  }
  const show = () => judge(line, counted, damaged);
  line.addEventListener('input', show);
  line.addEventListener('change', show);
  show();
}

function put(input: HTMLInputElement, value: number): void {
  input.value = written(value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function judge(line: HTMLElement, counted: HTMLInputElement, damaged: HTMLInputElement): void {
  const due = Number(line.dataset['due']);
  const [here, broken] = [counted, damaged].map(({ value }) => numberIn(value, language())) as [
    number,
    number,
  ];
  const begun = counted.value.trim() !== '' && !Number.isNaN(here) && !Number.isNaN(broken);
  const amounts: Record<string, number> = {
    exact: here === due && broken === 0 ? 1 : 0,
    short: fine(due - here),
    over: fine(here - due),
    broken,
  };
  for (const verdict of line.querySelectorAll<HTMLElement>('.verdict')) {
    const amount = amounts[verdict.dataset['kind'] ?? ''] ?? 0;
    verdict.hidden = !begun || amount <= 0;
    const words = verdict.querySelector<HTMLElement>('[data-words]');
    if (words) words.textContent = words.dataset['words']!.replace('{n}', amountOf(amount, line));
  }
  const rest = line.querySelector<HTMLElement>('[data-rest]');
  if (rest) rest.hidden = (!begun && due > 0) || here - broken >= due;
  const choice = rest?.querySelector('select');
  if (choice) choice.required = !rest!.hidden;
}

function amountOf(amount: number, line: HTMLElement): string {
  const unit = line.dataset[amount === 1 ? 'one' : 'other'] ?? '';
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: 3 }).format(amount);
  return `${number} ${unit}`;
}
