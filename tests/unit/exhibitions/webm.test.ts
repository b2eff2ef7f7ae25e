import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecording } from '#src/server/audio/recording.ts';
import { readWebm } from '#src/server/audio/webm.ts';
import { webm } from './webm.ts';

const lengthOf = (bytes: Uint8Array) => readWebm(bytes).milliseconds;
const recording = {
  blocks: fc.integer({ min: 2, max: 120 }),
  step: fc.constantFrom(10, 20, 60),
  sizes: fc.constantFrom('known', 'unknown'),
  batch: fc.integer({ min: 1, max: 60 }),
  from: fc.integer({ min: 0, max: 5000 }),
} as const;

describe('how long a recording lasts, when the browser wrote no length', () => {
  it('is told by its blocks, whatever clusters they lie in and whenever the first one begins', () => {
    fc.assert(
      fc.property(fc.record(recording), ({ blocks, step, ...how }) => {
        expect(lengthOf(webm(blocks, step, how))).toBe(blocks * step);
      }),
    );
  });

  it('never grows by what is cut off', () => {
    fc.assert(
      fc.property(
        fc.record({ ...recording, cut: fc.double({ min: 0, max: 1, noNaN: true }) }),
        ({ blocks, step, cut, ...how }) => {
          const whole = webm(blocks, step, { ...how, sizes: 'unknown' });
          const part = lengthOf(whole.subarray(0, Math.floor(whole.length * cut)));
          expect(part ?? 0).toBeLessThanOrEqual(blocks * step);
        },
      ),
    );
  });

  it('is nothing for what is no WebM', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (noise) => {
        const told = lengthOf(noise);
        expect(told === null || told > 0).toBe(true);
      }),
    );
    expect(lengthOf(webm(1, 60))).toBeNull();
    expect(lengthOf(new Uint8Array(0))).toBeNull();
  });
});

describe('a browser’s own recording', () => {
  const named = (bytes: Uint8Array) => new File([bytes as BlobPart], 'voice', { type: 'text/x' });
  const refusal = async (bytes: Uint8Array) => {
    const read = await readRecording(named(bytes));
    return read.ok ? 'ok' : read.failure.code;
  };

  it('is taken with its measured length', async () => {
    const read = await readRecording(named(webm(150, 20)));
    expect(read).toMatchObject({
      ok: true,
      value: { contentType: 'audio/webm', milliseconds: 3000 },
    });
  });

  it('is refused when it is too long, a film, or nothing but a head', async () => {
    expect(await refusal(webm(1801, 1000, { batch: 30 }))).toBe('audio_too_long');
    expect(await refusal(webm(50, 20, { kind: 'film' }))).toBe('audio_kind');
    expect(await refusal(webm(50, 20, { kind: 'film', sizes: 'known' }))).toBe('audio_kind');
    expect(await refusal(webm(0, 20))).toBe('audio_damaged');
  });
});
