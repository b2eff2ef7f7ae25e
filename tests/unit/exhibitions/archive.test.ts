import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedHtml } from '#src/domain/exhibitions/archive-page.ts';
import {
  pageFile,
  pictureFile,
  pictureOf,
  relative,
} from '#src/domain/exhibitions/archive-paths.ts';
import { makeArchive, type SiteAnswer } from '#src/server/archive/make-archive.ts';

const LOCALES = ['en', 'fr', 'rw', 'sw'];
const PHOTO = '/iiif/3/0123456789-abcdef01';

describe('a file of the archive', () => {
  it('has a name for each page of the exhibition, and none for what visitors do', () => {
    const file = (path: string) => pageFile(path, 'leather', LOCALES)?.file ?? null;
    expect(file('/exhibitions/leather')).toBe('en/index.html');
    expect(file('/fr/exhibitions/leather/halls/big')).toBe('fr/halls/big.html');
    expect(file('/rw/exhibitions/leather/tours/round/2')).toBe('rw/tours/round/2.html');
    for (const path of [
      '/exhibitions/other',
      '/exhibitions/leather-2',
      '/exhibitions/leather/visit',
      '/exhibitions/leather/search',
      '/exhibitions/leather/booths/akagera/meetings',
      '/exhibitions/leather/../../etc/passwd',
      '/exhibitions/leather/halls/..',
      '/exhibitions/leather/halls/big?x=1',
      '/products/leather',
    ])
      expect(file(path), path).toBeNull();
  });

  it('is named from every other by a relative way', () => {
    expect(relative('en/halls/big.html', 'pictures/a.jpg')).toBe('../../pictures/a.jpg');
    expect(relative('index.html', 'en/index.html')).toBe('en/index.html');
  });

  it('is a JPEG of a sensible size', () => {
    expect(pictureFile(`${PHOTO}/full/960,640/0/default.jpg`)).toBe(
      'pictures/0123456789-abcdef01-960.jpg',
    );
    expect(pictureFile(`${PHOTO}/10,20,300,200/300,200/0/default.jpg`)).toBe(
      'pictures/0123456789-abcdef01-10_20_300_200-300.jpg',
    );
    expect(pictureFile('/iiif/3/../../x/full/max/0/default.jpg')).toBeNull();
    expect(pictureOf('/a 320w, /b 1440w, /c 2048w')).toBe('/b');
  });
});

describe('a page of the archive', () => {
  const page = (html: string) =>
    archivedHtml(html, (address, kind) => (address.startsWith('/in/') ? `../${kind}.x` : null));

  it('has no script, form or button, whatever is nested in it', () => {
    const said = page(
      '<p>a<script>if (a < b) { "</p>" }</script><form><form></form><p>no</p></form><button>b</button><template><p>t</p></template>z</p>',
    );
    expect(said).toBe('<p>az</p>');
  });

  it('keeps a link to what is there, to another place in it, and words of all others', () => {
    expect(page('<a href="/in/x#top">x</a>')).toBe('<a href="../page.x#top">x</a>');
    expect(page('<a class="b" href="/out">x</a>')).toBe('<a class="b">x</a>');
    expect(page('<a class="button x" href="/out">Buy</a>z')).toBe('z');
    expect(page('<a href="#here">x</a>')).toBe('<a href="#here">x</a>');
  });

  it('shows one file of each picture', () => {
    const html =
      '<picture><source type="image/avif" srcset="/x 1w"><img src="/in/s" srcset="/in/a 320w, /in/b 2048w" sizes="9vw" loading="lazy" alt="A &quot;shoe&quot;"></picture>';
    expect(page(html)).toBe('<picture><img src="../file.x" alt="A &quot;shoe&quot;"></picture>');
  });

  it('leaves text and drawings as they were', () => {
    const html =
      '<h1 lang="fr">5 &lt; 6</h1><!-- c --><svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>';
    expect(page(html)).toBe(html.replace('<!-- c -->', ''));
  });
});

describe('an archive of a small site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isoko-test-'));
  const to = join(folder, 'a.zip');
  const site = 'https://market.example';
  const asked: string[] = [];
  const head = (title: string, lang: string) =>
    `<html lang="${lang}"><head><title>${title}</title><link rel="stylesheet" href="/_astro/a.css"></head><body><header><a href="/">Home</a></header>`;
  const pictures = `<img src="${PHOTO}/full/320,200/0/default.jpg" srcset="${PHOTO}/full/320,200/0/default.jpg 320w, ${PHOTO}/full/2048,1300/0/default.jpg 2048w" alt="A shoe">`;
  const answers: Record<string, [type: string, body: string]> = {
    '/_astro/a.css': [
      'text/css',
      '@font-face{src:url(/_astro/f.woff2)} p{background:url("/other/x.png")}',
    ],
    '/_astro/f.woff2': ['font/woff2', 'font'],
    [`${PHOTO}/full/320,200/0/default.jpg`]: ['image/jpeg', 'small'],
    '/iiif/collection/leather.json': [
      'application/ld+json',
      JSON.stringify({
        type: 'Collection',
        items: [
          { id: `${site}/iiif/manifest/leather/shoe.json`, type: 'Manifest' },
          { id: 'https://museum.example/m.json', type: 'Manifest' },
        ],
      }),
    ],
    '/iiif/manifest/leather/shoe.json': [
      'application/ld+json',
      JSON.stringify({ body: `${site}${PHOTO}/full/320,200/0/default.jpg` }),
    ],
  };
  for (const [prefix, lang] of [
    ['', 'en'],
    ['/fr', 'fr'],
  ] as const) {
    answers[`${prefix}/exhibitions/leather`] = [
      'text/html; charset=utf-8',
      `${head('Leather', lang)}<main><a href="${prefix}/exhibitions/leather/halls/big">Hall</a><a href="${prefix}/products/shoe">Product</a><a href="https://elsewhere.example/">x</a><a href="${prefix}/exhibitions/leather/halls/gone">gone</a></main></body></html>`,
    ];
    answers[`${prefix}/exhibitions/leather/halls/big`] = [
      'text/html',
      `${head('Hall', lang)}<main>${pictures}<a href="${prefix}/exhibitions/leather">Back</a></main></body></html>`,
    ];
  }
  const get = async (path: string): Promise<SiteAnswer> => {
    asked.push(path);
    const [type, body] = answers[path] ?? ['text/plain', ''];
    return { status: path in answers ? 200 : 404, type, bytes: new TextEncoder().encode(body) };
  };
  let files: Record<string, string> = {};

  beforeAll(async () => {
    const made = await makeArchive({ slug: 'leather', siteUrl: site, get, to, day: '2026-11-23' });
    expect(made).toMatchObject({ pages: 4, bytes: statSync(to).size });
    const zip = unzipSync(new Uint8Array(readFileSync(to)));
    files = Object.fromEntries(
      Object.entries(zip).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has every page in every language that there is, and asks for nothing twice', () => {
    const pages = Object.keys(files).filter((name) => name.endsWith('.html'));
    expect(pages.sort()).toEqual([
      'en/halls/big.html',
      'en/index.html',
      'fr/halls/big.html',
      'fr/index.html',
      'index.html',
    ]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('has no link or picture that leads to nothing, and none that needs the site', () => {
    for (const [name, text] of Object.entries(files)) {
      if (!/\.(?:html|css)$/.test(name)) continue;
      const named = [...text.matchAll(/(?:href|src)="([^"#]+)|url\(["']?([^)"']+)/g)].map(
        (m) => m[1] ?? m[2]!,
      );
      for (const target of named.filter((one) => !/^(?:https:\/\/elsewhere|data:)/.test(one))) {
        const file = posix.join(posix.dirname(name), target);
        expect(Object.keys(files), `${name} → ${target}`).toContain(file);
      }
    }
    expect(files['en/index.html']).toContain('<a>Product</a>');
    expect(files['en/index.html']).toContain('href="../fr/index.html"');
    expect(files['en/index.html']).not.toContain('Home');
  });

  it('has the documents as they were, and says where their things lie', () => {
    expect(files['iiif/manifest/leather/shoe.json']).toBe(
      answers['/iiif/manifest/leather/shoe.json']![1],
    );
    expect(JSON.parse(files['iiif/addresses.json']!)).toEqual({
      [`${site}/iiif/collection/leather.json`]: 'iiif/collection/leather.json',
      [`${site}/iiif/manifest/leather/shoe.json`]: 'iiif/manifest/leather/shoe.json',
      [`${site}${PHOTO}/full/320,200/0/default.jpg`]: 'pictures/0123456789-abcdef01-320.jpg',
    });
  });
});
