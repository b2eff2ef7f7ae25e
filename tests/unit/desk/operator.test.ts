import { describe, expect, test } from 'vitest';
import { decodeCursor } from '#src/domain/cursor.ts';
import { categoryTree, possibleParents } from '#src/features/operator/category-tree.ts';
import { accentAdvice, contrast } from '#src/features/operator/contrast.ts';
import { deskList } from '#src/features/operator/desk-list.ts';
import type { CategoryRow } from '#src/features/operator/queries.ts';
import { categoryInput, settingsInput } from '#src/features/operator/schema.ts';

const category = (id: string, parentId: string | null, names = { en: id }): CategoryRow => ({
  id,
  key: id,
  parentId,
  hsHeading: null,
  unit: null,
  hidden: false,
  names,
  products: 0,
});

describe('the category tree', () => {
  const rows = [
    category('shoes', null, { en: 'Shoes', fr: 'Chaussures' } as { en: string }),
    category('bags', null),
    category('boots', 'shoes', { en: 'Boots' }),
    category('ankle', 'boots'),
    category('sandals', 'shoes'),
  ];

  test('is an outline, each under its parent, in the reader’s language where there is one', () => {
    const tree = categoryTree(rows, 'fr');
    expect(tree.map((node) => `${node.depth} ${node.path}`)).toEqual([
      '0 Chaussures',
      '1 Chaussures › Boots',
      '2 Chaussures › Boots › ankle',
      '1 Chaussures › sandals',
      '0 bags',
    ]);
    expect(tree.filter((node) => node.first).map((node) => node.id)).toEqual([
      'shoes',
      'boots',
      'ankle',
    ]);
    expect(tree.filter((node) => node.last).map((node) => node.id)).toEqual([
      'ankle',
      'sandals',
      'bags',
    ]);
  });

  test('offers every parent but the category itself and what lies below it', () => {
    const tree = categoryTree(rows, 'en');
    expect(possibleParents(tree, 'shoes').map((node) => node.id)).toEqual(['bags']);
    expect(possibleParents(tree, 'boots').map((node) => node.id)).toEqual([
      'shoes',
      'sandals',
      'bags',
    ]);
    expect(possibleParents(tree)).toHaveLength(5);
  });
});

describe('the main colour', () => {
  test('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
  });

  test('is judged: a pale one is drawn darker, a grey one is said to be grey', () => {
    expect(accentAdvice('#8c1d18')).toMatchObject({ readable: true, grey: false });
    expect(accentAdvice('#ffd54f')).toMatchObject({ readable: false, grey: false });
    expect(accentAdvice('#808080')).toMatchObject({ grey: true });
    expect(accentAdvice('#ffd54f')?.drawn).toMatch(/^oklch\(0\.42 /);
    expect(accentAdvice('red')).toBeNull();
  });
});

describe('a list of the desk', () => {
  const states = ['pending', 'active'] as const;
  const rows = [{ id: 'aa', createdAt: '2026-11-23T03:00:00.123456+00:00' }];

  test('keeps words and state on the way to the next page', () => {
    const list = deskList(new URLSearchParams('q=+Boots+&state=active'), '/operator/x', states);
    expect(list.asked).toEqual({ query: 'Boots', state: 'active', before: undefined });
    const next = new URL(list.next(rows, 1)!, 'http://x');
    expect(next.searchParams.get('q')).toBe('Boots');
    expect(next.searchParams.get('state')).toBe('active');
    expect(decodeCursor(next.searchParams.get('before')!)).toEqual({
      ok: true,
      value: { key: rows[0]!.createdAt, id: 'aa' },
    });
    expect(list.next(rows, 2)).toBeUndefined();
    expect(list.previous).toBeUndefined();
  });

  test('ignores a state that there is not, and leads back from later pages', () => {
    const list = deskList(new URLSearchParams('state=eaten&before=x'), '/operator/x', states);
    expect(list.asked.state).toBeNull();
    expect(list.previous).toBe('/operator/x');
    const tabs = list.tabs({ all: 'All', pending: 'P', active: 'A' }, { active: 2 });
    expect(tabs.map(({ href, count }) => [href, count])).toEqual([
      ['/operator/x', 2],
      ['/operator/x?state=pending', 0],
      ['/operator/x?state=active', 2],
    ]);
  });
});

describe('the forms', () => {
  const settings = {
    name: 'Isoko',
    tagline: null,
    ownAccent: true,
    accent: '#8C1D18',
    locales: ['en'],
    currencies: 'rwf, usd eur RWF',
    approves: false,
    mailFromName: 'Isoko',
    mailFromAddress: 'no-reply@example.org',
    contactEmail: null,
  };
  const codes = (input: object) => {
    const result = settingsInput.safeParse({ ...settings, ...input });
    return result.success ? [] : result.error.issues.map((issue) => [issue.path[0], issue.message]);
  };

  test('read currencies as people write them', () => {
    expect(settingsInput.parse(settings)).toMatchObject({
      currencies: ['RWF', 'USD', 'EUR'],
      accent: '#8c1d18',
      tagline: '',
    });
    expect(codes({ currencies: 'RWF XYZ' })).toEqual([['currencies', 'unknown_currency']]);
    expect(codes({ currencies: ' ' })).toEqual([['currencies', 'required']]);
    expect(codes({ locales: [] })).toEqual([['locales', 'required']]);
  });

  test('take an HS heading of four to six digits or none', () => {
    const form = { id: crypto.randomUUID(), hidden: false, name_en: 'Boots' };
    for (const hsHeading of [null, '6403', '640391']) {
      expect(categoryInput.safeParse({ ...form, hsHeading }).success, String(hsHeading)).toBe(true);
    }
    for (const hsHeading of ['640', '64.03', 'abcd']) {
      const result = categoryInput.safeParse({ ...form, hsHeading });
      expect(result.error?.issues.map((issue) => issue.message)).toEqual(['hs_heading_invalid']);
    }
  });
});
