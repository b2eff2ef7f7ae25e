import { ui as uiEn } from './en/ui.ts';
import { ui as uiFr } from './fr/ui.ts';
import { LOCALES, type Locale } from './locales.ts';
import { ui as uiRw } from './rw/ui.ts';
import { ui as uiSw } from './sw/ui.ts';
import type { Widen } from './widen.ts';

/** An area of the interface in all languages; English gives the shape that the others must fill. */
function area<T>(en: T, fr: Widen<T>, rw: Widen<T>, sw: Widen<T>): Record<Locale, Widen<T>> {
  return { en: en as Widen<T>, fr, rw, sw };
}

/** To add an area: its four imports above, its line here. */
const AREAS = {
  ui: area(uiEn, uiFr, uiRw, uiSw),
};

/** Every message of one language by area: `t.ui.skip`. */
export type Messages = { [A in keyof typeof AREAS]: (typeof AREAS)[A]['en'] };

const byLocale = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    Object.fromEntries(Object.entries(AREAS).map(([name, texts]) => [name, texts[locale]])),
  ]),
) as Record<Locale, Messages>;

export function messages(locale: Locale): Messages {
  return byLocale[locale];
}
