import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A zip without the large-file form ends here, in bytes. */
const LARGEST_BYTES = 2_000_000_000;
/** Packed already: to deflate them costs time and saves nothing. */
const PACKED = /\.(?:jpg|woff2|mp3|m4a|ogg|webm|pdf|png)$/;

export type ZipSummary = { bytes: number; files: number; sha256: string };

/** A zip on the disk that grows file by file: no more than one of them is held in memory. */
export class ZipFile {
  readonly #zip: Zip;
  readonly #to: number;
  readonly #hash = createHash('sha256');
  readonly #names = new Set<string>();
  #bytes = 0;
  #failure: Error | undefined;

  constructor(path: string) {
    this.#to = openSync(path, 'w');
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failure ??= error;
      else this.#write(chunk);
    });
  }

  #write(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > LARGEST_BYTES) this.#failure ??= new RangeError('the archive is too large');
    if (this.#failure) return;
    this.#hash.update(chunk);
    for (let from = 0; from < chunk.length;) from += writeSync(this.#to, chunk, from);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Adds a file; one that is there already stays. Throws when the disk is full or the zip too large. */
  add(name: string, content: Uint8Array | string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    const file = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    this.#zip.add(file);
    file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
    if (this.#failure) throw this.#failure;
  }

  end(): ZipSummary {
    this.#zip.end();
    this.close();
    if (this.#failure) throw this.#failure;
    return { bytes: this.#bytes, files: this.#names.size, sha256: this.#hash.digest('hex') };
  }

  close(): void {
    try {
      closeSync(this.#to);
    } catch {
      // Closed before.
    }
  }
}
