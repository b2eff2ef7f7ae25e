import { describe, expect, it } from 'vitest';
import { changeGroups } from '#src/features/quotes/change-words.ts';
import type { Quote, QuoteLine } from '#src/features/quotes/queries.ts';
import { messages } from '#src/i18n/messages.ts';

const words = { locale: 'en', t: messages('en') } as const;
const title = 'Leather house shoes for a hotel, natural, with a felt sole and our stamp';
const line = {
  position: 1,
  description: title,
  unit: 'PR',
  quantity: 10,
  unitAmount: 1000,
  lineAmount: 10_000,
  moqWaived: false,
} as QuoteLine;
const notes = 'Packed in boxes of ten pairs, each pair in tissue paper. Dye not included.';
const quote = {
  currency: 'EUR',
  incoterm: 'FCA',
  incotermPlace: 'Kigali',
  leadTimeDays: 30,
  paymentTerms: 'in_advance',
  validUntil: '2027-01-01T00:00:00Z',
  notes,
  lines: [line],
} as unknown as Quote;

describe('what changed in a quote, in words', () => {
  it('names a line by its number and a short title, once for all its changes', () => {
    const after = { ...quote, lines: [{ ...line, quantity: 12, unitAmount: 900 }] };
    const [group, ...more] = changeGroups(quote, after, words);
    expect(more).toEqual([]);
    expect(group!.title).toBe('Line 2 · Leather house shoes for a hotel …');
    expect(group!.changes.map(({ what, from, to }) => [what, from, to])).toEqual([
      [words.t.quotes.quantity, '10', '12'],
      [words.t.quotes.unitPrice, '€10.00', '€9.00'],
    ]);
    expect(group!.changes[1]!.difference).toBe(words.t.quotes.less('€1.00'));
  });

  it('says a line that came with its number, and a term without one', () => {
    const after = { ...quote, leadTimeDays: 20, lines: [line, { ...line, position: 2 }] };
    expect(changeGroups(quote, after, words).map((group) => group.title)).toEqual([
      'Line 3 · Leather house shoes for a hotel …',
      '',
    ]);
  });

  it('lays long notes over each other, and folds them where nothing is alike', () => {
    const change = (text: string) =>
      changeGroups(quote, { ...quote, notes: text }, words)[0]!.changes[0]!;
    expect(change(notes.replace('ten', 'six')).long!.parts).toContainEqual({
      kind: 'out',
      text: 'ten ',
    });
    expect(change('Something else altogether.').long).toEqual({ parts: null });
    const short = { ...quote, notes: 'Boxed.' };
    expect(changeGroups(short, { ...quote, notes: 'Loose.' }, words)[0]!.changes[0]!.long).toBe(
      undefined,
    );
  });
});
