import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf } from './processes.ts';

type Holder = { pid: number; identity: string };

/** Another process holds the lock; `pid` is its number. */
export class Locked extends Error {
  readonly pid: number;
  constructor(pid: number) {
    super(`held by process ${pid}`);
    this.pid = pid;
  }
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/**
 * Takes a lock file, also from a holder that no longer runs. Returns the release.
 * Throws `Locked` while its holder lives.
 */
export function takeLock(file: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => {
        if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true });
      };
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    }
    const holder = holderOf(file);
    if (holder && holder.identity && identityOf(holder.pid) === holder.identity) {
      throw new Locked(holder.pid);
    }
    dropStale(file);
  }
  throw new Error(`The lock ${file} cannot be taken.`);
}

/** By rename, which only one of two racing processes wins; the other then finds the winner's lock. */
function dropStale(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // The other one was faster.
  }
}
