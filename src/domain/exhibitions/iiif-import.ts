import type { IiifImportKind } from './iiif-facts.ts';

/** What a card needs of another site's document. `label` has IIIF's own form and may be empty. */
export type ImportCard = {
  kind: IiifImportKind;
  label: Record<string, string[]>;
  thumbnail: string | null;
  homepage: string | null;
  attribution: string;
  rights: string | null;
  /** Canvases of a manifest, entries of a collection. */
  items: number;
};

const LANGUAGE = /^(?:none|[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*)$/;
const MOST_LANGUAGES = 12;
const LONGEST = { label: 300, attribution: 600, address: 2000, rights: 300 } as const;

/** Takes the card out of a Manifest or a Collection of Presentation 3; null when it is neither. Nothing of it is trusted. */
export function importCard(document: unknown): ImportCard | null {
  if (!isRecord(document)) return null;
  const { type, items } = document;
  if ((type !== 'Manifest' && type !== 'Collection') || !isRecord(document['label'])) return null;
  return {
    kind: type,
    label: languages(document['label']),
    thumbnail: addressIn(document['thumbnail'], /^https:\/\//, LONGEST.address),
    homepage: addressIn(document['homepage'], /^https?:\/\//, LONGEST.address),
    attribution: attributionOf(document),
    rights: address(document['rights'], /^https?:\/\//, LONGEST.rights),
    items: Array.isArray(items) ? items.length : 0,
  };
}

/** Whether it is of Presentation 2, by its context or by the old name of its type. */
export function isPresentation2(document: unknown): boolean {
  if (!isRecord(document)) return false;
  const contexts = [document['@context']].flat();
  return (
    contexts.some((one) => typeof one === 'string' && one.includes('/presentation/2/')) ||
    /^sc:(?:Manifest|Collection)$/.test(String(document['@type']))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function languages(map: Record<string, unknown>): Record<string, string[]> {
  const entries = Object.entries(map).flatMap(([language, texts]): [string, string[]][] => {
    const said = [texts].flat().flatMap((text) => plain(text, LONGEST.label) || []);
    return LANGUAGE.test(language) && said.length > 0 ? [[language, said.slice(0, 2)]] : [];
  });
  return Object.fromEntries(entries.slice(0, MOST_LANGUAGES));
}

function attributionOf(document: Record<string, unknown>): string {
  const statement = document['requiredStatement'];
  const [provider] = [document['provider']].flat();
  for (const map of [
    isRecord(statement) && statement['value'],
    isRecord(provider) && provider['label'],
  ]) {
    const [text] = isRecord(map) ? Object.values(map).flat() : [];
    const said = plain(text, LONGEST.attribution);
    if (said) return said;
  }
  return '';
}

/** Statements may have a few HTML tags, which a card does not show. PostgreSQL takes no NUL. */
function plain(text: unknown, longest: number): string {
  if (typeof text !== 'string') return '';
  const bare = text
    .replace(/<[^>]{0,300}>/g, ' ')
    .replace(/\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...bare].slice(0, longest).join('');
}

function addressIn(list: unknown, form: RegExp, longest: number): string | null {
  for (const one of [list].flat()) {
    const found = address(isRecord(one) ? one['id'] : one, form, longest);
    if (found) return found;
  }
  return null;
}

function address(value: unknown, form: RegExp, longest: number): string | null {
  if (typeof value !== 'string' || !form.test(value) || !URL.canParse(value)) return null;
  const { href } = new URL(value);
  return href.length <= longest ? href : null;
}
