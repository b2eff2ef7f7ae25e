import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  meanDifference,
  noisyJpeg,
  quarters,
  withOrientation,
  withPosition,
} from '#tests/unit/media/photos.ts';

// What a phone does to a photo before it sends it, in a real browser, bundled as the site bundles it.

const folder = mkdtempSync(join(tmpdir(), 'isoko-phone-'));
let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="./entry.ts"></script>',
  );
  const source = new URL('../../src/ui/media/shrink.ts', import.meta.url).pathname;
  writeFileSync(
    join(folder, 'entry.ts'),
    `import { preparePhoto } from ${JSON.stringify(source)};\nwindow.preparePhoto = preparePhoto;\n`,
  );
  await build({ root: folder, logLevel: 'error', worker: { format: 'es' } });
  server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-security-policy', "default-src 'self'; img-src 'self' blob:");
    response.setHeader('content-type', type).end(readFileSync(join(folder, 'dist', name)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await playwright.launch({
    executablePath: process.env['CHROME_PATH'] ?? (await chromium.executablePath()),
    args: [...chromium.args, '--no-sandbox'],
  });
  page = await browser.newPage();
  const address = server.address() as { port: number };
  await page.goto(`http://127.0.0.1:${address.port}/`);
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

type Prepared = {
  bytes: Buffer;
  type: string;
  width: number | null;
  height: number | null;
  codes: string[] | null;
};

async function prepare(photo: Uint8Array): Promise<Prepared> {
  const answer = await page.evaluate(async (base64) => {
    const binary = atob(base64);
    const file = new File([Uint8Array.from(binary, (c) => c.charCodeAt(0))], 'photo.jpg');
    const window_ = window as unknown as {
      preparePhoto: typeof import('#src/ui/media/shrink.ts').preparePhoto;
    };
    const { blob, width, height, verdict } = await window_.preparePhoto(file);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { base64: btoa(text), type: blob.type, width, height, codes: verdict?.codes ?? null };
  }, Buffer.from(photo).toString('base64'));
  const { base64, ...rest } = answer;
  return { ...rest, bytes: Buffer.from(base64, 'base64') };
}

/** The same, on a page whose own canvases are out of order: only the worker can have done it. */
async function prepareInWorker(photo: Uint8Array): Promise<Prepared> {
  await page.evaluate(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    Object.assign(window, { repair: () => (HTMLCanvasElement.prototype.getContext = getContext) });
  });
  try {
    return await prepare(photo);
  } finally {
    await page.evaluate(() => (window as unknown as { repair: () => void }).repair());
  }
}

/** The same, in a browser without workers and off-screen canvases. */
async function prepareOnPage(photo: Uint8Array): Promise<Prepared> {
  await page.evaluate(() => Object.assign(window, { KeptWorker: Worker, Worker: undefined }));
  try {
    return await prepare(photo);
  } finally {
    await page.evaluate(() => Object.assign(window, { Worker: (window as never)['KeptWorker'] }));
  }
}

describe.each([
  ['in a worker', prepareInWorker],
  ['on the page', prepareOnPage],
])('a photo is prepared %s', (_where, run) => {
  test('large ones come down to 2560 px as JPEG', async () => {
    const photo = await noisyJpeg(4000, 3000);
    const sent = await run(photo);
    expect(sent).toMatchObject({ type: 'image/jpeg', width: 2560, height: 1920 });
    expect(await sharp(sent.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 2560,
      height: 1920,
    });
    expect(sent.bytes.length).toBeLessThan(photo.length);
  });

  test('small ones keep their size', async () => {
    expect(await run(await noisyJpeg(640, 480))).toMatchObject({ width: 640, height: 480 });
  });

  test('position, camera and XMP stay on the phone', async () => {
    const { bytes } = await run(await withPosition(quarters(400, 300)));
    const { exif, xmp } = await sharp(bytes).metadata();
    expect({ exif, xmp }).toEqual({});
    expect(bytes.toString('latin1')).not.toMatch(/Isoko Test Camera|xmpmeta/);
  });

  test('turned ones come out upright', async () => {
    const upright = await quarters(400, 300).png().toBuffer();
    const { bytes, width, height } = await run(await withOrientation(upright, 6));
    expect({ width, height }).toEqual({ width: 400, height: 300 });
    expect(await meanDifference(bytes, upright)).toBeLessThan(6);
  });

  test('transparency becomes white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const create = { width: 60, height: 60, channels: 4 as const, background: clear };
    const { bytes } = await run(await sharp({ create }).png().toBuffer());
    expect((await sharp(bytes).stats()).channels.map((c) => Math.round(c.mean))).toEqual([
      255, 255, 255,
    ]);
  });

  test('a dark one is told so before it is sent', async () => {
    const create = { width: 300, height: 300, channels: 3 as const, background: '#101010' };
    expect((await run(await sharp({ create }).png().toBuffer())).codes).toEqual(['dark', 'flat']);
  });

  test('what the browser cannot open is sent as it is', async () => {
    const text = Buffer.from('no photo at all');
    const { bytes, width, height, codes } = await run(text);
    expect({ bytes, width, height, codes }).toEqual({
      bytes: text,
      width: null,
      height: null,
      codes: null,
    });
  });
});

describe('trouble', () => {
  test('a browser that adds noise to canvases sends the original', async () => {
    const photo = await noisyJpeg(300, 200);
    await page.evaluate(() => {
      const { getImageData } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.getImageData = function (...args) {
        const image = getImageData.apply(this, args);
        image.data[0] = (image.data[0] ?? 0) ^ 1;
        return image;
      };
      Object.assign(window, {
        restore: () => (CanvasRenderingContext2D.prototype.getImageData = getImageData),
      });
    });
    const { bytes, codes } = await prepareOnPage(photo);
    await page.evaluate(() => (window as unknown as { restore: () => void }).restore());
    expect(codes).toBeNull();
    expect(bytes.equals(photo)).toBe(true);
  });

  test('giving up one photo rejects with the reason and does not hold up the next', async () => {
    const outcome = await page.evaluate(async () => {
      const window_ = window as unknown as {
        preparePhoto: typeof import('#src/ui/media/shrink.ts').preparePhoto;
      };
      const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 200 });
      canvas.getContext('2d')?.fillRect(0, 0, 300, 200);
      const photo = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
      const giveUp = new AbortController();
      const first = window_
        .preparePhoto(photo, { signal: giveUp.signal })
        .catch((error: unknown) => error);
      const second = window_.preparePhoto(photo);
      giveUp.abort('enough');
      return [await first, (await second).width];
    });
    expect(outcome).toEqual(['enough', 300]);
  });
});
