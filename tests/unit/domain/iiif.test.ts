import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DERIVATIVE_WIDTHS,
  fallbackSource,
  imageFiles,
  imageInformation,
  isImagePath,
  parsePictureName,
  pictureSizes,
  pictureSources,
  regionPath,
  scaledTo,
  srcset,
} from '#src/domain/iiif.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 2048 }),
  height: fc.integer({ min: 1, max: 2048 }),
});

describe('sizes', () => {
  it('lists the widths below the picture and the picture itself', () => {
    expect(pictureSizes({ width: 1500, height: 1000 })).toEqual([
      { width: 320, height: 213 },
      { width: 640, height: 427 },
      { width: 960, height: 640 },
      { width: 1440, height: 960 },
      { width: 1500, height: 1000 },
    ]);
    expect(pictureSizes({ width: 2048, height: 1365 }).map((s) => s.width)).toEqual([
      ...DERIVATIVE_WIDTHS,
    ]);
    expect(pictureSizes({ width: 320, height: 5 })).toEqual([{ width: 320, height: 5 }]);
    expect(pictureSizes({ width: 7, height: 9 })).toEqual([{ width: 7, height: 9 }]);
  });

  it('rises, never enlarges, keeps the shape to half a pixel', () => {
    fc.assert(
      fc.property(size, (full) => {
        const sizes = pictureSizes(full);
        sizes.forEach((s, i) => {
          expect(s.width).toBeGreaterThan(sizes[i - 1]?.width ?? 0);
          expect(s.height).toBeGreaterThanOrEqual(1);
          expect(s.width <= full.width && s.height <= full.height).toBe(true);
          const exact = (full.height * s.width) / full.width;
          expect(Math.abs(s.height - exact)).toBeLessThanOrEqual(exact < 0.5 ? 1 : 0.5);
        });
        expect(sizes.at(-1)).toEqual(full);
      }),
    );
  });

  it('refuses what is no picture', () => {
    for (const bad of [0, -1, 1.5, NaN, Infinity]) {
      expect(() => pictureSizes({ width: bad, height: 10 })).toThrow(RangeError);
      expect(() => scaledTo({ width: 10, height: bad }, 5)).toThrow(RangeError);
    }
  });
});

describe('files', () => {
  it('names them as a level-0 service does', () => {
    expect(imageFiles({ width: 700, height: 350 }, 'jpg').map((f) => f.path)).toEqual([
      'full/320,160/0/default.jpg',
      'full/640,320/0/default.jpg',
      'full/700,350/0/default.jpg',
      'full/90,/0/default.jpg',
      'full/max/0/default.jpg',
    ]);
    expect(imageFiles({ width: 700, height: 350 }, 'avif').map((f) => f.path)).toEqual([
      'full/320,160/0/default.avif',
      'full/640,320/0/default.avif',
      'full/700,350/0/default.avif',
    ]);
    expect(imageFiles({ width: 89, height: 40 }, 'jpg').map((f) => f.path)).not.toContain(
      'full/90,/0/default.jpg',
    );
    expect(
      imageFiles({ width: 90, height: 45 }, 'jpg').find((f) => f.path.includes('90,/')),
    ).toMatchObject({
      width: 90,
      height: 45,
    });
  });

  it('names each file once, and the door lets each through', () => {
    fc.assert(
      fc.property(size, (full) => {
        const paths = [...imageFiles(full, 'jpg'), ...imageFiles(full, 'avif')].map((f) => f.path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths.filter((p) => !isImagePath(p))).toEqual([]);
      }),
    );
    expect(isImagePath('info.json')).toBe(true);
  });

  it.each([
    '',
    'full/max/0/default.png',
    'full/max/90/default.jpg',
    'full/../secret/0/default.jpg',
    '../info.json',
    'full/max/0/default.jpg/..',
    'full/,/0/default.jpg',
    'full/320,213/0/default.jpg\n',
    'full/999999,1/0/default.jpg',
    '%2e%2e/info.json',
  ])('keeps the door shut for %j', (path) => expect(isImagePath(path)).toBe(false));

  it('takes names apart', () => {
    expect(parsePictureName('0123456789-00ff00ff')).toEqual({
      code: '0123456789',
      sha8: '00ff00ff',
    });
    for (const bad of [
      '0123456789',
      'l123456789-00ff00ff',
      '0123456789-00FF00FF',
      'a-b',
      '0123456789-00ff00ff0',
    ]) {
      expect(parsePictureName(bad)).toBeNull();
    }
  });

  it('cuts regions that lie inside', () => {
    const full = { width: 1000, height: 800 };
    const region = { x: 10, y: 20, width: 400, height: 300 };
    const path = regionPath(full, region, { width: 200, height: 150 }, 'jpg');
    expect(path).toBe('10,20,400,300/200,150/0/default.jpg');
    expect(isImagePath(path)).toBe(true);
    const whole = { x: 0, y: 0, ...full };
    expect(regionPath(full, whole, full, 'avif')).toBe('0,0,1000,800/1000,800/0/default.avif');
    const out = { width: 10, height: 10 };
    for (const bad of [
      { x: 601 },
      { y: 501 },
      { x: -1 },
      { y: -1 },
      { x: 0.5 },
      { width: 0 },
      { height: NaN },
    ]) {
      expect(() => regionPath(full, { ...region, ...bad }, out, 'jpg')).toThrow(RangeError);
    }
    expect(() => regionPath(full, region, { width: 401, height: 10 }, 'jpg')).toThrow(RangeError);
    expect(() => regionPath(full, region, { width: 10, height: 301 }, 'jpg')).toThrow(RangeError);
  });
});

describe('info.json', () => {
  it('has what Image API 3 requires, and promises no file that is not there', () => {
    const plain = imageInformation(
      'https://x.test/iiif/3/a-b',
      { width: 700, height: 350 },
      { avif: false },
    );
    expect(plain).toEqual({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: 'https://x.test/iiif/3/a-b',
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level0',
      width: 700,
      height: 350,
      sizes: [
        { width: 320, height: 160 },
        { width: 640, height: 320 },
        { width: 700, height: 350 },
      ],
      preferredFormats: ['jpg'],
    });
    const both = imageInformation('x', { width: 700, height: 350, colour: '#000000' } as never, {
      avif: true,
    });
    expect(both).toMatchObject({ preferredFormats: ['avif', 'jpg'], extraFormats: ['avif'] });
    expect(both).not.toHaveProperty('colour');
  });
});

describe('srcset', () => {
  const media = { width: 1000, height: 500, avif: true };

  it('lists url and width, capped when asked', () => {
    expect(srcset('/p', media, 'avif', 640)).toBe(
      '/p/full/320,160/0/default.avif 320w, /p/full/640,320/0/default.avif 640w',
    );
    expect(srcset('/p', media, 'jpg').split(', ')).toHaveLength(4);
    expect(srcset('/p', media, 'jpg', 1)).toBe('/p/full/320,160/0/default.jpg 320w');
  });

  it('falls back on the smallest that is wide enough', () => {
    expect(fallbackSource('/p', media, 640)).toBe('/p/full/640,320/0/default.jpg');
    expect(fallbackSource('/p', media, 641)).toBe('/p/full/960,480/0/default.jpg');
    expect(fallbackSource('/p', media, 5000)).toBe('/p/full/1000,500/0/default.jpg');
  });

  it('names only files that exist', () => {
    fc.assert(
      fc.property(size, fc.boolean(), fc.integer({ min: 1, max: 4000 }), (full, avif, width) => {
        const made = [...imageFiles(full, 'jpg'), ...imageFiles(full, 'avif')].map(
          (f) => `/p/${f.path}`,
        );
        const sources = pictureSources('/p', { ...full, avif }, { width, widthMax: width });
        expect(sources.avif === null).toBe(!avif);
        const urls = [sources.src, ...`${sources.jpg}, ${sources.avif ?? sources.jpg}`.split(', ')];
        for (const url of urls) expect(made).toContain(url.split(' ')[0]);
      }),
    );
  });
});
