import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SqlLoad } from './bare-sql.ts';
import type { Load, LoadResult } from './load-client.ts';
import type { WriteLoad } from './trade-writes.ts';

/** The processes of the benchmark: each gets its orders as JSON on its input. */

function start(file: string, orders: unknown) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(orders));
  child.stdout.setEncoding('utf8');
  return child;
}

async function answerOf<T>(file: string, orders: unknown): Promise<T> {
  const child = start(file, orders);
  let text = '';
  child.stdout.on('data', (part: string) => (text += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return JSON.parse(text) as T;
}

export const runLoad = (load: Load): Promise<LoadResult> => answerOf('./load-client.ts', load);
export const runSql = (load: SqlLoad): Promise<LoadResult> => answerOf('./bare-sql.ts', load);

export const runWrites = (load: WriteLoad): Promise<LoadResult> =>
  answerOf('./trade-writes.ts', load);

export type BarePage = { headers: Record<string, string>; body: string };

/** Serves the page while `use` runs, on an address of its own. */
export async function withBareServer<T>(
  page: BarePage,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const child = start('./bare-server.ts', page);
  const [port] = (await once(child.stdout, 'data')) as [string];
  try {
    return await use(`http://127.0.0.1:${port.trim()}`);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
}

/** Everything that was written to this process's input, as JSON. */
export async function readOrders<T>(): Promise<T> {
  let text = '';
  for await (const part of process.stdin.setEncoding('utf8')) text += part as string;
  return JSON.parse(text) as T;
}
