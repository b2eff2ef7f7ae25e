import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '#src/domain/error-codes.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';

/** Every text with its path; functions are called with numbers and names that stand for themselves. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const args = Array.from({ length: value.length }, () => 3);
    return [[path, String((value as (...args: unknown[]) => string)(...args))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each(LOCALES)('%s', (locale) => {
  const all = texts(messages(locale), locale);

  test('has something to say everywhere', () => {
    const empty = all.filter(([, text]) => text.trim() === '' || /undefined|\[object/.test(text));
    expect(empty).toEqual([]);
  });

  test('has the same places as English', () => {
    const paths = (entries: [string, string][]) =>
      entries.map(([path]) => path.slice(3)).toSorted();
    expect(paths(all)).toEqual(paths(texts(messages('en'), 'en')));
  });

  test('has a sentence for every refusal', () => {
    for (const code of ERROR_CODES) expect(messages(locale).errors[code]).toMatch(/[.?!]$/);
  });
});

test('no sentence was left in English', () => {
  const english = new Map(texts(messages('en'), '').map(([path, text]) => [path, text]));
  for (const locale of LOCALES.filter((code) => code !== 'en')) {
    const copied = texts(messages(locale), '').filter(
      ([path, text]) => english.get(path) === text && text.split(' ').length > 3,
    );
    expect(copied).toEqual([]);
  }
});
