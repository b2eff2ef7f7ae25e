import { describe, expect, test } from 'vitest';
import { between, fitted, nudged } from '#src/features/exhibitions/tours/region.ts';
import { audioAnswer, rangeOf } from '#src/server/audio/answer.ts';
import { MAX_RECORDING_BYTES, readRecording } from '#src/server/audio/recording.ts';
import { mp3 } from './mp3.ts';

const named = (bytes: Uint8Array | string, name = 'voice.mp3') =>
  new File([bytes as BlobPart], name, { type: 'audio/mpeg' });
const refusal = async (file: File) => {
  const read = await readRecording(file);
  return read.ok ? 'ok' : read.failure.code;
};

describe('a recording is what it says inside', () => {
  test('an MP3 is taken, under whatever name', async () => {
    const read = await readRecording(named(mp3(), 'voice.txt'));
    expect(read).toMatchObject({ ok: true, value: { contentType: 'audio/mpeg' } });
    expect(read.ok && read.value.milliseconds).toBeGreaterThan(900);
  });

  test('nothing else is', async () => {
    const html = `<!doctype html><script>alert(1)</script>${' '.repeat(4000)}`;
    expect(await refusal(named(html))).toBe('audio_kind');
    expect(await refusal(named(new Uint8Array(0)))).toBe('required');
    expect(await refusal(named(new Uint8Array(MAX_RECORDING_BYTES + 1)))).toBe('audio_too_large');
    expect(await refusal(named(`ID3${html}`))).not.toBe('ok');
    const isHeaderOnly = new TextEncoder().encode(`\0\0\0\x20ftypM4A ${'\0'.repeat(80)}`);
    expect(await refusal(named(isHeaderOnly, 'voice.m4a'))).not.toBe('ok');
    expect(await refusal(named(`OggS${'\0'.repeat(200)}`, 'voice.ogg'))).not.toBe('ok');
    // Half an hour and a second, at 128 kbit/s a little over the limit in bytes too: told by its length alone.
    const low = new Uint8Array(104 * 70_000);
    for (let at = 0; at < low.length; at += 104) low.set([0xff, 0xfb, 0x10, 0x00], at);
    expect(await refusal(named(low))).toBe('audio_too_long');
  });
});

describe('ranges', () => {
  test.each([
    [null, null],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-500', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=9-3', 'outside'],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
  ])('%s', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });

  test('a part is answered as a part, and what is not public is kept nowhere', async () => {
    const told = { contentType: 'audio/mpeg', sha256: 'ab'.repeat(32), public: true };
    const asked = new Request('http://x.test/', { headers: { range: 'bytes=1-2' } });
    const part = audioAnswer(asked, new Uint8Array([1, 2, 3, 4]), told);
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1-2/4']);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(new Uint8Array([2, 3]));
    const own = audioAnswer(new Request('http://x.test/'), new Uint8Array(4), {
      ...told,
      public: false,
    });
    expect(own.headers.get('cache-control')).toBe('private, no-store');
  });
});

test('a frame never leaves its picture', () => {
  const full = { width: 1000, height: 500 };
  expect(between(full, { x: 900, y: 400 }, { x: 2000, y: -50 })).toEqual({
    x: 900,
    y: 0,
    width: 100,
    height: 400,
  });
  const corner = fitted(full, { x: 990, y: 490, width: 5, height: 5 });
  expect(corner).toEqual({ x: 968, y: 468, width: 32, height: 32 });
  expect(nudged(full, corner, 'ArrowRight', false)).toEqual(corner);
  expect(nudged(full, corner, 'ArrowLeft', false)).toMatchObject({ x: 958 });
  expect(nudged(full, corner, 'ArrowLeft', true)).toMatchObject({ width: 32 });
  expect(nudged(full, corner, 'a', false)).toBeNull();
});
