import type { SiteAnswer } from './make-archive.ts';

const ANSWER_MS = 60_000;

/** Reads paths of the site over HTTP, as a visitor without a cookie. A redirect is an answer like any other. */
export function siteReader(siteUrl: string): (path: string) => Promise<SiteAnswer> {
  return async (path) => {
    const answer = await fetch(siteUrl + path, {
      redirect: 'manual',
      headers: { accept: '*/*', 'user-agent': 'Isoko archive' },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const type = answer.headers.get('content-type') ?? '';
    if (answer.status >= 500) throw new Error(`the site answered ${answer.status} to ${path}`);
    return { status: answer.status, type, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
}
