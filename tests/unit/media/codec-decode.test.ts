import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startCodec } from '#src/server/media/codec-process.ts';
import {
  fileAt,
  meanDifference,
  noisyJpeg,
  pngSaying,
  quarterColour,
  quarters,
  withOrientation,
} from './photos.ts';

// Encoding is honest work; on a busy machine five seconds are not enough.
vi.setConfig({ testTimeout: 60_000 });

const codec = startCodec();
afterAll(() => codec.close());

/** A folder with real photographs, which are not ours to commit: portrait_orientation_1.jpg to _8.jpg. */
const SHARED_PHOTOS = process.env['ISOKO_TEST_PHOTOS'] ?? '';

describe('orientation', () => {
  test('all eight flags come out upright and alike', async () => {
    const upright = await quarters(240, 160).png().toBuffer();
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bytes = await withOrientation(upright, orientation);
      expect((await sharp(bytes).metadata()).orientation).toBe(orientation);
      expect(await codec.run({ kind: 'check', bytes })).toEqual({ width: 240, height: 160 });
      const { files } = await codec.run({ kind: 'jpeg', bytes });
      const image = fileAt(files, 'full/240,160/0/default.jpg');
      expect(await meanDifference(image, upright), `flag ${orientation}`).toBeLessThan(4);
    }
  });

  // With the folder there is one test more; without it the eight flags are tested on the picture above.
  if (existsSync(`${SHARED_PHOTOS}/portrait_orientation_1.jpg`))
    test('eight real photographs of one scene come out alike', async () => {
      const images: Uint8Array[] = [];
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const bytes = readFileSync(`${SHARED_PHOTOS}/portrait_orientation_${orientation}.jpg`);
        const { files } = await codec.run({ kind: 'jpeg', bytes });
        images.push(fileAt(files, 'full/320,480/0/default.jpg'));
      }
      for (const image of images) expect(await meanDifference(image, images[0]!)).toBeLessThan(8);
    });
});

describe('colour', () => {
  const RED = { r: 0xd0, g: 0x20, b: 0x20 };
  const near = (value: number, wanted: number, by: number) =>
    expect(Math.abs(value - wanted), `${value} near ${wanted}`).toBeLessThanOrEqual(by);

  async function firstQuarter(bytes: Buffer) {
    const { files, width, height } = await codec.run({ kind: 'jpeg', bytes });
    return quarterColour(fileAt(files, `full/${width},${height}/0/default.jpg`), 0, 0);
  }

  test('CMYK JPEG becomes sRGB', async () => {
    const bytes = await quarters(200, 200).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const { r, g, b } = await firstQuarter(bytes);
    near(r, RED.r, 40);
    near(g, RED.g, 40);
    near(b, RED.b, 40);
  });

  test('Display P3 is converted, not reinterpreted', async () => {
    const bytes = await quarters(200, 200).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    const stored = await sharp(await sharp(bytes).keepIccProfile().toBuffer(), { ignoreIcc: true })
      .extract({ left: 20, top: 20, width: 40, height: 40 })
      .stats();
    expect(stored.channels[0]!.mean).toBeLessThan(RED.r - 8);
    near((await firstQuarter(bytes)).r, RED.r, 4);
  });

  test('16-bit PNG keeps its tones', async () => {
    const bytes = await quarters(200, 200).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    const { r, g, b } = await firstQuarter(bytes);
    near(r, RED.r, 4);
    near(g, RED.g, 4);
    near(b, RED.b, 4);
  });

  test('grey and palette pictures become RGB', async () => {
    const coloured = await quarters(200, 200).png().toBuffer();
    const grey = await sharp(coloured).removeAlpha().toColourspace('b-w').png().toBuffer();
    expect((await sharp(grey).metadata()).channels).toBe(1);
    const { r, g, b } = await firstQuarter(grey);
    expect([g, b]).toEqual([r, r]);
    const palette = await quarters(200, 200).png({ palette: true }).toBuffer();
    near((await firstQuarter(palette)).r, RED.r, 6);
  });

  test('transparency becomes white', async () => {
    const bytes = await sharp({
      create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    expect(await firstQuarter(bytes)).toEqual({ r: 255, g: 255, b: 255 });
  });
});

describe('damaged files', () => {
  const refused = async (bytes: Uint8Array) =>
    codec.run({ kind: 'check', bytes }).then(
      () => 'taken',
      (error: { reason?: string }) => error.reason,
    );

  test('a JPEG cut anywhere is refused, by the check and by the maker', async () => {
    const whole = await noisyJpeg(800, 600);
    for (const share of [0.3, 0.6, 0.95, 0.999]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await refused(cut), `${share}`).toBe('damaged');
      await expect(codec.run({ kind: 'jpeg', bytes: cut })).rejects.toMatchObject({
        reason: 'damaged',
      });
    }
  });

  test('rubbish in the middle of the pixels is refused', async () => {
    const bytes = Buffer.from(await noisyJpeg(800, 600));
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xff, middle, middle + 64);
    expect(await refused(bytes)).toBe('damaged');
    const png = Buffer.from(await quarters(300, 300).png().toBuffer());
    const centre = Math.floor(png.length / 2);
    png.fill(0x55, centre, centre + 64);
    expect(await refused(png)).toBe('damaged');
  });

  test('a PNG that promises more rows than it holds is refused quickly', async () => {
    expect(await refused(pngSaying(9_000, 6_000, 10))).toBe('damaged');
  });

  test('too many pixels are refused a second time, behind the sniffer', async () => {
    expect(await refused(pngSaying(30_000, 30_000, 10))).toBe('damaged');
  });

  test('wrong scan parameters, which some phones write, are not damage', async () => {
    const bytes = Buffer.from(
      await sharp(await noisyJpeg(200, 150))
        .jpeg()
        .toBuffer(),
    );
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
    const lastCoefficient = scan + 2 + bytes.readUInt16BE(scan + 2) - 2;
    expect(bytes[lastCoefficient]).toBe(63);
    bytes[lastCoefficient] = 0;
    await expect(sharp(bytes, { failOn: 'warning' }).raw().toBuffer()).rejects.toThrow(
      'Invalid SOS',
    );
    expect(await refused(bytes)).toBe('taken');
    expect(await refused(bytes.subarray(0, bytes.length / 2))).toBe('damaged');
  });
});

const dot = () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } });
const gif = await dot().gif().toBuffer();
const tiff = await dot().tiff().toBuffer();
const avif = await dot().avif().toBuffer();

describe('loaders', () => {
  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['GIF', gif],
    ['TIFF', tiff],
    ['AVIF', avif],
  ])('%s cannot be opened even where nobody sniffed', async (_name, bytes) => {
    await expect(codec.run({ kind: 'check', bytes })).rejects.toMatchObject({ reason: 'damaged' });
  });
});
