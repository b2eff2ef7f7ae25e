/** Buttons with `data-copy` appear where the browser can copy, and say so when they have. */
export function startCopying(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy][hidden]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
  } catch {
    // The browser forbids it here; the text stands beside the button.
    return;
  }
  tell(button);
}

function tell(button: HTMLButtonElement): void {
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.className = 'small muted';
  said.textContent = button.dataset['done'] ?? '';
  button.after(said);
  button.addEventListener('blur', () => said.remove(), { once: true });
}
