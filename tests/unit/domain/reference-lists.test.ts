import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, countryChoices, countryName, isCountry } from '#src/domain/countries.ts';
import { CURRENCIES, currencyName, isCurrency, minorUnitPlaces } from '#src/domain/currencies.ts';
import { CHECK_ITEMS, CHECK_STATES } from '#src/domain/verification.ts';
import { ERROR_CODES } from '#src/domain/error-codes.ts';
import { INCOTERMS } from '#src/domain/incoterms.ts';
import { INQUIRY_STATES } from '#src/domain/inquiry.ts';
import { PRODUCT_STATES } from '#src/domain/listing-states.ts';
import { RETENTION_DAYS } from '#src/domain/retention.ts';
import { UNITS } from '#src/domain/quantity.ts';

const folder = new URL('../../../supabase/migrations/', import.meta.url);
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** The words between quotes in `text`. */
const quoted = (text: string) => [...text.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? '');

/** What one `insert into public.<table>` statement says. */
function inserted(table: string): string {
  const start = migrations.indexOf(`insert into public.${table} (`);
  expect(start).toBeGreaterThan(-1);
  return migrations.slice(start, migrations.indexOf(';', start));
}

function enumOf(type: string): string[] {
  const match = new RegExp(`create type public\\.${type} as enum \\(([^)]*)\\)`).exec(migrations);
  return quoted(match?.[1] ?? '');
}

describe('the database has the same lists', () => {
  it('of currencies and their decimals', () => {
    const rows = inserted('currencies')
      .split('union all')
      .flatMap((part) => {
        const places = Number(/select code, (\d)/.exec(part)?.[1]);
        return quoted(part)
          .flatMap((codes) => codes.trim().split(/\s+/))
          .filter(Boolean)
          .map((code) => ({ code, places }));
      });
    expect(rows.map((r) => r.code).sort()).toEqual(CURRENCIES);
    for (const { code, places } of rows)
      expect([code, minorUnitPlaces(code)]).toEqual([code, places]);
  });

  it('of countries', () => {
    const codes = quoted(inserted('countries'))
      .flatMap((part) => part.trim().split(/\s+/))
      .filter(Boolean);
    expect(codes).toEqual(COUNTRIES);
  });

  it('of units and their decimals', () => {
    const rows = [...inserted('units').matchAll(/\('(\w+)', (\d)\)/g)].map(
      (m) => `${m[1]} ${m[2]}`,
    );
    expect(rows).toEqual(UNITS.map((u) => `${u.code} ${u.decimals}`));
  });

  it('of states, checks and terms', () => {
    expect(enumOf('product_state')).toEqual([...PRODUCT_STATES]);
    expect(enumOf('inquiry_state')).toEqual([...INQUIRY_STATES]);
    expect(enumOf('check_item')).toEqual([...CHECK_ITEMS]);
    expect(enumOf('check_state')).toEqual([...CHECK_STATES]);
    expect(enumOf('incoterm').sort()).toEqual(INCOTERMS.map((r) => r.code).sort());
  });

  it('of how long a link works', () => {
    expect(migrations).toContain(`interval '${RETENTION_DAYS.invitation} days'`);
    expect(migrations).toContain(`interval '${RETENTION_DAYS.unconfirmedInquiry} days'`);
  });

  it('of refusals: whatever SQL raises has a sentence', () => {
    const raised = [...migrations.matchAll(/raise exception '([a-z_]+)'/g)].map((m) => m[1] ?? '');
    expect(raised.length).toBeGreaterThan(20);
    const known: readonly string[] = ERROR_CODES;
    expect(raised.filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe('refusals', () => {
  it('are listed once, and explained on the page about them', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
    const page = readFileSync(new URL('../../../docs/error-codes.md', import.meta.url), 'utf8');
    const explained = [...page.matchAll(/^\| `([a-z_]+)`\s*\|/gm)].map((m) => m[1] ?? '');
    expect(explained.toSorted()).toEqual([...ERROR_CODES].sort());
  });
});

describe('names', () => {
  it('are there for every country, in the order of the language', () => {
    expect(COUNTRIES).toHaveLength(249);
    for (const locale of ['en', 'fr', 'rw', 'sw']) {
      const choices = countryChoices(locale);
      expect(choices).toHaveLength(COUNTRIES.length);
      const names = choices.map((c) => c.name);
      expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare));
    }
    expect(countryName('RW', 'fr')).toBe('Rwanda');
    expect(countryName('CD', 'sw')).not.toBe('CD');
  });

  it('are refused for what is no code', () => {
    for (const bad of ['rw', 'UK', 'EU', 'XK', '', 'RWA', null, 5])
      expect(isCountry(bad)).toBe(false);
    for (const bad of ['usd', 'HRK', 'XAU', 'XXX', '', null, 5])
      expect(isCurrency(bad)).toBe(false);
    expect(currencyName('RWF', 'en')).toBe('Rwandan Franc');
  });
});
