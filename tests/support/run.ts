/**
 * `npm test`: type check, lint, format check, then every test. All sections run, also after one failed;
 * the exit code tells. `npm test -- lint format` runs only those.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SECTIONS = {
  types: ['astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  tests: ['vitest/vitest.mjs', 'run'],
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv.slice(2);
const failed: string[] = [];

for (const [name, [script, ...args]] of Object.entries(SECTIONS)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const started = performance.now();
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
  const { status } = spawnSync(process.execPath, [`${root}node_modules/${script}`, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) failed.push(name);
  // The tests' own summary stays the last thing on the screen.
  if (name !== 'tests') {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${name}: ${status === 0 ? 'fine' : 'FAILED'} (${seconds} s)`);
  }
}

if (failed.length && failed.at(-1) !== 'tests') console.log(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length ? 1 : 0;
