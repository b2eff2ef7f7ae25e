import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateTypes, TYPES_FILE } from '#supabase/embedded/types.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();

test('the generated types are those of the migrations (else: npm run types)', async () => {
  const [wanted, kept] = await Promise.all([generateTypes(db.url), readFile(TYPES_FILE, 'utf8')]);
  // One boolean instead of a diff of thousands of lines.
  expect(kept === wanted, 'src/server/db/types.gen.ts is stale: run `npm run types`').toBe(true);
});
