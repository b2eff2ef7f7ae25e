import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Log, LogLevel } from '#src/server/log.ts';

export type ChildOptions = {
  /** Named in messages: "the worker". */
  name: string;
  /** Script and arguments for this Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  log: Log;
};

export type Child = {
  name: string;
  pid: number;
  /** Resolves with a short reason when the process ends, whoever ended it. */
  exited: Promise<string>;
  /** Resolves when the process says `{ ready: true }`; rejects when it ends before. */
  ready: Promise<void>;
  onMessage: (listener: (message: unknown) => void) => void;
  stop: () => Promise<void>;
};

const STOP_PATIENCE_MS = 10_000;
const GUARD = new URL('./child-guard.ts', import.meta.url).href;
const LEVELS = new Set(['debug', 'info', 'warn', 'error']);

/** Passes on one line of a child: its own record with its name, or a plain text as the message. */
export function forward(line: string, name: string, level: LogLevel, log: Log): void {
  if (!line.trim()) return;
  if (line.startsWith('{')) {
    try {
      const {
        level: own,
        msg,
        time: _time,
        ...fields
      } = JSON.parse(line) as Record<string, unknown>;
      if (typeof msg === 'string' && typeof own === 'string' && LEVELS.has(own)) {
        log[own as LogLevel](msg, { process: name, ...fields });
        return;
      }
    } catch {
      // Not a record of ours; it goes out as text.
    }
  }
  log[level](line, { process: name });
}

function forwardAll(child: ChildProcess, name: string, log: Log): void {
  const streams = [
    [child.stdout, 'info'],
    [child.stderr, 'warn'],
  ] as const;
  for (const [stream, level] of streams) {
    createInterface({ input: stream! }).on('line', (line) => forward(line, name, level, log));
  }
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
  await exited;
  clearTimeout(impatient);
}

/**
 * Starts a Node script that lives no longer than we do: it has a channel to us and ends when that closes,
 * even when we are killed. In a session of its own, so that Ctrl-C reaches only us and we stop it in order.
 */
export function startChild({ name, args, env, log }: ChildOptions): Child {
  const child = spawn(process.execPath, ['--import', GUARD, ...args], {
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if ((message as { ready?: boolean }).ready) resolve();
    });
    void exited.then((reason) =>
      reject(new Error(`${name} ended before it was ready (${reason})`)),
    );
  });
  ready.catch(() => undefined);
  forwardAll(child, name, log);
  return {
    name,
    pid: child.pid ?? 0,
    exited,
    ready,
    onMessage: (listener) => void child.on('message', listener),
    stop: () => stop(child, exited),
  };
}
