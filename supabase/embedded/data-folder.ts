import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Keys, makeKeys } from './keys.ts';
import { Locked, takeLock } from './lock.ts';
import { Sentence } from './sentence.ts';

/** What tools and tests need to talk to a running instance; DATA_DIR/runtime.json, mode 0600. */
export type Runtime = {
  siteUrl: string;
  apiUrl: string;
  databaseUrl: string;
  mailboxUrl: string;
  publishableKey: string;
  pids: Record<string, number>;
};

export type Ports = { postgres: number; api: number; mailbox: number; smtp: number };

export type DataFolder = {
  path: string;
  /** True until `finish` was called in this or an earlier start. */
  first: boolean;
  keys: Keys;
  paths: { postgres: string; storage: string; mailbox: string };
  ports: Partial<Ports>;
  rememberPorts: (ports: Ports) => void;
  /** Marks the folder as whole. Until then an interrupted first start is recognised by the missing mark. */
  finish: () => void;
  writeRuntime: (runtime: Runtime) => void;
  /** Removes runtime.json and the lock. */
  close: () => void;
};

const MARK = 'isoko.json';
const OURS = new Set(['keys.json', 'ports.json', 'runtime.json', 'postgres', 'storage', 'mailbox']);
const POSTGRES_MAJOR = '17';

/** Write-then-rename, so that a reader never sees half a file. */
function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.tmp`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

function lockOf(path: string): () => void {
  try {
    return takeLock(join(path, 'lock'));
  } catch (failure) {
    if (!(failure instanceof Locked)) throw failure;
    const site = readJson<Runtime>(join(path, 'runtime.json'))?.siteUrl;
    throw new Sentence(
      `Isoko already runs on the data folder ${path} (process ${failure.pid}${site ? `, ${site}` : ''}): ` +
        'stop it first, or choose another folder with DATA_DIR.',
    );
  }
}

function make(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    // Root's PostgreSQL runs as another user, who must be able to pass through; nothing can be listed.
    chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    throw new Sentence(
      `The data folder ${path} cannot be made or written (${code}): choose another one with DATA_DIR.`,
    );
  }
}

/** Throws one sentence when it is half-written, damaged or somebody else's. */
function inspect(path: string): 'new' | 'whole' {
  const names = readdirSync(path).filter((name) => !name.startsWith('lock'));
  if (!existsSync(join(path, MARK))) {
    if (names.length === 0) return 'new';
    if (names.every((name) => OURS.has(name.replace(/\.tmp$/, '')))) {
      throw new Sentence(
        `The data folder ${path} is half-written: its first start was interrupted. ` +
          'Nothing of yours is in it yet; delete it and start again.',
      );
    }
    throw new Sentence(
      `The folder ${path} is not empty and holds no Isoko data: choose an empty or new one with DATA_DIR.`,
    );
  }
  const version = join(path, 'postgres', 'PG_VERSION');
  const missing = !readJson(join(path, 'keys.json'))
    ? 'keys.json'
    : !existsSync(version) && 'postgres';
  if (missing) {
    throw new Sentence(
      `The data folder ${path} is damaged: ${missing} is missing. Restore it from a backup, ` +
        'or choose another folder with DATA_DIR.',
    );
  }
  const major = readFileSync(version, 'utf8').trim();
  if (major !== POSTGRES_MAJOR) {
    throw new Sentence(
      `The data folder ${path} belongs to PostgreSQL ${major}, this version brings ${POSTGRES_MAJOR}: ` +
        'make a backup with the old version and restore it with this one.',
    );
  }
  return 'whole';
}

/** In front of a Supabase project the folder holds nothing of value: only runtime.json and the lock. */
export function openPlainFolder(path: string): Pick<DataFolder, 'writeRuntime' | 'close'> {
  make(path);
  const unlock = lockOf(path);
  const file = join(path, 'runtime.json');
  return {
    writeRuntime: (runtime) => writeJson(file, runtime),
    close() {
      rmSync(file, { force: true });
      unlock();
    },
  };
}

/** Opens or makes the data folder and locks it for this process. */
export function openDataFolder(path: string): DataFolder {
  make(path);
  const unlock = lockOf(path);
  try {
    const first = inspect(path) === 'new';
    const file = (name: string) => join(path, name);
    rmSync(file('runtime.json'), { force: true });
    const kept = first ? null : readJson<Partial<Keys>>(file('keys.json'));
    // A folder of an older version gets the keys that came since.
    const keys: Keys = { ...makeKeys(), ...kept };
    if (Object.keys(keys).length !== Object.keys(kept ?? {}).length)
      writeJson(file('keys.json'), keys);
    return {
      path,
      first,
      keys,
      paths: { postgres: file('postgres'), storage: file('storage'), mailbox: file('mailbox') },
      ports: readJson<Ports>(file('ports.json')) ?? {},
      rememberPorts: (ports) => writeJson(file('ports.json'), ports),
      finish: () => writeJson(file(MARK), { version: 1, made: new Date().toISOString() }),
      writeRuntime: (runtime) => writeJson(file('runtime.json'), runtime),
      close() {
        rmSync(file('runtime.json'), { force: true });
        unlock();
      },
    };
  } catch (failure) {
    unlock();
    throw failure;
  }
}
