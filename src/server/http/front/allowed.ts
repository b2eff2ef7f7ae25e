import { writeFileSync } from 'node:fs';
import type { AstroIntegration, HookParameters } from 'astro';
import { ALLOWED_FILE, digest, type Allowed } from './page-policy.ts';

/**
 * Takes what Astro's `security.csp` has worked out (every inline text of the build, by its hash) for `PagePolicy`, and
 * switches Astro's own header off: it would name all of them on every page, and hash a page's styles anew each time.
 */
export function allowedTexts(): AstroIntegration {
  let allowed: Allowed | undefined;
  let folder: URL | undefined;
  return {
    name: 'isoko:allowed',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = config.build.server;
      },
      'astro:build:ssr': ({ manifest }) => {
        const { csp } = manifest;
        if (!csp) throw new Error('security.csp is switched off: no page would have a policy');
        allowed = {
          directives: csp.directives,
          scripts: hashesOf(csp.scriptDirective),
          styles: [...new Set([...hashesOf(csp.styleDirective), ...joinedStyles(manifest)])],
        };
        manifest.shouldInjectCspMetaTags = false;
      },
      'astro:build:done': () => {
        if (!allowed || !folder) throw new Error('the build told nothing of its inline texts');
        writeFileSync(new URL(ALLOWED_FILE, folder), JSON.stringify(allowed));
      },
    },
  };
}

type Manifest = HookParameters<'astro:build:ssr'>['manifest'];
type Hashes = Pick<NonNullable<Manifest['csp']>['styleDirective'], 'hashes'>;

const hashesOf = ({ hashes }: Hashes): string[] =>
  hashes.map((one) => (typeof one === 'string' ? one : one.hash));

/** Small sheets that follow one another stand in their page as one, of which Astro's list does not know. */
function joinedStyles({ routes }: Manifest): string[] {
  return routes
    .flatMap(({ styles }) => styles)
    .flatMap((style) => (style.type === 'inline' ? digest(style.content) : []));
}
