import type { Log } from '#src/server/log.ts';

export type Progress = { step: string; done: number; total: number };

const WIDTH = 24;
const TENTHS = 10;

/** One moving line on a terminal, a record for every tenth anywhere else. */
export function progressLine(log: Log): { show: (progress: Progress) => void; end: () => void } {
  const terminal = process.stderr.isTTY;
  let last = '';
  return {
    show({ step, done, total }) {
      const share = total > 0 ? Math.min(1, done / total) : 0;
      if (terminal) {
        const filled = Math.round(share * WIDTH);
        const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
        process.stderr.write(
          `\r\x1b[K${bar} ${String(Math.round(share * 100)).padStart(3)} % ${step}`,
        );
        return;
      }
      const mark = `${step} ${Math.floor(share * TENTHS)}`;
      if (mark === last) return;
      last = mark;
      log.info(step, { done, total });
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[K');
    },
  };
}
