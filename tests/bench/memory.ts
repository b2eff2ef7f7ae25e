import { readdirSync, readFileSync } from 'node:fs';
import { metric, type Metric } from './report.ts';

const WEB_MOST_MB = 400;

/** A field of /proc/<pid>/<file> in megabytes, or 0 where the system has no such file. */
function megabytes(pid: number, file: 'status' | 'smaps_rollup', field: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/${file}`, 'utf8');
    const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text);
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((child) => {
        try {
          const stat = readFileSync(`/proc/${child}/stat`, 'utf8');
          return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
        } catch {
          return false;
        }
      });
  } catch {
    return [];
  }
}

/** The most that each process has held (VmHWM); PostgreSQL's sessions share, so theirs is what they hold now (PSS). */
export function memoryOf(pids: Record<string, number>): Metric[] {
  return Object.entries(pids)
    .filter(([, pid]) => megabytes(pid, 'status', 'VmRSS') > 0)
    .map(([name, pid]) => {
      if (name === 'postgres') {
        const all = [pid, ...childrenOf(pid)];
        const held = all.reduce((sum, each) => sum + megabytes(each, 'smaps_rollup', 'Pss'), 0);
        return metric('memory.postgres', held, 'MB');
      }
      const most = megabytes(pid, 'status', 'VmHWM');
      return metric(`memory.${name}`, most, 'MB', name === 'web' ? { most: WEB_MOST_MB } : {});
    });
}
