import { LISTING_LIMITS } from './listing.ts';

/** What is known about a product, in words of the reader's language. Absent is '' or []. */
export type AltFacts = {
  title: string;
  materials?: readonly string[];
  techniques?: readonly string[];
  producer?: string;
  place?: string;
  /** Which picture of how many, from 1. Said only when there are several. */
  position?: number;
  total?: number;
};

/**
 * Fills `{slots}` of a language's template. A part in square brackets is dropped when a slot in it is empty, so one
 * template serves few facts and many: `{title}[ in {materials}][, made by {producer}]`. Unknown slots are empty.
 */
export function fillTemplate(template: string, slots: Readonly<Record<string, string>>): string {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => own(slots, name));
  const bracketed = template.replace(/\[([^[\]]*)\]/g, (_, part: string) => {
    const names = [...part.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
    return names.every((name) => own(slots, name) !== '') ? part : '';
  });
  return fill(bracketed);
}

function own(slots: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(slots, name) ? (slots[name] ?? '').trim() : '';
}

/**
 * A draft of the words that stand for a picture, for its maker to better. Slots: title, materials, techniques,
 * producer, place, n, total. One line, at most `LISTING_LIMITS.altMax` characters, '' when there is not even a title.
 */
export function altDraft(template: string, facts: AltFacts, locale: string): string {
  const title = oneLine(facts.title);
  if (title === '') return '';
  const { position = 1, total = 1 } = facts;
  const several = total > 1;
  const filled = fillTemplate(template, {
    title,
    materials: list(facts.materials, locale),
    techniques: list(facts.techniques, locale),
    producer: oneLine(facts.producer ?? ''),
    place: oneLine(facts.place ?? ''),
    n: several ? String(position) : '',
    total: several ? String(total) : '',
  });
  return cut(oneLine(filled), LISTING_LIMITS.altMax);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most three: an alt text is heard, and a list of eight materials is noise. */
function list(names: readonly string[] = [], locale: string): string {
  const said = names
    .map(oneLine)
    .filter((name) => name !== '')
    .slice(0, 3);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(said);
}

/** Cuts before the word that does not fit, with an ellipsis; counts code points, never half of one. */
function cut(text: string, most: number): string {
  const points = [...text];
  if (points.length <= most) return text;
  const kept = points.slice(0, most - 1).join('');
  const end = kept.lastIndexOf(' ');
  return `${(end > most / 2 ? kept.slice(0, end) : kept).replace(/[\s,;:–-]+$/, '')}…`;
}
