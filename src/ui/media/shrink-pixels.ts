import { photoVerdict, VERDICT_EDGE, type Verdict } from '#src/domain/photo-verdict.ts';

/** Longest edge in pixels of what is sent. */
export const SENT_EDGE = 2560;
const JPEG_QUALITY = 0.85;

export type Shrunk = { blob: Blob; width: number; height: number; verdict: Verdict };

/** A picture the browser has decoded upright, and its size in pixels. */
export type Source = { image: CanvasImageSource; width: number; height: number };

type Canvas = HTMLCanvasElement | OffscreenCanvas;
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What differs between a page and a worker. */
export type CanvasMaker = {
  create: (width: number, height: number) => Canvas;
  toJpeg: (canvas: Canvas, quality: number) => Promise<Blob | null>;
};

/**
 * Scales a picture to what is sent and judges it. Drawing drops everything that is not a pixel: position,
 * camera, owner. Rejects when this browser cannot, or will not hand out true pixels.
 */
export async function shrinkPixels(source: Source, maker: CanvasMaker): Promise<Shrunk> {
  if (!tellsTruth(maker)) throw new Error('this browser alters the pixels it hands out');
  const size = fit(source, SENT_EDGE);
  const canvas = maker.create(size.width, size.height);
  draw(contextOf(canvas), source, size);
  const verdict = judge(source, maker);
  const blob = await maker.toJpeg(canvas, JPEG_QUALITY);
  // A canvas of no pixels is how browsers answer when memory is short.
  if (blob?.type !== 'image/jpeg' || blob.size === 0) throw new Error('no JPEG from this browser');
  return { blob, ...size, verdict };
}

function fit({ width, height }: Source, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function draw(context: Context, source: Source, size: { width: number; height: number }): void {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source.image, 0, 0, size.width, size.height);
}

function judge(source: Source, maker: CanvasMaker): Verdict {
  const { width, height } = fit(source, VERDICT_EDGE);
  const context = contextOf(maker.create(width, height));
  draw(context, source, { width, height });
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
    grey[at] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return photoVerdict(grey, width, height);
}

/** Some browsers add noise to every canvas against fingerprinting: a known pattern must come back as drawn. */
function tellsTruth(maker: CanvasMaker): boolean {
  const edge = 16;
  const context = contextOf(maker.create(edge, edge));
  for (let y = 0; y < edge; y += 1) {
    context.fillStyle = `rgb(${y * 16} ${255 - y * 16} 128)`;
    context.fillRect(0, y, edge, 1);
  }
  const { data } = context.getImageData(0, 0, edge, edge);
  return data.every((value, at) => value === expected(at % 4, Math.floor(at / (edge * 4))));
}

function expected(channel: number, y: number): number {
  return [y * 16, 255 - y * 16, 128, 255][channel] ?? 0;
}

function contextOf(canvas: Canvas): Context {
  const context = canvas.getContext('2d') as Context | null;
  if (!context) throw new Error('no canvas in this browser');
  return context;
}
