import type { Locale } from '#src/i18n/locales.ts';
import { el, fill } from './dom.ts';

type Word = 'opening' | 'fetching' | 'fetchFailed' | 'unable';
/** The few sentences that are needed before there is a bundle, in all languages. */
export type OpeningWords = Record<Locale, Record<Word, string>>;

/** What stands on the screen until there is an exhibition to show. */
export function opening(root: HTMLElement, words: OpeningWords) {
  let locale: Locale =
    (Object.keys(words) as Locale[]).find((one) => navigator.language.startsWith(one)) ?? 'en';
  let word: Word = 'opening';
  let [n, of] = [0, 0];
  const draw = (): void => {
    document.documentElement.lang = locale;
    const sentence = fill(words[locale][word], { n, of });
    const bar = el('progress', { max: Math.max(of, 1), value: n, 'aria-label': sentence });
    const text = el('p', { role: 'status' }, sentence);
    root.replaceChildren(
      el('main', { class: 'k-opening' }, text, word === 'fetching' ? bar : null),
    );
  };
  return {
    say(next: Word): void {
      word = next;
      draw();
    },
    /** Only what is shown already is said again in another language. */
    speak(next: Locale): void {
      locale = next;
      if (root.querySelector('.k-opening')) draw();
    },
    progress(done: number, all: number): void {
      [word, n, of] = ['fetching', done, all];
      draw();
    },
  };
}
