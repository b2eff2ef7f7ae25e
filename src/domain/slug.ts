/** A path segment of ours: words of a-z and 0-9 joined by single hyphens, 2 to 80 characters. The database agrees. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const SLUG_MIN = 2;
export const SLUG_MAX = 80;

/** Room is left for a suffix: the text part of a made slug is this long at most. */
const BASE_MAX = 60;

/** Words that are, or may become, a page of their own under a noun: `/products/new` is not a product. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(
  (
    'about account admin api archive assets auth cluster clusters coordination create delete edit en export feed fr ' +
    'healthz help iiif import index inquiries inquiry invitations login logout me media new null og operator page ' +
    'preview producer producers product products profile report robots rss rw search settings sign-in sign-out ' +
    'sign-up site sitemap studio sw undefined upload welcome'
  ).split(' '),
);

/** Letters that Unicode decomposition leaves alone. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ɛ: 'e',
  ɔ: 'o',
  '&': ' and ',
};

/** Whether a text may stand in a URL as one of our slugs. */
export function isSlug(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    text.length >= SLUG_MIN &&
    text.length <= SLUG_MAX &&
    SLUG.test(text)
  );
}

/**
 * A readable slug of a title: accents off, everything else a hyphen, cut at a word where possible. Reserved words get
 * `-1` behind them. Returns '' when nothing readable is left (a title in another script): the caller then names the
 * thing by its kind and a short code.
 */
export function slugOf(title: string): string {
  const ascii = [...title.toLowerCase().normalize('NFKD')].map((c) => LETTERS[c] ?? c).join('');
  const words = ascii.replace(/[\u0300-\u036f'’]/g, '').replace(/[^a-z0-9]+/g, '-');
  const slug = cut(words.replace(/^-+|-+$/g, ''));
  if (slug.length < SLUG_MIN) return '';
  return RESERVED_SLUGS.has(slug) ? `${slug}-1` : slug;
}

/** Ends at a hyphen, unless that would lose half of the text. */
function cut(text: string): string {
  if (text.length <= BASE_MAX) return text;
  const end = text.lastIndexOf('-', BASE_MAX);
  return text.slice(0, end >= BASE_MAX / 2 ? end : BASE_MAX).replace(/-+$/, '');
}

/** The nth candidate for a taken slug: the slug itself, then `-2`, `-3` … `n` is 1 or more. */
export function slugCandidate(slug: string, n: number): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a candidate number: ${n}`);
  const suffix = n === 1 ? '' : `-${n}`;
  return slug.slice(0, SLUG_MAX - suffix.length).replace(/-+$/, '') + suffix;
}
