import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FORMS_HEADER } from '#src/server/http/allow-forms.ts';
import { FRAMED_HEADER } from '#src/server/http/headers.ts';
import { PagePolicy } from '#src/server/http/front/page-policy.ts';

const sha = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const THEME = 'dark()';
const STYLE = '.café{color:red}';
const policy = new PagePolicy({
  directives: ["default-src 'self'", "form-action 'self'", "frame-ancestors 'none'"],
  scripts: [sha(THEME), sha('elsewhere()')],
  styles: [sha(STYLE), sha('.elsewhere{}')],
});

type Headers = Record<string, string | undefined>;
function written(html: string | undefined, more: Headers = {}) {
  const headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8', ...more };
  policy.apply({ headers, ...(html === undefined ? {} : { body: Buffer.from(html) }) });
  return headers;
}
const parts = (html?: string, more?: Headers) =>
  written(html, more)['content-security-policy']?.split('; ');

describe('the policy of a page', () => {
  test('names its own inline texts and no others, whatever letters stand before them', () => {
    const html = `<p>Umuhanga w’inkweto</p><style>${STYLE}</style><script type="module">${THEME}</script>`;
    expect(parts(html)).toEqual([
      "default-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      `script-src 'self' '${sha(THEME)}'`,
      `style-src 'self' '${sha(STYLE)}'`,
    ]);
  });

  test('never names a text that the build did not make', () => {
    const html = `<script>steal()</script><style>*{display:none}</style><script>${THEME} </script><script>`;
    expect(parts(html)?.slice(3)).toEqual(["script-src 'self'", "style-src 'self'"]);
  });

  test('does not take a script for a style, nor what is fetched or only read for a script', () => {
    const html =
      `<style>${THEME}</style><script>${STYLE}</script><script src="/x.js">${THEME}</script>` +
      `<script type="application/ld+json">${THEME}</script>`;
    expect(parts(html)?.slice(3)).toEqual(["script-src 'self'", "style-src 'self'"]);
  });

  test('names everything for a page whose body is not at hand', () => {
    expect(parts(undefined)?.[3]).toBe(`script-src 'self' '${sha(THEME)}' '${sha('elsewhere()')}'`);
  });

  test('lets forms lead where the page said, and keeps that to itself', () => {
    const headers = written('', { [FORMS_HEADER]: 'https://pay.test https://too.test' });
    expect(headers['content-security-policy']).toContain(
      "; form-action 'self' https://pay.test https://too.test; ",
    );
    expect(headers).not.toHaveProperty(FORMS_HEADER);
  });

  test('lets other sites frame a page that may be framed, and keeps that to itself', () => {
    const headers = written('', { [FRAMED_HEADER]: '*' });
    expect(headers['content-security-policy']).toContain('; frame-ancestors *; ');
    expect(headers).not.toHaveProperty(FRAMED_HEADER);
    expect(written('')['content-security-policy']).toContain("; frame-ancestors 'none'; ");
  });

  test('leaves what is no page, and a policy that is there, alone', () => {
    expect(parts('{}', { 'content-type': 'application/json' })).toBeUndefined();
    expect(parts('', { 'content-security-policy': 'sandbox' })).toEqual(['sandbox']);
  });
});
