import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sniffPhoto } from '#src/server/media/sniff.ts';
import { noisyJpeg, pngChunk, pngSaying, quarters, withSegment, zipFile } from './photos.ts';

/** The error code, or type and size of what was accepted. */
function verdict(bytes: Uint8Array): string {
  const sniffed = sniffPhoto(bytes);
  if (!sniffed.ok) return sniffed.failure.code;
  return `${sniffed.value.type} ${sniffed.value.width}x${sniffed.value.height}`;
}

const ftyp = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1');
const jpeg = await quarters(64, 48).jpeg().toBuffer();
const progressive = await quarters(64, 48).jpeg({ progressive: true }).toBuffer();
const png = await quarters(64, 48).png().toBuffer();
const webp = await quarters(64, 48).webp().toBuffer();
const deepPng = await quarters(64, 48).toColourspace('rgb16').png().toBuffer();
const losslessWebp = await quarters(64, 48).webp({ lossless: true }).toBuffer();
const extendedWebp = await quarters(64, 48).ensureAlpha(0.5).webp().toBuffer();
const gif = await quarters(8, 8).gif().toBuffer();
const tiff = await quarters(8, 8).tiff().toBuffer();
const avif = await quarters(8, 8).avif().toBuffer();

describe('what is taken', () => {
  test.each([
    ['baseline JPEG', jpeg, 'image/jpeg 64x48'],
    ['progressive JPEG', progressive, 'image/jpeg 64x48'],
    ['PNG', png, 'image/png 64x48'],
    ['16-bit PNG', deepPng, 'image/png 64x48'],
    ['lossy WebP', webp, 'image/webp 64x48'],
    ['lossless WebP', losslessWebp, 'image/webp 64x48'],
    ['extended WebP (with transparency)', extendedWebp, 'image/webp 64x48'],
  ])('%s, by its bytes', (_name, bytes, expected) => {
    expect(verdict(bytes)).toBe(expected);
  });

  test('the frame header counts, not the thumbnail inside EXIF', async () => {
    const thumbnail = await quarters(16, 12).jpeg().toBuffer();
    const exif = Buffer.concat([Buffer.from('Exif\0\0'), thumbnail]);
    expect(verdict(withSegment(jpeg, 0xe1, exif))).toBe('image/jpeg 64x48');
  });

  test('a motion photo: a film behind the picture is the phone’s business', () => {
    const film = Buffer.concat([ftyp('mp42'), Buffer.alloc(500, 7)]);
    expect(verdict(Buffer.concat([jpeg, film]))).toBe('image/jpeg 64x48');
  });

  test('a view into a larger buffer is read from its own start', () => {
    const large = Buffer.concat([Buffer.alloc(11), png, Buffer.alloc(5)]);
    expect(verdict(large.subarray(11, 11 + png.length))).toBe('image/png 64x48');
  });
});

describe('what is not a photo', () => {
  test.each([
    ['nothing at all', Buffer.alloc(0), 'photo_empty'],
    ['a text called .jpg', Buffer.from('Dear buyer, the shoes are ready.'), 'photo_not_an_image'],
    [
      'a text that begins like a BMP',
      Buffer.from('BMW parts, leather seats'),
      'photo_not_an_image',
    ],
    [
      'SVG with script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'photo_not_an_image',
    ],
    ['HTML', Buffer.from('<!doctype html><script src=//evil></script>'), 'photo_not_an_image'],
    ['a ZIP', zipFile(), 'photo_not_an_image'],
    ['a gzip bomb', gzipSync(Buffer.alloc(20_000_000)), 'photo_not_an_image'],
    ['a film', ftyp('mp42'), 'photo_not_an_image'],
    ['PDF', Buffer.from('%PDF-1.7 …'), 'photo_not_an_image'],
    ['one byte', Buffer.from([0xff]), 'photo_not_an_image'],
  ])('%s', (_name, bytes, code) => {
    expect(verdict(bytes)).toBe(code);
  });

  test.each([
    ['GIF', gif, 'photo_kind'],
    ['TIFF', tiff, 'photo_kind'],
    ['AVIF', avif, 'photo_kind'],
    ['BMP', Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'latin1'), 'photo_kind'],
    ['Photoshop', Buffer.from('8BPS\0\x01', 'latin1'), 'photo_kind'],
    ['HEIC of an iPhone', ftyp('heic'), 'photo_heic'],
    ['HEIF by its other name', ftyp('mif1'), 'photo_heic'],
  ])('%s is a picture of a kind that is not taken', (_name, bytes, code) => {
    expect(verdict(bytes)).toBe(code);
  });

  test('25 MB is the most, whatever is inside', () => {
    expect(verdict(Buffer.concat([jpeg, Buffer.alloc(40_000_000)]))).toBe('photo_too_large');
  });
});

describe('bombs', () => {
  test('30 000 × 30 000 PNG in a few kB is refused from its header', () => {
    const bomb = pngSaying(30_000, 30_000, 100);
    expect(bomb.length).toBeLessThan(20_000);
    expect(verdict(bomb)).toBe('photo_too_many_pixels');
  });

  test('60 megapixels are the limit, exactly', () => {
    expect(verdict(pngSaying(10_000, 6_000, 1))).toBe('image/png 10000x6000');
    expect(verdict(pngSaying(10_001, 6_000, 1))).toBe('photo_too_many_pixels');
  });

  test('a strip longer than any camera makes', () => {
    expect(verdict(pngSaying(60_001, 1, 1))).toBe('photo_too_many_pixels');
  });

  test('a JPEG whose frame header claims 65 500 × 65 500', () => {
    const bomb = Buffer.from(jpeg);
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]));
    bomb.writeUInt16BE(65_500, frame + 5);
    bomb.writeUInt16BE(65_500, frame + 7);
    expect(verdict(bomb)).toBe('photo_too_many_pixels');
  });
});

describe('moving pictures', () => {
  test('animated WebP', async () => {
    const frames = await Promise.all([1, 2, 3].map(() => noisyJpeg(32, 32)));
    const animated = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(verdict(animated)).toBe('photo_animated');
    const flagOff = Buffer.from(animated);
    flagOff[20] = (flagOff[20] ?? 0) & ~0x02;
    expect(verdict(flagOff)).toBe('photo_animated');
  });

  test('animated PNG', () => {
    const control = pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
    expect(verdict(pngSaying(8, 8, 8, [control]))).toBe('photo_animated');
  });
});

describe('damage that shows without decoding', () => {
  test.each([
    ['JPEG that ends in its tables', jpeg.subarray(0, 100)],
    ['JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    [
      'JPEG with rubbish between segments',
      Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(9), jpeg]),
    ],
    ['PNG cut in the middle', png.subarray(0, png.length - 20)],
    ['PNG that is only a signature', png.subarray(0, 8)],
    ['PNG of width 0', pngSaying(0, 10, 0)],
    ['WebP cut in the middle', webp.subarray(0, webp.length - 40)],
    [
      'WebP of an unknown chunk',
      Buffer.from('RIFF\x20\0\0\0WEBPJUNKjunkjunkjunkjunkjunkjunk', 'latin1'),
    ],
  ])('%s', (_name, bytes) => {
    expect(verdict(bytes)).toBe('photo_damaged');
  });

  test('no beginning of a PNG or WebP passes, at any length', () => {
    const refusals = new Set<string>();
    for (const sound of [png, webp])
      for (let length = 0; length < sound.length; length += 1)
        refusals.add(verdict(sound.subarray(0, length)));
    expect([...refusals].sort()).toEqual(['photo_damaged', 'photo_empty', 'photo_not_an_image']);
  });

  test('a 12-bit or arithmetic JPEG is another kind', () => {
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    const deep = Buffer.from(jpeg);
    deep[frame + 4] = 12;
    expect(verdict(deep)).toBe('photo_kind');
    const arithmetic = Buffer.from(jpeg);
    arithmetic[frame + 1] = 0xc9;
    expect(verdict(arithmetic)).toBe('photo_kind');
  });
});

describe('files that are two things at once', () => {
  test.each([
    ['script in a JPEG comment', withSegment(jpeg, 0xfe, Buffer.from('<ScRiPt>alert(1)</script>'))],
    ['PHP behind a JPEG', Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]);')])],
    ['HTML behind a PNG', Buffer.concat([png, Buffer.from('<!DOCTYPE html><body onload=x>')])],
    ['a PHP archive', Buffer.concat([jpeg, Buffer.from('__HALT_COMPILER(); ?>')])],
    ['a ZIP behind a JPEG', Buffer.concat([jpeg, zipFile()])],
    ['a PDF in a JPEG comment', withSegment(jpeg, 0xfe, Buffer.from('%PDF-1.4'))],
    [
      'script in a PNG text',
      pngSaying(8, 8, 8, [pngChunk('tEXt', Buffer.from('Comment\0<script>x</script>'))]),
    ],
  ])('%s', (_name, bytes) => {
    expect(verdict(bytes)).toBe('photo_mixed');
  });

  test('XMP, which is XML, is not script', async () => {
    const xmp = '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>';
    expect(verdict(await quarters(64, 48).withXmp(xmp).jpeg().toBuffer())).toBe('image/jpeg 64x48');
  });
});
