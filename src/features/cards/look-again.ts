/** Looks a few times, ever more slowly, whether the payment is confirmed, and then shows the page anew. */
const PAUSES_MS = [3_000, 4_000, 6_000, 10_000, 15_000, 30_000];

export function lookAgain(): void {
  if (document.querySelector('[data-card-waiting]')) look(0);
}

function look(nth: number): void {
  const pause = PAUSES_MS[nth];
  if (pause === undefined) return;
  setTimeout(() => {
    void settled().then((done) => {
      if (done) location.reload();
      else look(nth + 1);
    });
  }, pause);
}

async function settled(): Promise<boolean> {
  if (document.visibilityState === 'hidden') return false;
  try {
    const page = await fetch(location.href, { headers: { accept: 'text/html' } });
    return page.ok && !(await page.text()).includes('data-card-waiting');
  } catch {
    // No network for a moment.
    return false;
  }
}
