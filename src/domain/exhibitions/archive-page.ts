import { jpegOf, pictureOf } from './archive-paths.ts';

/** How an address of the page is named in the archive; null when it is not there, '' when its words are to go with it. */
export type Rename = (address: string, kind: 'page' | 'file') => string | null;

/** Elements that go with all that is in them: what runs, what is sent, what asks. */
const DROPPED = new Set(
  'script form template noscript iframe dialog button input select textarea object embed'.split(
    ' ',
  ),
);
/** Elements that name another file. */
const CHANGED = new Set('img source audio video track a area'.split(' '));
const VOID = new Set('area base br col hr img input link meta source track wbr'.split(' '));
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * A page of ours as a file that stands alone: without scripts, forms and buttons; pictures and pages by the names that they
 * have in the archive. A link to what is not there stays as words; one to another site stays. Works on HTML that we wrote.
 */
export function archivedHtml(html: string, rename: Rename): string {
  let out = '';
  let from = 0;
  let skip: { name: string; depth: number } | null = null;
  for (const { 0: token, 1: closing, 2: raw, 3: rest = '', index } of html.matchAll(TOKEN)) {
    const name = raw?.toLowerCase() ?? '';
    if (skip) {
      if (name === skip.name && !VOID.has(name)) skip.depth += closing ? -1 : 1;
      if (skip.depth === 0) skip = null;
      from = index + token.length;
      continue;
    }
    out += html.slice(from, index);
    from = index + token.length;
    const leaves = DROPPED.has(name) || /\sdata-archive="omit"/.test(rest);
    if (name === '') continue;
    if (leaves && !closing) {
      if (!VOID.has(name)) skip = { name, depth: 1 };
    } else if (!leaves && name === 'a' && !closing && isUseless(rest, rename)) {
      skip = { name, depth: 1 };
    } else if (!leaves) out += closing || !CHANGED.has(name) ? token : opened(name, rest, rename);
  }
  return skip ? out : out + html.slice(from);
}

/** A button, or a room of this exhibition that only the site has: its words alone would promise something. */
function isUseless(rest: string, rename: Rename): boolean {
  const given = attributes(rest);
  const [address = ''] = plain(given.get('href')).split('#');
  if (address === '') return false;
  const file = rename(jpegOf(address), 'page');
  const isButton = /(?:^|\s)button(?:\s|$)/.test(given.get('class') ?? '');
  return file === '' || (file === null && isButton);
}

function opened(name: string, rest: string, rename: Rename): string {
  const given = attributes(rest);
  const kept = changed(name, given, rename);
  if (!kept) return '';
  const text = [...kept].map(([key, value]) => (value === null ? key : `${key}="${value}"`));
  return `<${[name, ...text].join(' ')}${rest.trimEnd().endsWith('/') ? ' /' : ''}>`;
}

/** Values as they stand, escaped. A later attribute of the same name is ignored, as browsers do. */
function attributes(rest: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [, key = '', a, b, c] of rest.matchAll(ATTRIBUTE)) {
    const value = a ?? b?.replaceAll('"', '&quot;') ?? c ?? null;
    if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), value);
  }
  return found;
}

type Attributes = Map<string, string | null>;

/** Null: the element goes, and what is in it stays. */
function changed(name: string, given: Attributes, rename: Rename): Attributes | null {
  if (name === 'img') return picture(given, rename);
  if (name === 'source') return source(given, rename);
  if (name === 'audio' || name === 'video' || name === 'track') return linked(given, 'src', rename);
  return link(given, rename);
}

function picture(given: Attributes, rename: Rename): Attributes | null {
  const address = pictureOf(plain(given.get('srcset'))) ?? plain(given.get('src'));
  const file = rename(jpegOf(address), 'file');
  if (!file) return null;
  for (const key of ['srcset', 'sizes', 'loading', 'decoding', 'fetchpriority']) given.delete(key);
  return given.set('src', file);
}

/** A picture is one file; a voice has a source that is its file. */
function source(given: Attributes, rename: Rename): Attributes | null {
  return given.has('srcset') ? null : linked(given, 'src', rename);
}

function linked(given: Attributes, key: string, rename: Rename): Attributes | null {
  if (!given.has(key)) return given;
  const file = rename(plain(given.get(key)), 'file');
  return file ? given.set(key, file) : null;
}

function link(given: Attributes, rename: Rename): Attributes {
  const address = plain(given.get('href'));
  if (address === '' || address.startsWith('#')) return given;
  given.delete('target');
  const mark = address.indexOf('#');
  const hash = mark < 0 ? '' : address.slice(mark);
  const there = mark < 0 ? address : address.slice(0, mark);
  const file = rename(jpegOf(there), 'page');
  if (file) return given.set('href', escaped(file + hash));
  given.delete('href');
  return given;
}

function plain(value: string | null | undefined): string {
  return (value ?? '').replaceAll('&quot;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** What is between `<main …>` and `</main>`, its own tags included; the whole when there is none. */
export function mainOf(html: string): string {
  const from = html.search(/<main[\s>]/);
  const to = html.lastIndexOf('</main>');
  return from >= 0 && to > from ? html.slice(from, to + '</main>'.length) : html;
}

/** Addresses of all style sheets, and the styles that stand in the page. */
export function stylesOf(html: string): { sheets: string[]; inline: string } {
  const sheets = [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*>/g)].flatMap(([tag]) => {
    const href = /\bhref="([^"]+)"/.exec(tag)?.[1];
    return href ? [plain(href)] : [];
  });
  const inline = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css ?? '');
  return { sheets: [...new Set(sheets)], inline: inline.join('\n') };
}

/** Title and `lang` of a page, as they stand. */
export function headOf(html: string): { title: string; lang: string } {
  return {
    title: /<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '',
    lang: /<html[^>]*\blang="([\w-]+)"/.exec(html)?.[1] ?? 'en',
  };
}
