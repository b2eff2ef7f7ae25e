import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  archivedHtml,
  escaped,
  headOf,
  mainOf,
  stylesOf,
  type Rename,
} from '#src/domain/exhibitions/archive-page.ts';
import {
  assetFile,
  jpegOf,
  pageFile,
  pictureFile,
  relative,
  type ArchivedPage,
} from '#src/domain/exhibitions/archive-paths.ts';
import { isLocale, LOCALE_NAMES, LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import { archiveDocuments } from './archive-documents.ts';
import { frontPage } from './front-page.ts';
import { ZipFile, type ZipSummary } from './zip-file.ts';

/** What the site answers to a stranger; the body whole. */
export type SiteAnswer = { status: number; type: string; bytes: Uint8Array };

export type ArchiveOrder = {
  slug: string;
  /** Public origin of the site, without a slash at the end. */
  siteUrl: string;
  /** Reads a path of the site as a visitor without a cookie does. */
  get: (path: string) => Promise<SiteAnswer>;
  /** The file to write. */
  to: string;
  /** Day of the archive, `2026-11-23`. */
  day: string;
  signal?: AbortSignal | undefined;
};

type Found = ArchivedPage & { path: string; kept: string };

/** More pages than any exhibition has: a loop of links ends here. */
const MOST_PAGES = 20_000;

/**
 * Writes an exhibition as a site of files that opens from a disk: its pages in every language as the site draws them, with
 * their pictures, voices, papers and IIIF documents. One page is in memory at a time. Throws when the exhibition is not there.
 */
export async function makeArchive(order: ArchiveOrder): Promise<ZipSummary & { pages: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'isoko-archive-'));
  const zip = new ZipFile(order.to);
  try {
    const { pages, files } = await crawl(order, folder);
    if (pages.size === 0) throw new Error(`no page of the exhibition ${order.slug} is open`);
    const there = await fetchFiles(order, zip, files);
    for (const page of pages.values()) zip.add(page.file, drawn(order, page, pages, there));
    zip.add('index.html', frontOf(pages, there));
    await archiveDocuments(order, zip);
    zip.add('README.txt', readme(order));
    return { ...zip.end(), pages: pages.size };
  } finally {
    zip.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the first page of each language along every link that stays in the exhibition. */
async function crawl(order: ArchiveOrder, folder: string) {
  const pages = new Map<string, Found>();
  const files = new Set<string>();
  const start = paths.exhibition(order.slug);
  const queue = LOCALES.map((locale) => localized(start, locale));
  const seen = new Set(queue);
  for (
    let next = queue.shift();
    next !== undefined && seen.size < MOST_PAGES;
    next = queue.shift()
  ) {
    order.signal?.throwIfAborted();
    const place = pageFile(next, order.slug, LOCALES);
    if (!place) continue;
    const answer = await order.get(next);
    if (answer.status !== 200) continue;
    if (!answer.type.startsWith('text/html')) {
      files.add(next);
      continue;
    }
    const html = Buffer.from(answer.bytes).toString('utf8');
    const kept = join(folder, `${pages.size}.html`);
    writeFileSync(kept, html);
    pages.set(next, { ...place, path: next, kept });
    for (const sheet of stylesOf(html).sheets) files.add(sheet);
    archivedHtml(mainOf(html), (address, kind) => {
      const path = pathIn(address, order.siteUrl);
      if (path && (pictureFile(path) ?? assetFile(path))) files.add(path);
      else if (path && kind === 'page' && !seen.has(path) && pageFile(path, order.slug, LOCALES)) {
        seen.add(path);
        queue.push(path);
      }
      return null;
    });
  }
  return { pages, files };
}

/** A path of this site, out of a link as it stands in a page; null for other sites. */
function pathIn(address: string, siteUrl: string): string | null {
  if (address.startsWith('/') && !address.startsWith('//')) return address;
  return address.startsWith(`${siteUrl}/`) ? address.slice(siteUrl.length) : null;
}

/** Puts pictures, styles, fonts, voices and papers into the zip; answers the file of each address that was there. */
async function fetchFiles(order: ArchiveOrder, zip: ZipFile, wanted: Set<string>) {
  const there = new Map<string, string>();
  for (const path of wanted) {
    order.signal?.throwIfAborted();
    const name = pictureFile(path) ?? assetFile(path) ?? pageFile(path, order.slug, LOCALES)?.file;
    if (!name) continue;
    const answer = await order.get(jpegOf(path));
    if (answer.status !== 200) continue;
    const file = named(name, answer.type);
    there.set(path, file);
    if (file.endsWith('.css')) {
      const css = Buffer.from(answer.bytes).toString('utf8');
      zip.add(file, ownFonts(css, wanted));
    } else zip.add(file, answer.bytes);
  }
  return there;
}

const VOICES: Record<string, string> = {
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/ogg': '.ogg',
  'audio/webm': '.webm',
};

/** A voice gets the ending of what it is, a paper that is a picture its own. */
function named(name: string, type: string): string {
  if (name.startsWith('audio/')) return name + (VOICES[type.split(';')[0] ?? ''] ?? '.mp3');
  return type.startsWith('image/jpeg') ? name.replace(/\.pdf$/, '.jpg') : name;
}

/** Styles and what they name lie in one folder. A set grows while it is walked, so the fonts come after their sheet. */
function ownFonts(css: string, wanted: Set<string>): string {
  return css.replace(/url\((["']?)(\/[^"')]+)\1\)/g, (whole, _quote, path: string) => {
    const file = assetFile(path);
    if (!file) return 'url(data:,)';
    wanted.add(path);
    return whole.replace(path, file.replace('styles/', ''));
  });
}

function drawn(
  order: ArchiveOrder,
  page: Found,
  pages: Map<string, Found>,
  there: Map<string, string>,
): string {
  const html = readFileSync(page.kept, 'utf8');
  const rename: Rename = (address, kind) => {
    const path = pathIn(address, order.siteUrl);
    if (!path) return kind === 'page' && /^https?:\/\//.test(address) ? address : null;
    const file = there.get(path) ?? pages.get(path)?.file;
    if (file) return relative(page.file, file);
    return path.split('/').includes('exhibitions') ? '' : null;
  };
  const { title, lang } = headOf(html);
  const { sheets, inline } = stylesOf(html);
  const links = sheets.flatMap((sheet) => {
    const file = there.get(sheet);
    return file ? [`<link rel="stylesheet" href="${relative(page.file, file)}">`] : [];
  });
  const words = messages(isLocale(lang) ? lang : 'en').iiif.archive;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${links.join('')}<style>${inline}${OWN_STYLES}</style></head>
<body>${languages(page, pages, words.languages)}
${archivedHtml(mainOf(html), rename)}
<footer class="wrap"><p class="small">${escaped(words.from(order.siteUrl, order.day))}</p></footer></body></html>
`;
}

const OWN_STYLES = '.archive-languages,body>footer{padding-block:1rem}';

/** The same page in the other languages. */
function languages(page: Found, pages: Map<string, Found>, label: string): string {
  const bare = page.path.replace(new RegExp(`^/(?:${LOCALES.slice(1).join('|')})(?=/)`), '');
  const all = LOCALES.flatMap((locale) => {
    const same = pages.get(localized(bare, locale));
    const current = same === page ? ' aria-current="true"' : '';
    return same
      ? [
          `<a href="${relative(page.file, same.file)}" lang="${locale}" hreflang="${locale}"${current}>${LOCALE_NAMES[locale]}</a>`,
        ]
      : [];
  });
  return `<nav class="wrap cluster archive-languages" aria-label="${label}">${all.join(' ')}</nav>`;
}

/** The first page of each language, and how the exhibition looks. */
function frontOf(pages: Map<string, Found>, there: Map<string, string>): string {
  const first = [...pages.values()].filter(({ file }) => /^\w+\/index\.html$/.test(file));
  const editions = first.map(({ file, locale, kept }) => ({
    file,
    locale,
    // The site's own name comes behind it.
    title: headOf(readFileSync(kept, 'utf8')).title.split(' · ')[0] ?? '',
    name: isLocale(locale) ? LOCALE_NAMES[locale] : locale,
  }));
  const html = first[0] ? readFileSync(first[0].kept, 'utf8') : '';
  const sheets = stylesOf(html).sheets.flatMap((sheet) => there.get(sheet) ?? []);
  return frontPage(editions, { sheets, theme: /\btheme-[a-z]+/.exec(mainOf(html))?.[0] ?? '' });
}

function readme({ slug, siteUrl, day }: ArchiveOrder): string {
  return `An exhibition as it stood at ${siteUrl}${paths.exhibition(slug)} on ${day}.

Open index.html in a browser; nothing else is needed.
Folders: one for each language, pictures (JPEG), styles, audio, papers, and iiif.
The documents in iiif are as the site gave them: their addresses are names and stay what they were.
iiif/addresses.json says which file of this archive each address was.
`;
}
