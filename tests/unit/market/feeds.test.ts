import { describe, expect, it } from 'vitest';
import { newsXml } from '#src/features/catalogue/feeds/news.ts';
import {
  fixedPages,
  productPages,
  sitemapIndexXml,
  urlSetXml,
} from '#src/features/catalogue/feeds/sitemap.ts';
import { escapeXml } from '#src/features/catalogue/feeds/xml.ts';
import { messages } from '#src/i18n/messages.ts';

const site = { siteUrl: 'https://market.example', locales: ['en', 'fr'] as const };

describe('XML', () => {
  it('escapes what a seller may type, and drops what no XML may hold', () => {
    expect(escapeXml('<b> & "x"\u0000\u0008')).toBe('&lt;b&gt; &amp; &quot;x&quot;');
  });
});

describe('the sitemap', () => {
  it('lists its parts with the day of their newest page', () => {
    const xml = sitemapIndexXml(
      { parts: [{ part: 0, updatedAt: '2026-05-01' }], producers: [], clusters: [] },
      site,
    );
    expect(xml).toContain('<loc>https://market.example/sitemap/pages.xml</loc>');
    expect(xml).toContain(
      '<loc>https://market.example/sitemap/0.xml</loc><lastmod>2026-05-01</lastmod>',
    );
  });

  it('gives each page in every language of the site, and no other', () => {
    const xml = urlSetXml(productPages([{ slug: 'boot', updatedAt: '2026-05-01' }]), site);
    expect(xml).toContain('<loc>https://market.example/products/boot</loc>');
    expect(
      [...xml.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, a, b]) => [a, b]),
    ).toEqual([
      ['en', 'https://market.example/products/boot'],
      ['fr', 'https://market.example/fr/products/boot'],
      ['x-default', 'https://market.example/products/boot'],
    ]);
    expect(urlSetXml(fixedPages(), site)).toContain(
      'hreflang="fr" href="https://market.example/fr"',
    );
  });
});

describe('the news feed', () => {
  it('is in the visitor’s language and safe whatever a title says', () => {
    const xml = newsXml(
      [
        {
          slug: 'boot',
          title: 'Boot <script>',
          description: null,
          publishedAt: '2026-05-01T08:00:00Z',
          producer: { slug: 'w', name: 'A & B' },
          media: null,
        },
      ],
      { siteUrl: 'https://market.example', name: 'Isoko' },
      { locale: 'fr', t: messages('fr') },
    );
    expect(xml).toContain('<title>Boot &lt;script&gt;, A &amp; B</title>');
    expect(xml).toContain('<link>https://market.example/fr/products/boot</link>');
    expect(xml).toContain('<pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate>');
    expect(xml).not.toContain('<description></description>');
  });
});
