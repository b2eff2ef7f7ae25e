/**
 * `npm test`: every test, type check, lint and format check. All sections run, also after one failed;
 * the exit code tells. `npm test -- lint format` runs only those.
 *
 * A browser test waits more than it works, so three sections run at a time on two cores; what they print stays in order.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import makeSiteTemplate from './site-template.ts';

type Section = { script: string; args: string[] };

const SHARDS = 5;
/**
 * In the order in which they begin and speak: the long ones first, so that all end at about one time. The linter
 * reads .astro, which the site's build has written by then; the browser tests begin with it.
 */
const SECTIONS: Record<string, Section> = {
  tests: {
    script: 'vitest/vitest.mjs',
    args: ['run', '--project', 'unit', '--project', 'db', '--project', 'integration'],
  },
  ...Object.fromEntries(
    Array.from({ length: SHARDS }, (_, n) => [
      `browser ${n + 1}`,
      {
        script: 'vitest/vitest.mjs',
        args: ['run', '--project', 'browser', `--shard=${n + 1}/${SHARDS}`],
      },
    ]),
  ),
  types: {
    script: 'astro/bin/astro.mjs',
    args: ['check', '--minimumFailingSeverity', 'warning'],
  },
  lint: { script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  format: {
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
};
const WORKERS = 3;

const root = fileURLToPath(new URL('../../', import.meta.url));
const asked = process.argv.slice(2);
const word = (name: string) => name.split(' ')[0]!;
const words = [...new Set(Object.keys(SECTIONS).map(word))];
const unknown = asked.filter((name) => !words.includes(name));
if (unknown.length) {
  console.error(`No section ${unknown.join(', ')}; there are ${words.join(', ')}.`);
  process.exit(1);
}
const wanted = Object.keys(SECTIONS).filter((name) => !asked.length || asked.includes(word(name)));
const ended = new Set<string>();
const failed = new Set<string>();
const held = new Map<string, (string | Buffer)[]>(wanted.map((name) => [name, []]));
const begun = performance.now();

/** What a section printed last, to be said again where the eye is when one failed. */
const TAIL_CHARS = 6_000;
const tails = new Map<string, string>();

/** Sections speak in order: the first that goes on writes through, the later ones are held until it has ended. */
function speak(): void {
  for (const name of wanted) {
    for (const piece of held.get(name)!.splice(0)) process.stdout.write(piece);
    if (!ended.has(name)) return;
  }
}

function say(name: string, piece: string | Buffer): void {
  held.get(name)!.push(piece);
  tails.set(name, ((tails.get(name) ?? '') + piece).slice(-TAIL_CHARS));
  speak();
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function run(name: string): Promise<void> {
  const { script, args } = SECTIONS[name]!;
  const started = performance.now();
  say(name, `\n── ${name} ${'─'.repeat(70 - name.length)}\n`);
  const child = spawn(process.execPath, [`${root}node_modules/${script}`, ...args], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      // Through a pipe nothing is coloured unasked.
      ...(process.stdout.isTTY && !process.env['NO_COLOR'] && { FORCE_COLOR: '1' }),
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => say(name, piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status !== 0) failed.add(name);
      say(name, `${name}: ${status === 0 ? 'fine' : 'FAILED'} (${seconds(started)})\n`);
      ended.add(name);
      speak();
      resolve();
    });
  });
}

// Each browser section would make its own, which takes ten seconds each time; if this one fails they do, and say why.
const needsSite = wanted.some((name) => word(name) === 'browser');
const template = needsSite ? makeSiteTemplate().catch(() => undefined) : undefined;
const waiting = [...wanted];
async function work(): Promise<void> {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    if (word(name) === 'browser') await template;
    await run(name);
  }
}
await Promise.all(Array.from({ length: WORKERS }, work));
(await template)?.();
for (const name of failed) console.log(`\n── ${name}, its end once more\n…${tails.get(name)}`);
const verdict = failed.size ? `Failed: ${[...failed].join(', ')}` : 'Everything is fine';
console.log(`\n${verdict} (${seconds(begun)})`);
process.exitCode = failed.size ? 1 : 0;
