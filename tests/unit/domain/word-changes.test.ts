import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges, type TextPart } from '#src/domain/word-changes.ts';

const spaced = (text: string) => text.trim().split(/\s+/).join(' ');
const side = (parts: TextPart[], kind: 'out' | 'in') =>
  spaced(
    parts
      .filter((part) => part.kind === 'same' || part.kind === kind)
      .map(({ text }) => text)
      .join(''),
  );

describe('two texts laid over each other', () => {
  it('strike only the words that went', () => {
    expect(
      wordChanges('Packed in boxes of ten pairs.', 'Packed in boxes of twelve pairs.'),
    ).toEqual([
      { kind: 'same', text: 'Packed in boxes of ' },
      { kind: 'out', text: 'ten ' },
      { kind: 'in', text: 'twelve ' },
      { kind: 'same', text: 'pairs.' },
    ]);
  });

  it('are left apart where little of them is the same, or they are very long', () => {
    expect(wordChanges('Packed in boxes.', 'The dye is not included.')).toBeNull();
    expect(wordChanges('–', 'The dye is not included.')).toBeNull();
    const long = 'word '.repeat(801);
    expect(wordChanges(long, `${long} more`)).toBeNull();
  });

  it('keep every word of both in order', () => {
    const text = fc
      .array(fc.constantFrom('glue', 'sole', 'last', 'strap'), { minLength: 1, maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordChanges(before, after);
        if (!parts) return;
        expect(side(parts, 'out')).toBe(before);
        expect(side(parts, 'in')).toBe(after);
      }),
    );
  });
});
