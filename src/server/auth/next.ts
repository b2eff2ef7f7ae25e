/**
 * Where to go after signing in: a path on this site, or `fallback` for anything else
 * (`//evil.example`, `/\evil.example`, `javascript:`, another origin).
 */
export function safeNext(next: string | null | undefined, fallback: string): string {
  if (!next || !next.startsWith('/') || /^\/[/\\]/.test(next) || /[\u0000-\u001f\\]/.test(next))
    return fallback;
  const base = 'http://site.invalid';
  const url = URL.parse(next, base);
  // `/.//evil.example` is a path on this site that is written `//evil.example` once it is resolved.
  if (url?.pathname.startsWith('//')) return fallback;
  return url?.origin === base ? url.pathname + url.search + url.hash : fallback;
}
