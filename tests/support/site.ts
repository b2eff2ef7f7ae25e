import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '#supabase/embedded/data-folder.ts';
import type { Message, Summary } from '#supabase/embedded/mailbox-store.ts';
import { freePort } from '#supabase/embedded/ports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_MS = 280_000;
/** Five processes of each instance load the same modules; the cache spares the next start half of that. */
const COMPILED = join(ROOT, 'node_modules/.cache/isoko/compiled');

/** Names an empty instance's data folder to start from; set by site-template.ts. */
export const TEMPLATE = 'ISOKO_TEST_TEMPLATE';

export type Start = {
  process: ChildProcess;
  port: number;
  dataDir: string;
  /** Everything it wrote so far, both streams. */
  output: () => string;
  /** Resolves with the exit code. */
  exited: Promise<number | null>;
  /** Resolves with runtime.json when the address was printed; rejects with the output when it ended before. */
  ready: Promise<Runtime>;
  /** SIGTERM, waits for the end, and removes the data folder unless it was given. */
  stop: () => Promise<number | null>;
};

export type StartOptions = {
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
  args?: string[];
};

/** `npm start` as a test sees it: a production instance with a data folder of its own, without the demo. */
export async function start(options: StartOptions = {}): Promise<Start> {
  const port = options.port ?? (await freePort());
  const made = options.dataDir ? '' : mkdtempSync(join(tmpdir(), 'isoko-site-'));
  const dataDir = options.dataDir ?? join(made, 'data');
  // The demo loads at the very first start only, which a copy is not.
  const template = made && options.env?.['DEMO'] === undefined && process.env[TEMPLATE];
  // Keeps the owner: as root, PostgreSQL and its files belong to another user.
  if (template) execFileSync('cp', ['-a', template, dataDir]);
  const child = spawn(process.execPath, ['supabase/embedded/start.ts', ...(options.args ?? [])], {
    cwd: ROOT,
    env: {
      ...environment(),
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: '0',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  let isReady = false;
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<Runtime>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Not ready in time:\n${written}`)), READY_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        written += text;
        if (isReady || !/^Isoko is ready: /m.test(written)) return;
        isReady = true;
        clearTimeout(late);
        resolve(runtimeOf(dataDir));
      });
    }
    void exited.then((code) => {
      clearTimeout(late);
      reject(new Error(`Ended with ${code} before it was ready:\n${written}`));
    });
  });
  ready.catch(() => undefined);
  return {
    process: child,
    port,
    dataDir,
    output: () => written,
    exited,
    ready,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const code = await exited;
      if (made) rmSync(made, { recursive: true, force: true });
      return code;
    },
  };
}

/** Named but empty, so that neither the shell nor a developer's .env file decides what is tested. */
const UNSET = {
  SUPABASE_URL: '',
  SUPABASE_PUBLISHABLE_KEY: '',
  SUPABASE_SECRET_KEY: '',
  DATABASE_URL: '',
  SEND_EMAIL_HOOK_SECRET: '',
  SMTP_URL: '',
  SITE_URL: '',
  HOST: '',
};

function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, NODE_OPTIONS: _options, ...rest } = process.env;
  const outer = Object.entries(rest).filter(([name]) => !name.startsWith('VITEST'));
  return { ...Object.fromEntries(outer), ...UNSET, NODE_COMPILE_CACHE: COMPILED };
}

export function runtimeOf(dataDir: string): Runtime {
  return JSON.parse(readFileSync(join(dataDir, 'runtime.json'), 'utf8')) as Runtime;
}

export type Site = {
  url: string;
  runtime: Runtime;
  dataDir: string;
  /** The newest mail to an address; waits until one has come. */
  mailTo: (address: string, after?: Date) => Promise<Message>;
  stop: () => Promise<number | null>;
};

/** A running site for the browser tests. Stop it in `afterAll`. */
export async function startSite(options: StartOptions = {}): Promise<Site> {
  const started = await start(options);
  const runtime = await started.ready;
  return {
    url: runtime.siteUrl,
    runtime,
    dataDir: started.dataDir,
    mailTo: (address, after = new Date(0)) => waitForMail(runtime.mailboxUrl, address, after),
    stop: started.stop,
  };
}

const MAIL_MS = 20_000;

async function waitForMail(mailbox: string, address: string, after: Date): Promise<Message> {
  const list = `${mailbox}/api/messages?to=${encodeURIComponent(address)}`;
  for (const end = Date.now() + MAIL_MS; Date.now() < end;) {
    const [newest] = (await (await fetch(list)).json()) as Summary[];
    if (newest && new Date(newest.at) >= after) {
      return (await (await fetch(`${mailbox}/api/messages/${newest.id}`)).json()) as Message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${address} within ${MAIL_MS / 1000} s.`);
}
