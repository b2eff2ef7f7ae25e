import { describe, expect, it } from 'vitest';

import { LOCALES } from '#src/i18n/locales.ts';
import { ACCOUNTS, BUYERS, SUPPLIERS } from '#supabase/demo/content/accounts.ts';
import { ALT_LIMIT } from '#supabase/demo/content/alt.ts';
import { CLUSTERS } from '#supabase/demo/content/clusters.ts';
import { INQUIRIES } from '#supabase/demo/content/inquiries.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import { isTerm } from '#supabase/demo/content/vocabularies.ts';
import { BACKDROPS, KINDS, VIEWS } from '#supabase/demo/pictures/kinds.ts';
import type { PictureSpec } from '#supabase/demo/pictures/kinds.ts';
import { SWATCHES } from '#supabase/demo/pictures/swatches.ts';

const PICTURES = [...PRODUCTS, ...PRODUCERS, ...CLUSTERS].flatMap((owner) => owner.pictures);

/** What a picture shows, whatever its seed. */
function looks({ kind, view, backdrop, options, palette }: PictureSpec): string {
  return JSON.stringify([kind, view, backdrop, options, palette]);
}

function onTwentieths(degrees: number): boolean {
  return Math.abs(degrees * 20 - Math.round(degrees * 20)) < 1e-9;
}

describe('producers and clusters', () => {
  it('are at least 24 producers in 3 clusters, each with something to show', () => {
    expect(PRODUCERS.length).toBeGreaterThanOrEqual(24);
    expect(CLUSTERS.length).toBeGreaterThanOrEqual(3);
    expect(new Set(PRODUCERS.map((producer) => producer.slug)).size).toBe(PRODUCERS.length);
    const published = PRODUCTS.filter((product) => product.state === 'published');
    for (const { slug, memberships, pictures } of PRODUCERS) {
      expect(published.filter((product) => product.producer === slug).length, slug).toBeGreaterThan(
        3,
      );
      expect(memberships.every((key) => CLUSTERS.some((cluster) => cluster.slug === key))).toBe(
        true,
      );
      expect(pictures.length, slug).toBeGreaterThan(0);
    }
  });

  it('tell a story of 80 to 140 words in English, and tell it in Kinyarwanda too', () => {
    for (const { slug, story, tagline, capacity } of PRODUCERS) {
      const count = story.en.trim().split(/\s+/).length;
      expect(count >= 80 && count <= 140, `${slug}: ${count} words`).toBe(true);
      expect(story.rw, slug).toBeTruthy();
      for (const locale of LOCALES) {
        expect(tagline[locale].length, slug).toBeLessThanOrEqual(200);
        expect(capacity[locale].length, slug).toBeLessThanOrEqual(300);
      }
    }
  });

  it('count their people without contradiction and hold certificates that exist', () => {
    for (const { slug, people, techniques, certifications } of PRODUCERS) {
      expect(Math.max(people.women, people.youth), slug).toBeLessThanOrEqual(people.total);
      expect(
        techniques.every((key) => isTerm('technique', key)),
        slug,
      ).toBe(true);
      expect(
        certifications.every(({ term }) => isTerm('certification', term)),
        slug,
      ).toBe(true);
    }
  });

  it('are placed no closer than 0.05 degrees', () => {
    for (const { slug, place } of [...PRODUCERS, ...CLUSTERS]) {
      expect(onTwentieths(place.latitude) && onTwentieths(place.longitude), slug).toBe(true);
    }
  });
});

describe('pictures', () => {
  it('use kinds, options, colours, views and backdrops that can be drawn', () => {
    for (const { spec } of PICTURES) {
      const kind = KINDS[spec.kind];
      const options = Object.entries(spec.options ?? {});
      const wrong = options.filter(([name, value]) => !kind.options[name]?.includes(value));
      expect(wrong, spec.seed).toEqual([]);
      for (const [role, colour] of Object.entries(spec.palette ?? {})) {
        expect(Object.keys(kind.colours), `${spec.seed}: ${role}`).toContain(role);
        expect(Object.keys(SWATCHES), spec.seed).toContain(colour);
      }
      expect(VIEWS).toContain(spec.view);
      expect(BACKDROPS).toContain(spec.backdrop);
    }
  });

  it('are one to four a product, and no two products look alike', () => {
    for (const { key, pictures } of PRODUCTS) {
      expect(pictures.length >= 1 && pictures.length <= 4, key).toBe(true);
    }
    const all = PICTURES.map(({ spec }) => looks(spec));
    expect(all.filter((look, index) => all.indexOf(look) !== index)).toEqual([]);
  });

  it('have an alt text in every language that a listener can bear', () => {
    for (const { spec, alt } of PICTURES) {
      for (const locale of LOCALES) {
        expect(alt[locale].trim(), `${spec.seed} ${locale}`).not.toBe('');
        expect(alt[locale].length, `${spec.seed} ${locale}`).toBeLessThanOrEqual(ALT_LIMIT);
        expect(alt[locale]).not.toContain('{');
      }
    }
  });
});

describe('accounts and inquiries', () => {
  it('belong to organisations of the demo', () => {
    const organisations: Record<string, readonly string[]> = {
      producer: PRODUCERS.map((producer) => producer.slug),
      coordinator: CLUSTERS.map((cluster) => cluster.slug),
      buyer: BUYERS.map((buyer) => buyer.key),
      supplier: SUPPLIERS.map((supplier) => supplier.key),
    };
    for (const { email, role, organisation } of ACCOUNTS) {
      expect(email).toMatch(/@isoko\.test$/);
      if (role === 'operator') expect(organisation).toBeNull();
      else expect(organisations[role]).toContain(organisation);
    }
  });

  it('ask for published products, in multiples that are sold', () => {
    for (const { key, buyer, product, quantity, messages, state } of INQUIRIES) {
      expect(
        BUYERS.some((known) => known.key === buyer),
        key,
      ).toBe(true);
      const listing = PRODUCTS.find((known) => known.key === product);
      expect(listing?.state, key).toBe('published');
      expect(quantity % (listing?.orderMultiple ?? 0), key).toBe(0);
      expect(messages[0]?.side).toBe('buyer');
      expect(messages.some(({ side }) => side === 'producer')).toBe(state === 'answered');
    }
  });
});
