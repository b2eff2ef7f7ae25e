import type { Verdict } from '#src/domain/photo-verdict.ts';
import { shrinkPixels, type CanvasMaker, type Shrunk, type Source } from './shrink-pixels.ts';
import type { WorkerAnswer } from './shrink-worker.ts';

/**
 * What to send. `width`, `height` (pixels) and `verdict` are null when this browser could not open the photo
 * and `blob` is the file as it came; the server then looks at it alone.
 */
export type PreparedPhoto = {
  blob: Blob;
  width: number | null;
  height: number | null;
  verdict: Verdict | null;
};

/**
 * Scales a photo to at most 2560 px and drops all it says besides its pixels, GPS first of all: in a worker, else
 * on the page, else not at all. Photos wait for each other, because a cheap phone has room for one at a time.
 * Rejects only with the signal's reason.
 */
export async function preparePhoto(
  file: Blob,
  { signal }: { signal?: AbortSignal } = {},
): Promise<PreparedPhoto> {
  const turn = lastTurn.then(async () => {
    signal?.throwIfAborted();
    return (await shrinkInWorker(file, signal)) ?? (await shrinkOnPage(file));
  });
  lastTurn = turn.catch(() => undefined);
  const shrunk = await turn;
  signal?.throwIfAborted();
  return shrunk ?? { blob: file, width: null, height: null, verdict: null };
}

let lastTurn: Promise<unknown> = Promise.resolve();

function shrinkInWorker(file: Blob, signal?: AbortSignal): Promise<Shrunk | null> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined')
    return Promise.resolve(null);
  const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Shrunk | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) =>
      resolve(data.ok ? data.shrunk : null);
    worker.onerror = () => resolve(null);
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.postMessage(file);
  });
  return answer.finally(() => worker.terminate());
}

const onPage: CanvasMaker = {
  create: (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
  toJpeg: (canvas, quality) =>
    new Promise((resolve) => (canvas as HTMLCanvasElement).toBlob(resolve, 'image/jpeg', quality)),
};

async function shrinkOnPage(file: Blob): Promise<Shrunk | null> {
  const address = URL.createObjectURL(file);
  try {
    return await shrinkPixels(await decode(address), onPage);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function decode(address: string): Promise<Source> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return { image, width: image.naturalWidth, height: image.naturalHeight };
}
