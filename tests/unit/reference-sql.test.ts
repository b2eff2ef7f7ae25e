import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REFERENCE_MIGRATION, referenceSql } from '#supabase/demo/reference-sql.ts';

it('the migration of categories and terms is what their data says', () => {
  expect(readFileSync(REFERENCE_MIGRATION, 'utf8')).toBe(referenceSql());
});
