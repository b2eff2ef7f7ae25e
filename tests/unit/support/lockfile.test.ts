import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gaps, type Lock, LOCK_FILE } from '#tests/support/lockfile.ts';

test('package-lock.json names the packages of every platform (else: node tests/support/lockfile.ts)', () => {
  const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as Lock;
  expect(gaps(lock).map(({ name, version }) => `${name}@${version}`)).toEqual([]);
});

test('package-lock.json names no registry', () => {
  expect(readFileSync(LOCK_FILE, 'utf8')).not.toMatch(/"resolved": "https?:/);
});
