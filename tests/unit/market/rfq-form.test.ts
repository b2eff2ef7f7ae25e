import { describe, expect, it } from 'vitest';
import { readDraft } from '#src/features/rfqs/draft.ts';
import { lineNumbers, readRfq } from '#src/features/rfqs/read-form.ts';
import '#src/server/http/zod-codes.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const PRODUCT = '22222222-2222-4222-8222-222222222222';

function formOf(change: Record<string, string> = {}) {
  const form = new FormData();
  const fields = {
    id: ID,
    title: 'Boots',
    country: 'DE',
    ask: 'producers',
    'line.0.description': 'Ankle boots',
    'line.0.quantity': '60',
    'line.0.unit': 'PR',
    ...change,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('producers', PRODUCT);
  return form;
}
const wrong = (change: Record<string, string>, locale = 'en') => {
  const read = readRfq(formOf(change), locale);
  return read.ok ? {} : read.failure.fields;
};
const line = (change: Record<string, string>, locale = 'en') => {
  const read = readRfq(formOf(change), locale);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return (read.value.record['lines'] as Record<string, unknown>[])[0];
};

describe('the form of a request', () => {
  it('is read with its lines, whatever their numbers, and passes over empty ones', () => {
    const change = { 'line.7.product': PRODUCT, 'line.7.quantity': '5', 'line.3.unit': 'PR' };
    expect(lineNumbers(formOf(change))).toEqual([0, 3, 7]);
    const read = readRfq(formOf(change), 'en');
    expect(read).toMatchObject({
      ok: true,
      value: { record: { lines: [{ quantity: 60, unit: 'PR' }, { productId: PRODUCT }] } },
    });
  });

  it('takes a price as the language writes it, and a quantity from its sizes', () => {
    const price = { 'line.0.targetPrice': '1.234,50', 'line.0.currency': 'EUR' };
    expect(line(price, 'fr')).toMatchObject({ targetAmount: 123_450, targetCurrency: 'EUR' });
    const sizes = { 'line.0.quantity': '', 'line.0.sizes': '41=20, 42=40' };
    expect(line(sizes)).toMatchObject({ quantity: 60 });
  });

  it.each([
    [{ title: '' }, { title: 'required' }],
    [{ country: 'XX' }, { country: 'unknown_country' }],
    [{ 'line.0.quantity': '' }, { 'line.0.quantity': 'required' }],
    [{ 'line.0.quantity': '1.5' }, { 'line.0.quantity': expect.any(String) }],
    [{ 'line.0.sizes': '41=59' }, { 'line.0.sizes': 'sizes_differ' }],
    [{ 'line.0.sizes': 'all' }, { 'line.0.sizes': 'invalid_input' }],
    [{ 'line.0.unit': 'XYZ' }, { 'line.0.unit': 'unknown_unit' }],
    [{ 'line.0.unit': '' }, { 'line.0.unit': 'required' }],
    [
      { 'line.0.targetPrice': 'much', 'line.0.currency': 'EUR' },
      { 'line.0.targetPrice': expect.any(String) },
    ],
    [
      { 'line.0.targetPrice': '5', 'line.0.currency': 'ZZZ' },
      { 'line.0.targetPrice': expect.any(String) },
    ],
    [{ incoterm: 'FOB' }, { incotermPlace: 'incoterm_place_required' }],
    [{ ask: 'cluster' }, { ask: 'no_producer_chosen' }],
    [
      { 'line.0.description': '', 'line.0.quantity': '', 'line.0.unit': '' },
      { 'line.0.description': 'line_needed' },
    ],
  ])('names what is wrong with %j', (change, fields) => {
    expect(wrong(change as unknown as Record<string, string>)).toEqual(fields);
  });
});

describe('the form that comes back', () => {
  const steps = (step: string) => readDraft(new URLSearchParams(), formOf({ step })).lines;

  it('has one line more or less, never none, and never more than fifty', () => {
    expect(steps('add-line')).toEqual([0, 1]);
    expect(steps('remove-0')).toEqual([1]);
    expect(steps('remove-9')).toEqual([0]);
    const full = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`line.${n}.description`, 'x']),
    );
    const draft = readDraft(new URLSearchParams(), formOf({ ...full, step: 'add-line' }));
    expect(draft.lines).toHaveLength(50);
  });

  it('begins with what the address and a shortlist name', () => {
    const query = new URLSearchParams('product=boot&quantity=60&product=sandal&producer=shop');
    const draft = readDraft(query, null, [{ product: PRODUCT, quantity: '5', note: 'in red' }]);
    expect(draft.asked).toMatchObject({
      products: ['boot', 'sandal', PRODUCT],
      producers: ['shop'],
    });
    expect(draft.value('line.0.quantity')).toBe('60');
    expect(draft.value('line.1.quantity')).toBeUndefined();
    expect(draft.value('line.2.customisation')).toBe('in red');
    expect(draft.lines).toEqual([0, 1, 2]);
  });
});
