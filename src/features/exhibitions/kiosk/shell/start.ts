import { Kiosk } from './kiosk.ts';
import type { OpeningWords } from './opening.ts';

/** Starts the screen whose token stands in the address. */
export function startKiosk(): void {
  const root = document.getElementById('kiosk');
  const words = document.getElementById('kiosk-words')?.textContent;
  const [, , token] = location.pathname.split('/');
  if (!root || !words || !token) return;
  // Every way leads to another screen of this page; whatever else a text may hold is not followed.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link && !link.getAttribute('href')?.startsWith('#/')) event.preventDefault();
  });
  document.addEventListener('contextmenu', (event) => event.preventDefault());
  void new Kiosk(root, token, JSON.parse(words) as OpeningWords).start();
}
