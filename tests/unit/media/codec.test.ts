import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startCodec } from '#src/server/media/codec-process.ts';
import type { Derivative } from '#src/server/media/codec-protocol.ts';
import {
  meanDifference,
  noisyJpeg,
  pngSaying,
  quarterColour,
  quarters,
  withOrientation,
  withPosition,
  withSegment,
} from './photos.ts';

// Encoding is honest work; on a busy machine five seconds are not enough.
vi.setConfig({ testTimeout: 60_000 });

const codec = startCodec();
afterAll(() => codec.close());

/** A folder with real photographs, which are not ours to commit: portrait_orientation_1.jpg to _8.jpg. */
const SHARED_PHOTOS = process.env['ISOKO_TEST_PHOTOS'] ?? '';

function file(files: Derivative[], path: string): Uint8Array {
  const found = files.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`no ${path} among ${files.map((f) => f.path).join(' ')}`);
  return found.bytes;
}

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
    const { files } = await codec.run({ kind: 'crop', bytes, crop: { region, targetWidth: 100 } });
    expect(files.map((f) => f.path)).toEqual([
      '200,0,200,100/100,50/0/default.jpg',
      '200,0,200,100/100,50/0/default.avif',
    ]);
    const green = await quarterColour(file(files, '200,0,200,100/100,50/0/default.jpg'), 0, 0);
    expect(green.g).toBeGreaterThan(140);
    expect(green.r).toBeLessThan(60);
    const large = await codec.run({ kind: 'crop', bytes, crop: { region, targetWidth: 900 } });
    expect(large.files[0]?.path).toBe('200,0,200,100/200,100/0/default.jpg');
    const outside = { region: { ...region, x: 201 }, targetWidth: 100 };
    await expect(codec.run({ kind: 'crop', bytes, crop: outside })).rejects.toThrow('region');
  });
});

describe('orientation', () => {
  test('all eight flags come out upright and alike', async () => {
    const upright = await quarters(240, 160).png().toBuffer();
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bytes = await withOrientation(upright, orientation);
      expect((await sharp(bytes).metadata()).orientation).toBe(orientation);
      expect(await codec.run({ kind: 'check', bytes })).toEqual({ width: 240, height: 160 });
      const { files } = await codec.run({ kind: 'jpeg', bytes });
      const image = file(files, 'full/240,160/0/default.jpg');
      expect(await meanDifference(image, upright), `flag ${orientation}`).toBeLessThan(4);
    }
  });

  test.runIf(existsSync(`${SHARED_PHOTOS}/portrait_orientation_1.jpg`))(
    'eight real photographs of one scene come out alike',
    async () => {
      const images: Uint8Array[] = [];
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const bytes = readFileSync(`${SHARED_PHOTOS}/portrait_orientation_${orientation}.jpg`);
        const { files } = await codec.run({ kind: 'jpeg', bytes });
        images.push(file(files, 'full/320,480/0/default.jpg'));
      }
      for (const image of images) expect(await meanDifference(image, images[0]!)).toBeLessThan(8);
    },
  );
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

describe('colour', () => {
  const RED = { r: 0xd0, g: 0x20, b: 0x20 };
  const near = (value: number, wanted: number, by: number) =>
    expect(Math.abs(value - wanted), `${value} near ${wanted}`).toBeLessThanOrEqual(by);

  async function firstQuarter(bytes: Buffer) {
    const { files, width, height } = await codec.run({ kind: 'jpeg', bytes });
    return quarterColour(file(files, `full/${width},${height}/0/default.jpg`), 0, 0);
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
