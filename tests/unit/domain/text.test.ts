import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altDraft, fillTemplate } from '#src/domain/alt-draft.ts';
import { CURSOR_MAX_LENGTH, decodeCursor, encodeCursor, isCursor } from '#src/domain/cursor.ts';
import { LISTING_LIMITS } from '#src/domain/listing.ts';
import {
  cleanQuery,
  fold,
  QUERY_MAX,
  QUERY_WORDS_MAX,
  searchWords,
} from '#src/domain/search-text.ts';
import { isSlug, RESERVED_SLUGS, SLUG_MAX, slugCandidate, slugOf } from '#src/domain/slug.ts';

const anything = fc.string({ unit: 'binary', maxLength: 200 });

describe('slugs', () => {
  it.each([
    ['Men’s Brogue, hand-stitched', 'mens-brogue-hand-stitched'],
    ['Sac à main en cuir tressé', 'sac-a-main-en-cuir-tresse'],
    ['Straße & Œuvre Ærø Łódź', 'strasse-and-oeuvre-aero-lodz'],
    ['  --Ikivuguto--  ', 'ikivuguto'],
    ['N°5 ½ m²', 'n-5-1-2-m2'],
    ['ﬁne ＡＢ', 'fine-ab'],
    ['New', 'new-1'],
    ['皮鞋', ''],
    ['a', ''],
    ['a1', 'a1'],
    ['', ''],
    ['...', ''],
  ])('%j → %j', (title, slug) => expect(slugOf(title)).toBe(slug));

  it('are empty or valid, free and stable, whatever the title', () => {
    fc.assert(
      fc.property(anything, (title) => {
        const slug = slugOf(title);
        if (slug === '') return;
        expect(isSlug(slug) && !RESERVED_SLUGS.has(slug)).toBe(true);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });

  it('are cut between words, and in a word only when it is very long', () => {
    expect(slugOf(`${'leather '.repeat(20)}`)).toBe(
      'leather-leather-leather-leather-leather-leather-leather',
    );
    expect(slugOf(`${'x'.repeat(57)} ab`)).toBe(`${'x'.repeat(57)}-ab`);
    expect(slugOf(`${'x'.repeat(30)} ${'y'.repeat(60)}`)).toBe('x'.repeat(30));
    expect(slugOf('x'.repeat(100))).toBe('x'.repeat(60));
    expect(slugOf(`a ${'x'.repeat(100)}`)).toBe(`a-${'x'.repeat(58)}`);
  });

  it('get a number when taken, and stay valid', () => {
    expect([slugCandidate('bag', 1), slugCandidate('bag', 2), slugCandidate('bag', 17)]).toEqual([
      'bag',
      'bag-2',
      'bag-17',
    ]);
    expect(slugCandidate(`${'x'.repeat(77)}-ab`, 2)).toBe(`${'x'.repeat(77)}-2`);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{2,40}(-[a-z0-9]{1,39})?$/),
        fc.integer({ min: 1, max: 1e9 }),
        (slug, n) => {
          expect(isSlug(slugCandidate(slug, n))).toBe(true);
        },
      ),
    );
    for (const bad of [0, -1, 1.5, NaN])
      expect(() => slugCandidate('bag', bad)).toThrow(RangeError);
  });

  it('are nothing else', () => {
    for (const good of ['ab', 'x'.repeat(SLUG_MAX), '1-2-3']) expect(isSlug(good)).toBe(true);
    for (const bad of [
      '',
      'a',
      'A-b',
      '-ab',
      'ab-',
      'a--b',
      'a b',
      'é1',
      'a/b',
      'ab\n',
      'x'.repeat(SLUG_MAX + 1),
      null,
      5,
    ]) {
      expect(isSlug(bad)).toBe(false);
    }
  });
});

describe('queries', () => {
  it('are one clean line', () => {
    expect(cleanQuery('  red\t\n shoe\u0000s\u200b  ')).toBe('red shoe s');
    expect(cleanQuery(`  ${'x'.repeat(QUERY_MAX)}`)).toHaveLength(QUERY_MAX);
    expect(cleanQuery(`${'x'.repeat(QUERY_MAX - 1)} y`)).toBe('x'.repeat(QUERY_MAX - 1));
    expect(cleanQuery('\ud800x')).toBe('\ufffdx');
    expect([...cleanQuery('👞'.repeat(200))]).toHaveLength(QUERY_MAX);
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanQuery(text);
        expect(cleanQuery(clean)).toBe(clean);
        expect([...clean].length).toBeLessThanOrEqual(QUERY_MAX);
      }),
    );
  });

  it('fold to words that two spellings share', () => {
    expect(fold('Café')).toBe(fold('CAFE'));
    expect(searchWords("L'Écharpe, l'écharpe & 2 sacs!")).toEqual(['l', 'echarpe', '2', 'sacs']);
    expect(searchWords('  ')).toEqual([]);
    expect(searchWords('a b c d e f g h i j')).toHaveLength(QUERY_WORDS_MAX);
    expect(searchWords("'; drop table products; --")).toEqual(['drop', 'table', 'products']);
    fc.assert(
      fc.property(anything, (text) => {
        for (const word of searchWords(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('cursors', () => {
  const key = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );

  it('come back as they were', () => {
    fc.assert(
      fc.property(key, fc.uuid(), (k, id) => {
        const text = encodeCursor({ key: k, id });
        expect(isCursor(text)).toBe(true);
        expect(decodeCursor(text)).toEqual({
          ok: true,
          value: { key: Object.is(k, -0) ? 0 : k, id },
        });
      }),
    );
  });

  it('are refused when we cannot have made them', () => {
    const made = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, '');
    const wrong = [
      [1],
      [1, 'a', 2],
      [1, 5],
      [{}, 'a'],
      [[], 'a'],
      [true, 'a'],
      [1, ''],
      [1, "a'b"],
      { key: 1 },
      'x',
      null,
    ];
    for (const text of [
      '',
      'a+b',
      '%',
      '!!!',
      'abc',
      'x'.repeat(CURSOR_MAX_LENGTH + 1),
      ...wrong.map(made),
    ]) {
      expect(decodeCursor(text)).toMatchObject({ ok: false, failure: { code: 'cursor_invalid' } });
    }
    expect(decodeCursor(btoa('[1e999,"a"]').replace(/=+$/, ''))).toMatchObject({ ok: false });
    expect(() => encodeCursor({ key: 'x'.repeat(CURSOR_MAX_LENGTH), id: 'a' })).toThrow(RangeError);
    fc.assert(
      fc.property(anything, (text) => {
        decodeCursor(text);
      }),
    );
  });
});

describe('alt drafts', () => {
  const en =
    '{title}[ in {materials}][, {techniques}][, made by {producer}][ in {place}][ (picture {n} of {total})]';
  const full = {
    title: 'Brogue',
    materials: ['cow leather', 'rubber'],
    producer: 'Abahuje',
    place: 'Huye',
    position: 2,
    total: 3,
  };

  it('say what is known and leave out what is not', () => {
    expect(altDraft(en, full, 'en')).toBe(
      'Brogue in cow leather and rubber, made by Abahuje in Huye (picture 2 of 3)',
    );
    expect(altDraft(en, { title: ' Brogue\n' }, 'en')).toBe('Brogue');
    expect(
      altDraft(en, { ...full, total: 1, position: 1, materials: [' '], place: '' }, 'en'),
    ).toBe('Brogue, made by Abahuje');
    expect(altDraft(en, { title: '  ', producer: 'Abahuje' }, 'en')).toBe('');
    expect(altDraft(en, { title: 'Bag', materials: ['a', 'b', 'c', 'd'] }, 'fr')).toBe(
      'Bag in a, b et c',
    );
  });

  it('take words as words: a title is no template', () => {
    expect(
      altDraft('{title}[ in {place}]', { title: 'Bag {place} [x] $&', place: 'Huye' }, 'en'),
    ).toBe('Bag {place} [x] $& in Huye');
    expect(fillTemplate('{constructor}{toString}|', {})).toBe('|');
    expect(fillTemplate('a[ {x} of {y}]', { x: '1', y: ' ' })).toBe('a');
    expect(fillTemplate('a[ {x} of {y}][ end]', { x: ' 1 ', y: '2' })).toBe('a 1 of 2 end');
  });

  it('fit, and end at a word', () => {
    const most = 'x'.repeat(LISTING_LIMITS.altMax);
    expect(altDraft('{title}', { title: most }, 'en')).toBe(most);
    expect(altDraft('{title}', { title: `${most}y` }, 'en')).toBe(`${most.slice(1)}…`);
    const anyLong = fc.string({ unit: 'binary', minLength: 0, maxLength: 700 });
    const long = altDraft('{title}', { title: 'leather '.repeat(80) }, 'en');
    expect(long).toMatch(/leather…$/);
    fc.assert(
      fc.property(anyLong, anyLong, (title, producer) => {
        const alt = altDraft(en, { title, producer }, 'en');
        expect([...alt].length).toBeLessThanOrEqual(LISTING_LIMITS.altMax);
        expect(alt).toBe(alt.trim());
        expect(alt === '').toBe(title.trim() === '');
      }),
    );
  });
});
