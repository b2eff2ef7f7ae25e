import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Encoding } from './cache-key.ts';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const unbrotli = promisify(zlib.brotliDecompress);
const ungzip = promisify(zlib.gunzip);

/** Below this many bytes compression costs more than it saves. */
export const SMALLEST_BYTES = 860;

/** A page at such a quality takes less than a millisecond; to hand it to another thread and back takes as long again. */
const QUICK_QUALITY = 3;
const QUICK_BYTES = 128_000;

const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|ld\+json|manifest\+json|javascript|xml|rss\+xml|atom\+xml|geo\+json)|image\/svg\+xml)/i;

export function compressible(contentType: string | undefined): boolean {
  return (
    contentType !== undefined &&
    COMPRESSIBLE.test(contentType) &&
    !/event-stream/i.test(contentType)
  );
}

/** Compresses a whole body. `quality` is brotli's (0 to 11); gzip takes the nearest of its own levels. */
export async function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'identity') return body;
  const here = quality <= QUICK_QUALITY && body.length <= QUICK_BYTES;
  if (encoding === 'gzip') {
    const options = { level: Math.min(9, quality + 1) };
    return here ? zlib.gzipSync(body, options) : gzip(body, options);
  }
  const options = {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [zlib.constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
    },
  };
  return here ? zlib.brotliCompressSync(body, options) : brotli(body, options);
}

/** The default window of 4 MB costs each encoder several megabytes, whatever the size of the page. */
function windowFor(bytes: number): number {
  return Math.min(20, Math.max(16, Math.ceil(Math.log2(bytes + 1)) + 1));
}

export async function decompress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return body;
  return encoding === 'br' ? unbrotli(body) : ungzip(body);
}

/** A compressor for bodies of unknown length. */
export function compressor(encoding: 'br' | 'gzip'): Transform {
  if (encoding === 'gzip') return zlib.createGzip({ level: 5 });
  return zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } });
}
