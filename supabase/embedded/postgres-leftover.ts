import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from './processes.ts';

const PATIENCE_MS = 10_000;

async function goneWithin(pid: number, command: string, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (commandOf(pid) !== command) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/**
 * Ends a server that an earlier supervisor left behind (kill -9, power cut) and removes its pid file.
 * The process number is trusted only when its command line names this program and this folder: after a
 * reboot the number may belong to anything. The caller must hold the data folder's lock.
 */
export async function endLeftover(folder: string, program: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const command = Number.isInteger(pid) && pid > 1 ? commandOf(pid) : '';
  if (command.includes(program) && command.includes(folder)) {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      try {
        process.kill(pid, signal);
      } catch {
        break;
      }
      if (await goneWithin(pid, command, PATIENCE_MS)) break;
    }
  }
  rmSync(file, { force: true });
}
