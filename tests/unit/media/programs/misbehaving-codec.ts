import type { Question } from '#src/server/media/codec-protocol.ts';

// A stand-in for the codec that does what the first byte of the photo says.
let jobs = 0;

process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, job }: Question) => {
  jobs += 1;
  const order = String.fromCharCode(job.bytes[0] ?? 0);
  if (order === 'h') return; // hang
  if (order === 'm') process.exit(87);
  if (order === 'x') {
    process.stderr.write('out of luck', () => process.exit(3));
    return;
  }
  if (order === 'k') process.kill(process.pid, 'SIGKILL');
  const memoryBytes = order === 'l' ? 500 * 1024 * 1024 : 1;
  process.send?.({ id, memoryBytes, ok: true, value: { width: process.pid, height: jobs } });
});
