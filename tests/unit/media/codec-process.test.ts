import { afterAll, describe, expect, test } from 'vitest';
import { startCodec } from '#src/server/media/codec-process.ts';

const program = new URL('./programs/misbehaving-codec.ts', import.meta.url).pathname;
// Only cropping is in a hurry: starting a process may take long on a busy machine.
const codec = startCodec({ program, timeouts: { crop: 300 } });
afterAll(() => codec.close());

/** The stand-in answers with its process id as the width and its number of jobs as the height. */
const ask = (order: string) => codec.run({ kind: 'check', bytes: Buffer.from(order) });
const region = { x: 0, y: 0, width: 1, height: 1 };
const askInAHurry = (order: string) =>
  codec.run({ kind: 'crop', bytes: Buffer.from(order), region, format: 'jpg' });
const reasonFor = (order: string) =>
  (order === 'h' ? askInAHurry(order) : ask(order)).then(
    () => 'none',
    (error: { reason: string }) => error.reason,
  );

describe('the codec process', () => {
  test('stays warm from job to job', async () => {
    const first = await ask('ok');
    const second = await ask('ok');
    expect(second.width).toBe(first.width);
    expect(second.height).toBe(first.height + 1);
  });

  test.each([
    ['takes too long', 'h', 'timeout'],
    ['ends over its memory', 'm', 'memory'],
    ['exits with an error', 'x', 'crashed'],
    ['is killed', 'k', 'crashed'],
  ])('that %s loses this job and no other', async (_name, order, reason) => {
    const before = await ask('ok');
    const [lost, after] = await Promise.all([reasonFor(order), ask('ok')]);
    expect(lost).toBe(reason);
    expect(after.width).not.toBe(before.width);
    expect(after.height).toBe(1);
  });

  test('that grew large is replaced before the next job', async () => {
    const large = await ask('l');
    expect((await ask('ok')).width).not.toBe(large.width);
  });

  test('tells what it last said', async () => {
    await expect(ask('x')).rejects.toThrow('out of luck');
  });

  test('does one job at a time, in the order they came', async () => {
    const done: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map((name) => ask(name).then(({ height }) => done.push(`${name}${height}`))),
    );
    const first = Number(done[0]?.slice(1));
    expect(done).toEqual([`a${first}`, `b${first + 1}`, `c${first + 2}`]);
  });

  test('leaves when idle, and comes back', async () => {
    const short = startCodec({ program, idleMs: 20 });
    const run = () => short.run({ kind: 'check', bytes: Buffer.from('ok') });
    const { width: pid } = await run();
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect((await run()).width).not.toBe(pid);
    short.close();
  });

  test('closing refuses what still waits', async () => {
    const closing = startCodec({ program });
    const hanging = closing.run({ kind: 'check', bytes: Buffer.from('h') });
    const waiting = closing.run({ kind: 'check', bytes: Buffer.from('ok') });
    closing.close();
    await expect(waiting).rejects.toMatchObject({ reason: 'crashed' });
    await expect(hanging).rejects.toMatchObject({ reason: 'crashed' });
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
