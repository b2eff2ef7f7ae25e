import sharp from 'sharp';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { isImagePath } from '#src/domain/iiif.ts';
import { startCodec } from '#src/server/media/codec-process.ts';
import type { Derivative } from '#src/server/media/codec-protocol.ts';
import { fileAt, noisyJpeg, quarterColour, quarters, withPosition, withSegment } from './photos.ts';

// Encoding is honest work; on a busy machine five seconds are not enough.
vi.setConfig({ testTimeout: 60_000 });

const codec = startCodec();
afterAll(() => codec.close());

const largest = (files: Derivative[]) =>
  files.reduce((a, b) => (b.bytes.length > a.bytes.length ? b : a)).bytes;

describe('the files of a picture', () => {
  test('JPEG in every width below its own, its own, and the thumbnail; never enlarged', async () => {
    const made = await codec.run({ kind: 'jpeg', bytes: await noisyJpeg(1300, 975) });
    expect(made).toMatchObject({ width: 1300, height: 975 });
    expect(made.files.map((f) => f.path).sort()).toEqual([
      'full/1300,975/0/default.jpg',
      'full/320,240/0/default.jpg',
      'full/640,480/0/default.jpg',
      'full/90,/0/default.jpg',
      'full/960,720/0/default.jpg',
    ]);
    for (const { path, bytes, contentType } of made.files) {
      const { format, width, height, isProgressive, space } = await sharp(bytes).metadata();
      expect({ format, isProgressive, space, contentType }).toEqual({
        format: 'jpeg',
        isProgressive: true,
        space: 'srgb',
        contentType: 'image/jpeg',
      });
      expect(path).toContain(path.includes('90,/') ? `${width},` : `${width},${height}`);
    }
  });

  test('a large picture is brought down to 2048 pixels on its longer edge', async () => {
    const wide = await codec.run({
      kind: 'jpeg',
      bytes: await quarters(3000, 1500).jpeg().toBuffer(),
    });
    expect(wide).toMatchObject({ width: 2048, height: 1024 });
    const tall = await codec.run({
      kind: 'jpeg',
      bytes: await quarters(1500, 3000).jpeg().toBuffer(),
    });
    expect(tall).toMatchObject({ width: 1024, height: 2048 });
  });

  test('AVIF in the same sizes', async () => {
    const made = await codec.run({ kind: 'avif', bytes: await noisyJpeg(700, 525) });
    expect(made).toMatchObject({ width: 700, height: 525 });
    expect(made.files.map((f) => f.path).sort()).toEqual([
      'full/320,240/0/default.avif',
      'full/640,480/0/default.avif',
      'full/700,525/0/default.avif',
    ]);
    const { format, width } = await sharp(largest(made.files)).metadata();
    expect({ format, width }).toEqual({ format: 'heif', width: 700 });
  });

  test('the average colour is the mean of the picture', async () => {
    const made = await codec.run({
      kind: 'jpeg',
      bytes: await quarters(400, 400).png().toBuffer(),
    });
    // (d02020 + 20a040 + 2040c0 + ffffff) / 4
    const mean = [1, 3, 5].map((at) => parseInt(made.colour.slice(at, at + 2), 16));
    expect(Math.abs(mean[0]! - 0x84)).toBeLessThanOrEqual(2);
    expect(Math.abs(mean[1]! - 0x80)).toBeLessThanOrEqual(2);
    expect(Math.abs(mean[2]! - 0x88)).toBeLessThanOrEqual(2);
  });

  test('the verdict comes along', async () => {
    const dark = { create: { width: 90, height: 90, channels: 3 as const, background: '#101010' } };
    const made = await codec.run({ kind: 'jpeg', bytes: await sharp(dark).png().toBuffer() });
    expect(made.verdict.codes).toEqual(['dark', 'flat']);
  });

  test('a region is cut out of the picture, not enlarged, and refused outside it', async () => {
    const bytes = await quarters(400, 200).png().toBuffer();
    const region = { x: 200, y: 0, width: 200, height: 100 };
    const { files } = await codec.run({ kind: 'crop', bytes, region, format: 'jpg' });
    expect(files.map((f) => f.path)).toEqual(['200,0,200,100/200,100/0/default.jpg']);
    const green = await quarterColour(fileAt(files, '200,0,200,100/200,100/0/default.jpg'), 0, 0);
    expect(green.g).toBeGreaterThan(140);
    expect(green.r).toBeLessThan(60);
    const avif = await codec.run({ kind: 'crop', bytes, region, format: 'avif' });
    expect((await sharp(largest(avif.files)).metadata()).format).toBe('heif');
    const wide = { x: 0, y: 20, width: 390, height: 130 };
    const cut = await codec.run({ kind: 'crop', bytes, region: wide, format: 'jpg' });
    expect(cut.files.map((f) => f.path)).toEqual([
      '0,20,390,130/320,107/0/default.jpg',
      '0,20,390,130/390,130/0/default.jpg',
    ]);
    const outside = { ...region, x: 201 };
    await expect(
      codec.run({ kind: 'crop', bytes, region: outside, format: 'jpg' }),
    ).rejects.toThrow('region');
  });

  test('tiles of the upright original: every one that a viewer asks for', async () => {
    const bytes = await noisyJpeg(1301, 1029);
    const made = await codec.run({ kind: 'tile', bytes });
    expect(made).toMatchObject({ width: 1301, height: 1029 });
    const names = made.files.map((f) => f.path);
    expect(names).toContain('deep/1024,1024,277,5/277,5/0/default.jpg');
    expect(names).toContain(`deep/full/${made.whole.width},${made.whole.height}/0/default.jpg`);
    expect(names.every((name) => isImagePath(name))).toBe(true);
    const corner = await sharp(
      fileAt(made.files, 'deep/1024,512,277,512/277,512/0/default.jpg'),
    ).metadata();
    expect(corner).toMatchObject({ format: 'jpeg', width: 277, height: 512 });
  });
});

describe('drawings of our own', () => {
  const svg = (width: number) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="100"><path d="M0 0H50V100H0Z" fill="#d02020"/></svg>`,
    );

  test('become pixels, and the door is shut again behind them', async () => {
    const { bytes } = await codec.run({ kind: 'draw', bytes: svg(200), format: 'png' });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 200, height: 100 });
    const card = await codec.run({ kind: 'draw', bytes: svg(200), format: 'jpg' });
    expect((await sharp(card.bytes).metadata()).format).toBe('jpeg');
    await expect(codec.run({ kind: 'check', bytes: svg(200) })).rejects.toMatchObject({
      reason: 'damaged',
    });
  });

  test('too large ones are refused', async () => {
    const huge = codec.run({ kind: 'draw', bytes: svg(90_000), format: 'png' });
    await expect(huge).rejects.toMatchObject({ reason: 'crashed' });
  });
});

describe('what must not leave the server', () => {
  test('position, camera, XMP and profile are gone from every file', async () => {
    const bytes = await withPosition(quarters(700, 400).withIccProfile('p3'));
    const before = await sharp(bytes).metadata();
    expect([before.exif, before.xmp, before.icc].every(Boolean)).toBe(true);
    const { files } = await codec.run({ kind: 'jpeg', bytes });
    const avif = await codec.run({ kind: 'avif', bytes });
    for (const { path, bytes: made } of [...files, ...avif.files]) {
      const { exif, xmp, icc, iptc, orientation } = await sharp(made).metadata();
      expect({ exif, xmp, icc, iptc, orientation }, path).toEqual({});
      const text = Buffer.from(made).toString('latin1');
      for (const trace of ['Exif', 'Isoko Test Camera', 'xmpmeta', 'GPS'])
        expect(text.includes(trace), `${trace} in ${path}`).toBe(false);
    }
  });

  test('a payload behind or inside the picture is not carried over', async () => {
    const bytes = Buffer.concat([
      withSegment(await noisyJpeg(200, 150), 0xfe, Buffer.from('a comment of the camera')),
      Buffer.from('trailing words'),
    ]);
    const { files } = await codec.run({ kind: 'jpeg', bytes });
    for (const made of files) {
      const text = Buffer.from(made.bytes).toString('latin1');
      expect(text).not.toMatch(/comment of the camera|trailing words/);
    }
  });
});
