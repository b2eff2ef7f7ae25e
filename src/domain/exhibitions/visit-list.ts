/** What a visitor chose in one exhibition: slugs of objects, in the order they were chosen, kept in a cookie. */
const MOST = 60;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;
/** A browser drops a cookie above four kilobytes, silently and whole. */
const LONGEST = 3600;
/** No slug has it, and no cookie needs it escaped. */
const BETWEEN = '.';

/** Reads what a cookie holds; whatever cannot be a slug is left out, so a cookie that somebody bent does no harm. */
export function readVisit(cookie: string | undefined): string[] {
  const slugs = (cookie ?? '').split(BETWEEN).filter((slug) => isSlug(slug));
  return [...new Set(slugs)].slice(0, MOST);
}

function isSlug(slug: string): boolean {
  return slug.length <= LONGEST_SLUG && SLUG.test(slug);
}

/** The list with one more, or one less. The oldest make room when it is full. */
export function changeVisit(
  list: readonly string[],
  slug: string,
  change: 'add' | 'remove',
): string[] {
  const others = list.filter((one) => one !== slug);
  if (change === 'remove' || !isSlug(slug)) return others;
  const next = [...others, slug].slice(-MOST);
  while (next.join(BETWEEN).length > LONGEST) next.shift();
  return next;
}

/** What the cookie holds. */
export function writeVisit(list: readonly string[]): string {
  return list.join(BETWEEN);
}
