import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importCard } from '#src/domain/exhibitions/iiif-import.ts';

describe('a card of another site’s document', () => {
  it('holds only what the table takes, whatever came', () => {
    const any = fc.anything({ withNullPrototype: true });
    const wild = fc.record({
      type: fc.constantFrom('Manifest', 'Collection'),
      label: fc.dictionary(fc.string({ maxLength: 5 }), any),
      thumbnail: any,
      homepage: any,
      provider: any,
      requiredStatement: any,
      rights: any,
      items: any,
    });
    fc.assert(
      fc.property(wild, (document) => {
        const card = importCard(document)!;
        expect(JSON.stringify(card)).not.toContain('\\u0000');
        for (const texts of Object.values(card.label))
          for (const text of texts) expect([...text].length).toBeLessThanOrEqual(300);
        expect(card.items).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has no address that could run, and none of another scheme than the web’s', () => {
    for (const id of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//x',
      5,
      null,
    ]) {
      const document = {
        type: 'Manifest',
        label: {},
        thumbnail: [{ id }],
        homepage: [{ id }],
        rights: id,
      };
      expect(importCard(document)).toMatchObject({ thumbnail: null, homepage: null, rights: null });
    }
  });

  it('is of a manifest or a collection only', () => {
    for (const document of [null, [], 'x', { type: 'Canvas', label: {} }, { type: 'Manifest' }])
      expect(importCard(document)).toBeNull();
  });
});
