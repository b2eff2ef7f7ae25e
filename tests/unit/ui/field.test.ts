import { describe, expect, test } from 'vitest';
import { pageAddress, savesData, siteOf } from '#src/ui/site.ts';
import { fieldWiring } from '#src/ui/field.ts';
import { THEME_SCRIPT, THEME_SCRIPT_HASH } from '#src/ui/theme-script.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

describe('a form field', () => {
  test('is described by its hint, then by its error', () => {
    const { id, control } = fieldWiring({
      name: 'price',
      label: 'Price',
      hint: 'In francs',
      error: 'No number',
    });
    expect(id).toBe('f-price');
    expect(control).toMatchObject({
      name: 'price',
      'aria-describedby': 'f-price-hint f-price-error',
      'aria-invalid': 'true',
    });
  });
  test('says nothing about itself when there is nothing to say', () => {
    const { control } = fieldWiring({ name: 'price', label: 'Price', id: 'other' });
    expect(control).toEqual({ id: 'other', name: 'price' });
  });
});

test('the theme script is named by its hash where the policy is written', () => {
  const hash = createHash('sha256').update(THEME_SCRIPT).digest('base64');
  expect(THEME_SCRIPT_HASH).toBe(`sha256-${hash}`);
  const config = readFileSync(new URL('../../../astro.config.mjs', import.meta.url), 'utf8');
  expect(config).toContain('THEME_SCRIPT_HASH]');
});

test('the address of a page leaves the form machinery out', () => {
  expect(pageAddress(new URL('https://a.test/sign-in?next=%2Fx&_action=a'))).toBe(
    '/sign-in?next=%2Fx',
  );
  expect(pageAddress(new URL('https://a.test/sign-in?_action=a'))).toBe('/sign-in');
});

test('a page drawn before the settings were read still has a name', () => {
  expect(siteOf({}).name).toBe('Isoko');
  expect(savesData({})).toBe(false);
});
