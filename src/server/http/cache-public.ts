/** Header between a page and the front cache; the server entry takes it off before the answer leaves. */
export const CACHE_HEADER = 'x-isoko-cache';

export type CachePolicy = {
  /** What the page shows; a write to any of them (NOTIFY isoko_cache) drops the page at once. */
  tags: readonly string[];
  /** Longest life without any write, in seconds. */
  seconds: number;
  /** Query parameters that change the page. All others are ignored: `utm_source` must not render it again. */
  params: readonly string[];
};

/** Every page depends on the site's settings. */
export const SITE_TAG = 'site';

const NAME = /^[\w:.-]+$/;

/**
 * Marks a page as the same for every visitor without a cookie. Throws when a tag or parameter is not a plain word.
 * Call it only where nothing personal is rendered for a visitor without a cookie.
 */
export function cachePublic(
  context: { response: { headers: Headers } },
  policy: { tags: readonly string[]; seconds: number; params?: readonly string[] },
): void {
  context.response.headers.set(CACHE_HEADER, formatPolicy({ params: [], ...policy }));
}

/** The header's text: `300|site,products|page,q`. */
export function formatPolicy(policy: CachePolicy): string {
  const tags = [...new Set([SITE_TAG, ...policy.tags.flatMap(withNoun)])];
  for (const name of [...tags, ...policy.params]) {
    if (!NAME.test(name))
      throw new Error(`not a cache tag or parameter name: ${JSON.stringify(name)}`);
  }
  return `${Math.floor(policy.seconds)}|${tags.join(',')}|${[...policy.params].sort().join(',')}`;
}

/** A write to very many things at once names only the noun, so `product:42` depends on `product` too. */
function withNoun(tag: string): string[] {
  const colon = tag.indexOf(':');
  return colon < 0 ? [tag] : [tag, tag.slice(0, colon)];
}

/** Reads the header back; undefined when it is absent or says nothing may be kept. */
export function parsePolicy(header: string | undefined): CachePolicy | undefined {
  const [seconds, tags, params] = header?.split('|') ?? [];
  if (!seconds || !tags || params === undefined || !(Number(seconds) > 0)) return undefined;
  return {
    seconds: Number(seconds),
    tags: tags.split(','),
    params: params ? params.split(',') : [],
  };
}
