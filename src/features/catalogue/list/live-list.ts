/** Below this width the filters lie in a sheet that has its own button. Same as in the sheets of styles. */
const WIDE = '(min-width: 62rem)';

/** Sends the filter form as soon as something changes and swaps the list in place; without it, a button does. */
export function startLiveList(): void {
  document.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement;
    const form = field.form;
    if (form?.dataset.live === undefined) return;
    // What stands above the list and not in the sheet counts at once on a phone, too.
    if (!['sort', 'in'].includes(field.name) && !matchMedia(WIDE).matches) return;
    void swapTo(addressOf(form), field);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset.live === undefined) return;
    event.preventDefault();
    location.assign(addressOf(form));
  });
  // What was swapped in place is not in the browser's memory of pages. A jump within the page is no other list.
  addEventListener('popstate', () => {
    if (here() !== shown) location.reload();
  });
}

const here = (): string => location.pathname + location.search;
let shown = here();

/** The form's address without what is empty or usual, so that the same list has the same address. */
function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action);
  const usual = [...form.elements].flatMap((one) => (one as HTMLElement).dataset.default ?? []);
  const fields = [...new FormData(form)].filter(
    ([name, value]) => value !== '' && !(name === 'sort' && usual.includes(String(value))),
  );
  const priced = fields.some(([name]) => name === 'price_min' || name === 'price_max');
  for (const [name, value] of fields)
    if (name !== 'currency' || priced) url.searchParams.append(name, String(value));
  return url.href;
}

let latest = 0;

async function swapTo(address: string, field: HTMLInputElement): Promise<void> {
  const turn = ++latest;
  const old = document.querySelector('.listing');
  old?.setAttribute('aria-busy', 'true');
  const answer = await fetch(address).catch(() => null);
  if (turn !== latest) return;
  if (!answer?.ok || !old) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('.listing');
  if (turn !== latest) return;
  if (!fresh) return location.assign(address);
  keepOpen(old, fresh);
  old.replaceWith(fresh);
  document.title = page.title;
  history.pushState(null, '', address);
  shown = here();
  const same = `[name="${field.name}"]${field.type === 'text' || field.tagName === 'SELECT' ? '' : `[value="${CSS.escape(field.value)}"]`}`;
  fresh.querySelector<HTMLElement>(same)?.focus({ preventScroll: true });
}

/** Groups that were opened by hand stay open. */
function keepOpen(old: Element, fresh: Element): void {
  const before = new Map(
    [...old.querySelectorAll('details')].map((one) => [nameOf(one), one.open]),
  );
  for (const one of fresh.querySelectorAll('details'))
    one.open ||= before.get(nameOf(one)) ?? false;
}

function nameOf(group: Element): string {
  return `${group.className} ${group.querySelector('input')?.name}`;
}
