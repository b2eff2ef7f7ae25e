/** Looks a few times, ever more slowly, whether the payment is confirmed, and then shows the page anew. */
const PAUSES_MS = [3_000, 4_000, 6_000, 10_000, 15_000, 30_000];

export function lookAgain(): void {
  if (waits(document)) look(0);
}

const waits = (page: Document) => page.querySelector('[data-card-waiting]') !== null;

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
    return page.ok && !waits(new DOMParser().parseFromString(await page.text(), 'text/html'));
  } catch {
    // No network for a moment.
    return false;
  }
}
