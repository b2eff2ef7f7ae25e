import { expect, it } from 'vitest';
import { previewCsv } from '#src/features/ledger/read-statement.ts';

it('a file of nothing but columns is refused before anybody looks for what they are', () => {
  const wide = `x${';'.repeat(600_000)}x\n${'1;2\n'.repeat(60)}`;
  const started = performance.now();
  const read = previewCsv(wide, 'wide.csv', { fallback: 'USD' });
  expect(read).toMatchObject({ ok: false, failure: { code: 'statement_unreadable' } });
  expect(performance.now() - started).toBeLessThan(2000);
});
