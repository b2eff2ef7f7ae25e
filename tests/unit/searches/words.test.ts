import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '#src/domain/facets.ts';
import { nameKey } from '#src/features/searches/names.ts';
import { searchParts } from '#src/features/searches/words.ts';
import { messages } from '#src/i18n/messages.ts';

describe('a saved search in words', () => {
  const names = new Map([
    [nameKey('category', 'bags-and-cases'), 'Sacs et mallettes'],
    [nameKey('material', 'cow-leather'), 'Cuir de vache'],
    [nameKey('cluster', 'masoro'), 'Groupement de Masoro'],
  ]);
  const words = { locale: 'fr', t: messages('fr') } as const;

  it('calls things by their names in the reader’s language, and what is gone by its key', () => {
    const state = {
      ...EMPTY_STATE,
      category: 'bags-and-cases',
      cluster: ['masoro'],
      country: ['RW'],
      material: ['cow-leather', 'sea-grass'],
    };
    expect(searchParts(state, names, words).map((part) => part.split('\u00a0: ').at(-1))).toEqual([
      'Sacs et mallettes',
      'Groupement de Masoro',
      'Rwanda',
      'Cuir de vache',
      'sea grass',
    ]);
  });
});
