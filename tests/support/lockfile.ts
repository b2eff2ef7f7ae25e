/**
 * npm forgets packages of other platforms when it writes package-lock.json beside an installed
 * node_modules, or when its registry lacks one; `npm ci` then refuses the file everywhere.
 * `node tests/support/lockfile.ts` puts them back.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Entry> };

export const LOCK_FILE = new URL('../../package-lock.json', import.meta.url);

type Gap = { name: string; version: string; dev: boolean };

const INSIDE = '/node_modules/';
const EXACT = /^\d+\.\d+\.\d+[\w.-]*$/;

/** Node's look-up: the package's own folder first, then each one above it. */
function found(packages: Lock['packages'], from: string, name: string): Entry | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf(INSIDE)))) {
    const entry = packages[`${place}${place ? '/' : ''}node_modules/${name}`];
    if (entry || place === '') return entry;
  }
}

/** Exactly versioned optional packages (one for each platform) that the lock does not lead to. */
export function gaps({ packages }: Lock): Gap[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) =>
          EXACT.test(version) && found(packages, place, name)?.version !== version,
      )
      .map(([name, version]) => ({ name, version, dev })),
  );
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const os = /-(android|darwin|linux|win32|windows)(?:-|$)/.exec(name)?.[1];
  const cpu = /-(wasm32|arm64|x64|ia32|arm|ppc64)(?:-|$)/.exec(name)?.[1];
  const libc = os === 'linux' && (/-(musl|gnu)$/.exec(name)?.[1] ?? '');
  return {
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc === 'gnu' ? 'glibc' : libc] }),
  };
}

/** Moves another version that sits at the top down to whoever asks for that version. */
function nest(packages: Lock['packages'], name: string): void {
  const top = packages[`node_modules/${name}`];
  if (!top) return;
  for (const [place, { optionalDependencies }] of Object.entries(packages)) {
    if (optionalDependencies?.[name] !== top.version || !place.includes(INSIDE)) continue;
    packages[`${place.slice(0, place.lastIndexOf(INSIDE))}${INSIDE}${name}`] = top;
  }
}

function fill(lock: Lock): number {
  const missing = gaps(lock);
  for (const { name, version, dev } of missing) {
    nest(lock.packages, name);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev && { dev }),
      optional: true,
      ...platformOf(name),
    };
  }
  const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  return missing.length;
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as Lock;
  const count = fill(lock);
  if (count) writeFileSync(LOCK_FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${count} packages of other platforms put back.`);
}
