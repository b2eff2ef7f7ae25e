import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csvLine } from '#src/domain/csv.ts';
import { filtersOf, filtersQuery } from '#src/features/record/filters.ts';
import type { RecordEvent } from '#src/features/record/queries.ts';
import { placeOf, sentenceOf } from '#src/features/record/sentences.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';

const MIGRATIONS = new URL('../../../supabase/migrations/', import.meta.url);
const KINDS = Object.keys(messages('en').record.kinds);

/** Every act that SQL puts on record, as far as it is written out: `'product.created'`. */
function recordedActs(): string[] {
  const sql = readdirSync(MIGRATIONS)
    .map((name) => readFileSync(new URL(name, MIGRATIONS), 'utf8'))
    .join('\n');
  const words = [...sql.matchAll(/'([a-z]+)\.([a-z_]+)'/g)];
  const acts = words.filter(([, kind]) => kind === 'operator' || KINDS.includes(kind!));
  return [...new Set(acts.map(([, kind, act]) => `${kind}.${act}`))].sort();
}

const event = (change: Partial<RecordEvent> = {}): RecordEvent => ({
  id: 1,
  at: '2026-11-23T03:00:00Z',
  action: 'producer.approved',
  kind: 'producer',
  subjectId: null,
  subject: 'Ikiraro',
  from: 'pending',
  to: 'active',
  reason: null,
  actorId: 'a',
  actor: 'Aline',
  producer: { slug: 'ikiraro', name: 'Ikiraro' },
  cluster: null,
  onBehalf: false,
  item: null,
  ...change,
});
const inEnglish = (change: Partial<RecordEvent>) => sentenceOf(event(change), messages('en'), 'en');

describe('a line of the record', () => {
  test('has a sentence for every act that SQL records, in every language', () => {
    const acts = recordedActs();
    expect(acts.length).toBeGreaterThan(30);
    for (const locale of LOCALES) {
      const known = Object.keys(messages(locale).record.sentences);
      // `'round.payment_' || p_action` names a family: one of it at least must have its sentence.
      const isKnown = (act: string) =>
        act.endsWith('_') ? known.some((one) => one.startsWith(act)) : known.includes(act);
      expect(acts.filter((act) => !isKnown(act))).toEqual([]);
    }
  });

  test('says who did what to which thing', () => {
    expect(inEnglish({})).toBe('Aline approved Ikiraro');
    expect(inEnglish({ actor: null })).toBe('The system approved Ikiraro');
    expect(inEnglish({ subject: null })).toBe('Aline approved something that is gone');
    expect(inEnglish({ action: 'report.created', kind: 'report', actor: null })).toBe(
      'A visitor reported Ikiraro',
    );
    expect(inEnglish({ action: 'product.publish', to: 'in_review' })).toBe(
      'Aline handed in Ikiraro for review',
    );
    expect(inEnglish({ action: 'verification.checked', item: 'identity', to: 'failed' })).toBe(
      'Aline looked into Ikiraro. Identity: not passed',
    );
    expect(inEnglish({ action: 'moon.landed' })).toBe('Aline changed Ikiraro');
  });

  test('names the place only when the sentence does not', () => {
    const t = messages('en');
    expect(placeOf(event(), t)).toBeUndefined();
    expect(placeOf(event({ subject: 'Boot' }), t)).toBe('Ikiraro');
    expect(placeOf(event({ subject: 'Boot', onBehalf: true }), t)).toBe('for Ikiraro');
    const cluster = { slug: 'masoro', name: 'Masoro' };
    expect(placeOf(event({ cluster }), t)).toBe('in Masoro');
  });
});

describe('the file', () => {
  test('quotes what would break a line and disarms what a spreadsheet would run', () => {
    expect(csvLine(['a', 'b "c"', 'd,e', 'f\ng', null])).toBe('a,"b ""c""","d,e","f\ng",\r\n');
    for (const formula of ['=1+1', '+1', '-1', '@x', '\tx']) {
      expect(csvLine([formula])).toBe(`'${formula}\r\n`);
    }
    expect(csvLine(['=HYPERLINK("x","y")'])).toBe('"\'=HYPERLINK(""x"",""y"")"\r\n');
  });
});

test('the filters survive the way through an address', () => {
  const filters = filtersOf(new URLSearchParams('kind=product&actor=+Aline+&unknown=1'));
  expect(filters).toEqual({ kind: 'product', actor: 'Aline', producer: '' });
  expect(filtersQuery(filters, { before: '7' })).toBe('kind=product&actor=Aline&before=7');
  expect(filtersQuery(filtersOf(new URLSearchParams()))).toBe('');
});
