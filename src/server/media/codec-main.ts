import { writeFile } from 'node:fs/promises';
import { DamagedPhoto, runJob } from './codec.ts';
import { EXIT_OVER_MEMORY, type Answer, type Question } from './codec-protocol.ts';
import { CODEC_MEMORY_BYTES } from './limits.ts';

// The codec process: one question, one answer. It holds no key, opens no file and no connection, so that a
// picture which breaks a decoder breaks nothing else. Its parent kills it when a job takes too long.

const WATCH_MS = 50;

// libvips works in threads of its own, so this clock keeps ticking while it does.
setInterval(() => {
  if (process.memoryUsage.rss() > CODEC_MEMORY_BYTES) process.exit(EXIT_OVER_MEMORY);
}, WATCH_MS).unref();

// Where the kernel must choose, it should end this process rather than the site. Only Linux knows the file.
writeFile('/proc/self/oom_score_adj', '900').catch(() => undefined);

process.on('disconnect', () => process.exit(0));
process.on('message', (question: Question) => {
  void answer(question).then((message) => process.send?.(message));
});

async function answer({ id, job }: Question): Promise<Answer> {
  try {
    const value = await runJob(job);
    return { id, memoryBytes: process.memoryUsage.rss(), ok: true, value };
  } catch (error) {
    const reason = error instanceof DamagedPhoto ? 'damaged' : 'crashed';
    const message = error instanceof Error ? error.message : 'unknown';
    return { id, memoryBytes: process.memoryUsage.rss(), ok: false, reason, message };
  }
}
