import { execFileSync } from 'node:child_process';
import { accessSync, chownSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Sentence } from './sentence.ts';

/**
 * PostgreSQL refuses to run as root. When we are root it runs as the system user `postgres`
 * (made here when the machine has none); any other user simply runs it himself.
 */
export type OsUser = { uid: number; gid: number };

const NAME = 'postgres';
const ENV = '/usr/bin/env';

function lookUp(): OsUser | null {
  try {
    const read = (flag: string) =>
      Number(execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return null;
  }
}

/** The user PostgreSQL must run as, or null when it may run as ourselves. */
export function databaseOsUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const existing = lookUp();
  if (existing) return existing;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', NAME], {
      stdio: 'ignore',
    });
  } catch {
    // Handled by the look-up below: useradd may be missing, or another start made the user first.
  }
  const made = lookUp();
  if (!made) {
    throw new Sentence(
      `PostgreSQL cannot run as root and the system user "${NAME}" could not be made. ` +
        `Run "useradd --system ${NAME}" once, or start as an ordinary user.`,
    );
  }
  return made;
}

export function giveTo(path: string, user: OsUser | null): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function mayEnter(folder: string, user: OsUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1;
}

/** Whether the user can walk down to `path`: every folder above it must let him pass. */
export function canReach(path: string, user: OsUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayEnter(folder, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

export type Launch = { command: string; args: string[]; uid?: number; gid?: number };

/**
 * How to start `command` as that user. A checkout below /root (mode 0700) is out of his reach, so there
 * the user keeps one capability of root, to pass through folders; `env` sits between because the
 * capability counts only after the first exec.
 */
export function launchAs(user: OsUser | null, command: string, args: string[], needs: string[]) {
  if (!user) return { command, args } satisfies Launch;
  if ([command, ...needs].every((path) => canReach(path, user))) {
    return { command, args, uid: user.uid, gid: user.gid } satisfies Launch;
  }
  const setpriv = '/usr/bin/setpriv';
  try {
    accessSync(setpriv, constants.X_OK);
  } catch {
    throw new Sentence(
      `The system user "${NAME}" cannot enter the folders above ${command}. ` +
        'Move the checkout and DATA_DIR to a folder everyone may enter, such as /srv, or start as an ordinary user.',
    );
  }
  const keep = [
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // Without it access(2), by which PostgreSQL looks for its own files, ignores the capability.
    '--securebits=+no_setuid_fixup',
  ];
  const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return { command: setpriv, args: [...as, ...keep, ENV, command, ...args] } satisfies Launch;
}
