/** Wires every theme switch of the page. A browser that refuses storage keeps the choice until the next page. */
export function startThemeSwitches(): void {
  const root = document.documentElement;
  const switches = [...document.querySelectorAll<HTMLElement>('[data-theme-switch]')];
  const mark = (): void => {
    const chosen = root.dataset.theme ?? 'auto';
    for (const button of switches.flatMap((one) => [...one.querySelectorAll('button')])) {
      button.setAttribute('aria-pressed', String(button.value === chosen));
    }
  };
  for (const one of switches) {
    one.hidden = false;
    one.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button');
      if (!button) return;
      choose(root, button.value);
      mark();
    });
  }
  mark();
}

function choose(root: HTMLElement, theme: string): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}
