/**
 * What the Presentation API 3.0 says a document must be, in our own short rules. One line for each thing that is wrong,
 * with the place at which it stands.
 */
type Json = Record<string, unknown>;

const CONTEXT = 'http://iiif.io/api/presentation/3/context.json';
const LANGUAGE = /^(?:none|@none|[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*)$/;
const RIGHTS =
  /^http:\/\/(?:creativecommons\.org\/(?:licenses|publicdomain)\/|rightsstatements\.org\/vocab\/)/;
const LISTS = ['items', 'metadata', 'provider', 'homepage', 'thumbnail', 'seeAlso', 'rendering'];
const MORE_LISTS = ['service', 'partOf', 'structures', 'annotations', 'logo', 'behavior'];

export function iiifProblems(document: unknown): string[] {
  const problems: string[] = [];
  const root = document as Json;
  if (root['@context'] !== CONTEXT) problems.push('@context is not that of Presentation 3');
  look(root, '', problems, true);
  unique(root, problems);
  return problems;
}

function look(it: Json, at: string, problems: string[], isRoot = false): void {
  const say = (what: string) => problems.push(`${at || '/'}: ${what}`);
  const type = it['type'];
  if (typeof type !== 'string') say('has no type');
  for (const key of [...LISTS, ...MORE_LISTS])
    if (key in it && !Array.isArray(it[key])) say(`${key} is no list`);
  for (const key of ['label', 'summary'])
    if (key in it) languages(it[key], `${at}/${key}`, problems);
  if ('requiredStatement' in it) pair(it['requiredStatement'], `${at}/requiredStatement`, problems);
  for (const [i, row] of list(it, 'metadata').entries()) pair(row, `${at}/metadata/${i}`, problems);
  if ('rights' in it && !RIGHTS.test(String(it['rights']))) say('rights is no known statement');
  if ('navDate' in it && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(it['navDate'])))
    say('navDate has no such form');
  if (type !== 'TextualBody' && type !== 'FragmentSelector' && !isAddress(it['id']))
    say('id is no address');
  (RULES[String(type)] ?? (() => undefined))(it, say, isRoot);
  for (const [key, value] of Object.entries(it)) {
    if (['label', 'summary', 'metadata', 'requiredStatement', 'selector'].includes(key)) continue;
    for (const [i, one] of (Array.isArray(value) ? value : [value]).entries())
      if (one && typeof one === 'object') look(one as Json, `${at}/${key}/${i}`, problems);
  }
}

type Rule = (it: Json, say: (what: string) => void, isRoot: boolean) => void;

const RULES: Record<string, Rule> = {
  Collection(it, say, isRoot) {
    if (!it['label']) say('a Collection has no label');
    if (isRoot && !Array.isArray(it['items'])) say('a Collection has no items');
    for (const one of list(it, 'items')) {
      if (one['type'] !== 'Collection' && one['type'] !== 'Manifest') say('holds neither');
      if (!one['label']) say('an item has no label');
      if (one['type'] === 'Manifest' && 'items' in one) say('a Manifest is embedded');
    }
  },
  Manifest(it, say, isRoot) {
    if (!it['label']) say('a Manifest has no label');
    if (!isRoot) return;
    const canvases = list(it, 'items');
    if (canvases.length === 0) say('a Manifest has no Canvas');
    if (canvases.some(({ type }) => type !== 'Canvas')) say('holds what is no Canvas');
    if (list(it, 'structures').some(({ type }) => type !== 'Range')) say('structures: no Range');
  },
  Canvas(it, say) {
    if (!('items' in it)) return;
    for (const key of ['width', 'height'])
      if (!Number.isInteger(it[key]) || Number(it[key]) < 1) say(`${key} is no size`);
    if (String(it['id']).includes('#')) say('a Canvas has a fragment in its id');
    for (const page of list(it, 'items'))
      for (const one of list(page, 'items')) {
        if (one['motivation'] !== 'painting') say('paints with something else');
        if (one['target'] !== it['id']) say('paints on another Canvas');
      }
    for (const page of list(it, 'annotations'))
      for (const one of list(page, 'items')) {
        if (one['motivation'] === 'painting') say('paints among the words');
        if (!String(one['target']).startsWith(String(it['id']))) say('speaks of another Canvas');
      }
  },
  AnnotationPage(it, say) {
    if (!Array.isArray(it['items'])) say('an AnnotationPage has no items');
  },
  Annotation(it, say) {
    for (const key of ['motivation', 'target', 'body'])
      if (!it[key]) say(`an Annotation: no ${key}`);
  },
  Range(it, say) {
    if (!Array.isArray(it['items']) || list(it, 'items').length === 0) say('a Range has no items');
    for (const { type } of list(it, 'items'))
      if (!['Canvas', 'Range', 'SpecificResource'].includes(String(type)))
        say('a Range holds that');
  },
  SpecificResource(it, say) {
    const selector = it['selector'] as Json | undefined;
    if (!it['source']) say('no source');
    if (!/^xywh=\d+,\d+,[1-9]\d*,[1-9]\d*$/.test(String(selector?.['value']))) say('no region');
  },
  Agent(it, say) {
    if (!it['label']) say('an Agent has no label');
  },
  Text(it, say) {
    if (!it['label']) say('a page has no label');
    if (!/^[a-z]+\//.test(String(it['format']))) say('a page has no format');
  },
  TextualBody(it, say) {
    if (typeof it['value'] !== 'string' || it['value'] === '') say('an empty text');
    if ('language' in it && !LANGUAGE.test(String(it['language']))) say('no such language');
  },
};

function list(it: Json, key: string): Json[] {
  return Array.isArray(it[key]) ? (it[key] as Json[]) : [];
}

function isAddress(id: unknown): boolean {
  return typeof id === 'string' && /^https?:\/\//.test(id) && URL.canParse(id);
}

function pair(it: unknown, at: string, problems: string[]): void {
  languages((it as Json | undefined)?.['label'], `${at}/label`, problems);
  languages((it as Json | undefined)?.['value'], `${at}/value`, problems);
}

function languages(map: unknown, at: string, problems: string[]): void {
  const entries = map && typeof map === 'object' ? Object.entries(map) : [];
  if (entries.length === 0) problems.push(`${at}: no language map`);
  for (const [language, texts] of entries) {
    if (!LANGUAGE.test(language)) problems.push(`${at}: ${language} is no language`);
    const sound =
      Array.isArray(texts) && texts.length > 0 && texts.every((t) => typeof t === 'string');
    if (!sound) problems.push(`${at}/${language}: no list of texts`);
  }
}

/** What has content is described once: an id names one thing. References may repeat. */
function unique(root: Json, problems: string[]): void {
  const seen = new Set<unknown>();
  const walk = (it: unknown): void => {
    if (Array.isArray(it)) return it.forEach(walk);
    if (!it || typeof it !== 'object') return;
    const { id, items } = it as Json;
    if (items && seen.has(id)) problems.push(`${String(id)} stands twice`);
    if (items) seen.add(id);
    Object.values(it).forEach(walk);
  };
  walk(root);
}
