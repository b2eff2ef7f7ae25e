/** Adds and takes away items at once; without this script the same buttons ask the server to. */
export function startLines(): void {
  const list = document.querySelector<HTMLElement>('[data-lines]');
  const blank = document.querySelector<HTMLTemplateElement>('template[data-line-blank]');
  if (!list || !blank) return;
  let next = Number(list.dataset['next']);
  list.closest('form')?.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (button?.matches('[data-line-add]')) {
      event.preventDefault();
      list.append(blankLine(blank, next++));
      list.lastElementChild?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus();
    } else if (button?.matches('[data-line-remove]')) {
      event.preventDefault();
      remove(button.closest<HTMLElement>('[data-line]'), list);
    } else return;
    rename(list);
  });
  rename(list);
}

function blankLine(blank: HTMLTemplateElement, n: number): Node {
  const holder = document.createElement('template');
  holder.innerHTML = blank.innerHTML.replaceAll('__n__', String(n));
  return holder.content;
}

/** The keyboard goes on where the item was. */
function remove(line: HTMLElement | null, list: HTMLElement): void {
  if (!line || list.children.length < 2) return;
  const neighbour = line.nextElementSibling ?? line.previousElementSibling;
  line.remove();
  neighbour?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus();
}

/** Items are counted anew; the last one cannot be taken away. */
function rename(list: HTMLElement): void {
  [...list.children].forEach((line, at) => {
    for (const name of line.querySelectorAll<HTMLElement>('[data-line-name]'))
      name.textContent = (name.dataset['lineName'] ?? '').replace('999', String(at + 1));
    line
      .querySelector<HTMLElement>('[data-line-remove]')
      ?.toggleAttribute('hidden', list.children.length < 2);
  });
}
