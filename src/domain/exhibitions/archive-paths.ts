/**
 * Where things of an exhibition lie in its archive. Every name is made of letters, digits, dots and hyphens, so that any disk
 * takes it. Addresses of the site are paths without origin: `/fr/exhibitions/leather/halls/big`.
 */
export type ArchivedPage = { file: string; locale: string };

/** What visitors do, or what needs this site: no page of these is archived. */
const LEFT_OUT =
  /^(?:search|visit|slideshow|guest-book|card|calendar\.ics|catalogue\.pdf)(?:\/|$)|\/meetings$/;
const SAFE = /^[\w.-]+(?:\/[\w.-]+)*$/;

/** The file of a page of this exhibition; null for every other address. `locales`: those of the site, English bare. */
export function pageFile(
  path: string,
  slug: string,
  locales: readonly string[],
): ArchivedPage | null {
  const [, first = '', ...rest] = path.split('/');
  const named = first !== 'en' && locales.includes(first);
  const locale = named ? first : 'en';
  const [noun, exhibition, ...inside] = named ? rest : [first, ...rest];
  if (noun !== 'exhibitions' || exhibition !== slug) return null;
  const name = inside.join('/');
  if (name === '') return { file: `${locale}/index.html`, locale };
  if (!SAFE.test(name) || name.includes('..') || LEFT_OUT.test(name)) return null;
  // Papers are files by themselves, the same in every language.
  if (name.startsWith('papers/')) return { file: `${name}.pdf`, locale: '' };
  return { file: `${locale}/${name}.html`, locale };
}

const PICTURE =
  /^\/iiif\/3\/([0-9a-z]{10}-[0-9a-f]{8})\/([\d,a-z]{1,24})\/(\d{1,5},\d{0,5}|max)\/0\/default\.(jpg|avif)$/;

/** The file of one of our pictures; always a JPEG. Null for what is none. */
export function pictureFile(path: string): string | null {
  const [, name, region, size] = PICTURE.exec(path) ?? [];
  if (!name || !region || !size) return null;
  const part = region === 'full' ? '' : `-${region.replaceAll(',', '_')}`;
  return `pictures/${name}${part}-${size.split(',')[0]}.jpg`;
}

/** The same picture as a JPEG. */
export function jpegOf(path: string): string {
  return path.replace(/default\.avif$/, 'default.jpg');
}

/** Of styles, fonts, drawings and voices: where the file lies, by its address; null for everything else. */
export function assetFile(path: string): string | null {
  const style = /^\/_astro\/([\w.-]+)\.(css|woff2|svg|png|jpg)$/.exec(path);
  if (style) return `styles/${style[1]}.${style[2]}`;
  const accent = /^\/accent\/([\w-]+)\.css$/.exec(path);
  if (accent) return `styles/accent-${accent[1]}.css`;
  const voice = /^\/audio\/([0-9a-z]{10})$/.exec(path);
  return voice ? `audio/${voice[1]}` : null;
}

/** `../styles/a.css`: how one file of the archive names another. */
export function relative(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return `${'../'.repeat(up)}${to}`;
}

/** The widest that an archive keeps, in pixels: sharp on a large screen, and a whole exhibition fits on a stick. */
export const WIDEST = 1440;

/** Out of a `srcset` the widest picture that is not wider than `WIDEST`, else the first; null when it has none. */
export function pictureOf(srcset: string): string | null {
  const all = srcset.split(/,\s+/).flatMap((one) => {
    const [address, width = '0w'] = one.trim().split(/\s+/);
    return address ? [{ address, width: Number.parseInt(width, 10) }] : [];
  });
  const fitting = all.filter(({ width }) => width <= WIDEST);
  const best = fitting.sort((a, b) => b.width - a.width)[0] ?? all[0];
  return best?.address ?? null;
}
