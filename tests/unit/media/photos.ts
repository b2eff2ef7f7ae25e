import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { Derivative } from '#src/server/media/codec-protocol.ts';

/** Photographs and bad files, made in the test: nothing is committed but the code that makes them. */

export type Rgb = { r: number; g: number; b: number };

/** A picture with four different quarters (red, green, blue, white), so that turning and mirroring show. */
export function quarters(width: number, height: number): Sharp {
  const half = { width: width / 2, height: height / 2, channels: 3 as const };
  const at = (background: string, left: number, top: number) => ({
    input: { create: { ...half, background } },
    left,
    top,
  });
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    at('#d02020', 0, 0),
    at('#20a040', width / 2, 0),
    at('#2040c0', 0, height / 2),
  ]);
}

/** Noise and a gradient: something that a decoder has work with. */
export async function noisyJpeg(width: number, height: number): Promise<Buffer> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Soft patches of light, as a photograph mostly is: encoders are done with it in a fraction of the time. */
export async function softJpeg(width: number, height: number): Promise<Buffer> {
  const small = await noisyJpeg(Math.ceil(width / 24), Math.ceil(height / 24));
  return sharp(small)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** What the camera would have stored so that the flag `orientation` turns it upright again. */
export async function withOrientation(upright: Buffer, orientation: number): Promise<Buffer> {
  const undo: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(270).flop(),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(90).flop(),
    8: (image) => image.rotate(90),
  };
  const stored = await undo[orientation]!(sharp(upright)).png().toBuffer();
  // Flip and rotate in one pipeline run in sharp's own order, hence two.
  return sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}

/** A JPEG with a position on the globe, a camera name and an XMP packet. */
export async function withPosition(image: Sharp): Promise<Buffer> {
  return image
    .withExif({
      IFD0: { Make: 'Isoko Test Camera' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '1/1 57/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '30/1 3/1 0/1',
      },
    })
    .withXmp('<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG that says it is `width` × `height` and holds only `rows` rows of black, very well compressed. */
export function pngSaying(
  width: number,
  height: number,
  rows: number,
  before: Buffer[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((width * 3 + 1) * rows), { level: 9 });
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts a segment behind a JPEG's first marker. */
export function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** The smallest ZIP: one stored file and the directory at the end. */
export function zipFile(): Buffer {
  const name = Buffer.from('bomb.txt');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length, 16);
  return Buffer.concat([local, name, entry, name, end]);
}

/** Mean colour of the middle of a quarter, counted from the left and the top. */
export async function quarterColour(image: Uint8Array, column: 0 | 1, row: 0 | 1): Promise<Rgb> {
  const { width, height } = await sharp(image).metadata();
  const { channels } = await sharp(
    await sharp(image)
      .extract({
        left: Math.round(width * (column / 2 + 0.125)),
        top: Math.round(height * (row / 2 + 0.125)),
        width: Math.round(width / 4),
        height: Math.round(height / 4),
      })
      .png()
      .toBuffer(),
  ).stats();
  const mean = (index: number) => Math.round(channels[index]?.mean ?? -1);
  return { r: mean(0), g: mean(1), b: mean(2) };
}

/** Largest difference of two pictures of one size, averaged over the pixels, 0..255. */
export async function meanDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((x) => sharp(x).removeAlpha().raw().toBuffer()),
  );
  if (!a || !b || a.length !== b.length) return 255;
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}

/** The bytes of the file at `path`; throws with the paths there are. */
export function fileAt(files: Derivative[], path: string): Uint8Array {
  const found = files.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`no ${path} among ${files.map((f) => f.path).join(' ')}`);
  return found.bytes;
}
