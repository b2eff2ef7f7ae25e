import { shrinkPixels, type CanvasMaker, type Shrunk } from './shrink-pixels.ts';

// The worker's half of shrink.ts: one photo in, one answer out, then the page ends this worker.

export type WorkerAnswer = { ok: true; shrunk: Shrunk } | { ok: false };

const offscreen: CanvasMaker = {
  create: (width, height) => new OffscreenCanvas(width, height),
  toJpeg: (canvas, quality) =>
    (canvas as OffscreenCanvas).convertToBlob({ type: 'image/jpeg', quality }),
};

self.onmessage = async ({ data: file }: MessageEvent<Blob>) => {
  self.postMessage(await answer(file));
};

async function answer(file: Blob): Promise<WorkerAnswer> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const source = { image, width: image.width, height: image.height };
    return { ok: true, shrunk: await shrinkPixels(source, offscreen) };
  } catch {
    return { ok: false };
  }
}
