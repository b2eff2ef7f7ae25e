/** How long “copied” stands in place of the button's own words. */
const SAY_MS = 2500;

/** Shows the buttons that this browser can serve: the system's sheet, and the clipboard. */
export function startShare(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.share')) {
    const { title = '', address = '' } = box.dataset;
    const share = box.querySelector<HTMLButtonElement>('[data-share]');
    const copy = box.querySelector<HTMLButtonElement>('[data-copy]');
    if (share && 'share' in navigator) {
      share.hidden = false;
      // Closing the sheet without choosing is not an error.
      share.addEventListener('click', () => {
        navigator.share({ title, url: address }).catch(() => undefined);
      });
    }
    if (copy && 'clipboard' in navigator) {
      copy.hidden = false;
      copy.addEventListener('click', () => void copyAddress(copy, address));
    }
  }
}

async function copyAddress(button: HTMLButtonElement, address: string): Promise<void> {
  const words = button.querySelector('span');
  const before = words?.textContent ?? '';
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    return;
  }
  if (!words) return;
  words.textContent = button.dataset.done ?? before;
  setTimeout(() => (words.textContent = before), SAY_MS);
}
