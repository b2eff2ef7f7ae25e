import type { Said } from '../../visiting/views.ts';

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element. A property that begins with `on` listens; false and undefined are left out, true stands without a value. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return made;
}

/** A written text; its language is named where it is not the screen's. */
export function said<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: Said,
  props: Props = {},
): HTMLElementTagNameMap[K] {
  return el(tag, { ...props, lang: langOf(text) }, text.text);
}

export function langOf(text: Said): string | undefined {
  return text.locale === document.documentElement.lang ? undefined : text.locale;
}

/** A longer text in paragraphs, as on visitors' pages. */
export function prose(text: Said | null): HTMLElement | null {
  if (!text) return null;
  const parts = text.text
    .split(/\n+/)
    .flatMap((part) => (part.trim() ? [el('p', {}, part.trim())] : []));
  return el('div', { class: 'k-prose', lang: langOf(text) }, ...parts);
}

/** Puts numbers and names into a sentence: `Photo {n} of {of}`. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A drawing that stands ready in the page: an icon or a band of the pattern. */
export function drawing(name: string): Node {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-drawing="${name}"]`);
  return template?.content.cloneNode(true) ?? document.createTextNode('');
}
