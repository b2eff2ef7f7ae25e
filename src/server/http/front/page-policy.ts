import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FORMS_HEADER } from '../allow-forms.ts';
import { FRAMED_HEADER } from '../headers.ts';
import type { Answer } from './captured.ts';
import { text } from './page.ts';

/** What the build allows: directives without scripts and styles, and the hashes (`sha256-…`) of all inline texts. */
export type Allowed = {
  directives: readonly string[];
  scripts: readonly string[];
  styles: readonly string[];
};

/** The file in `dist/server` with an `Allowed`. */
export const ALLOWED_FILE = 'allowed.json';

export const digest = (inline: Buffer | string): string =>
  `sha256-${hash('sha256', inline, 'base64')}`;

const INLINE = /<(script|style)([^>]*)>/g;
/** Fetched, or data that nothing runs. */
const NOT_INLINE = /\ssrc=|"application\//;

/**
 * The Content-Security-Policy of pages. The site has some two hundred inline texts and a header is never compressed, so a
 * page names those that stand in it. A text is named only if the build made it: what a page says of itself allows nothing.
 */
export class PagePolicy {
  readonly #directives: readonly string[];
  readonly #known: { script: ReadonlySet<string>; style: ReadonlySet<string> };

  constructor({ directives, scripts, styles }: Allowed) {
    this.#directives = directives;
    this.#known = { script: new Set(scripts), style: new Set(styles) };
  }

  static read(file: URL): PagePolicy {
    return new PagePolicy(JSON.parse(readFileSync(file, 'utf8')) as Allowed);
  }

  /** Puts the policy on an answer that is a page without one. Without a body, as for a page that is streamed, it names all. */
  apply({ headers, body }: Pick<Answer, 'headers'> & { body?: Buffer }): void {
    const forms = text(headers[FORMS_HEADER]);
    const framed = text(headers[FRAMED_HEADER]);
    delete headers[FORMS_HEADER];
    delete headers[FRAMED_HEADER];
    if (!text(headers['content-type'])?.startsWith('text/html')) return;
    headers['content-security-policy'] ??= this.#write(body ? this.#used(body) : this.#known, {
      forms,
      framed,
    });
  }

  #used(page: Buffer): { script: Set<string>; style: Set<string> } {
    const used = { script: new Set<string>(), style: new Set<string>() };
    // One character for each byte, so that places in the text are places in the page.
    const latin = page.toString('latin1');
    for (const { 0: tag, 1: name, 2: attributes = '', index } of latin.matchAll(INLINE)) {
      if (NOT_INLINE.test(attributes)) continue;
      const kind = name === 'script' ? 'script' : 'style';
      const from = index + tag.length;
      const inline = page.subarray(from, latin.indexOf(`</${kind}`, from));
      const found = digest(inline);
      if (this.#known[kind].has(found)) used[kind].add(found);
    }
    return used;
  }

  #write(
    used: { script: ReadonlySet<string>; style: ReadonlySet<string> },
    { forms, framed }: { forms: string | undefined; framed: string | undefined },
  ): string {
    const own = this.#directives.map((one) => {
      if (forms && one.startsWith('form-action ')) return `${one} ${forms}`;
      return framed && one.startsWith('frame-ancestors ') ? `frame-ancestors ${framed}` : one;
    });
    const from = (hashes: ReadonlySet<string>) =>
      ["'self'", ...[...hashes].map((one) => `'${one}'`)].join(' ');
    return [...own, `script-src ${from(used.script)}`, `style-src ${from(used.style)}`].join('; ');
  }
}
