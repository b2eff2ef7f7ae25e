import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { App } from '@supabase/lite';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>;
type Body = Parameters<StorageAdapter['uploadObject']>[3];
type Kept = { key: string; mimetype: string; cacheControl: string; eTag: string; size: number };

/** No object is larger, whatever a bucket says; an upload that goes on is cut off and leaves nothing. */
const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

/**
 * Objects as files. A file is named by the SHA-256 of its key, so no key can leave the folder, and `a` and
 * `a/b` can both exist. The bytes come first and the small JSON beside them last, each by rename: a crash
 * leaves the old object or the new one, never half of one.
 */
export class FileStorage implements StorageAdapter {
  readonly driver = null;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(bucket: string, key: string): string {
    const name = createHash('sha256').update(key).digest('hex');
    return join(this.#folder, encodeURIComponent(bucket), name.slice(0, 2), name);
  }

  async #kept(bucket: string, key: string): Promise<Kept> {
    return JSON.parse(await readFile(`${this.#path(bucket, key)}.json`, 'utf8')) as Kept;
  }

  async #keep(path: string, kept: Kept): Promise<void> {
    const draft = `${path}.${randomUUID()}.tmp`;
    await writeFile(draft, JSON.stringify(kept));
    await rename(draft, `${path}.json`);
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    mimetype: string,
    cacheControl: string,
  ): Promise<Metadata> {
    const path = this.#path(bucket, key);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      const { size, eTag } = await writeMeasured(body, draft);
      await rename(draft, path);
      const kept = { key, mimetype, cacheControl, eTag, size };
      await this.#keep(path, kept);
      return metadataOf(kept, new Date());
    } catch (failure) {
      await rm(draft, { force: true });
      throw failure;
    }
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    const [kept, { mtime }] = await Promise.all([
      this.#kept(bucket, key),
      stat(this.#path(bucket, key)),
    ]);
    return { ...metadataOf(kept, mtime), httpStatusCode: 200 };
  }

  async getObject(bucket: string, key: string) {
    const metadata = await this.headObject(bucket, key);
    const body = Readable.toWeb(createReadStream(this.#path(bucket, key))) as ReadableStream;
    return { metadata, httpStatusCode: 200, body };
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    const path = this.#path(bucket, key);
    await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
  }

  async deleteObjects(bucket: string, keys: string[]): Promise<void> {
    for (const key of keys) await this.deleteObject(bucket, key);
  }

  async copyObject(
    sourceBucket: string,
    source: string,
    _version: string | undefined,
    destinationBucket: string,
    destination: string,
  ) {
    const kept = await this.#kept(sourceBucket, source);
    const path = this.#path(destinationBucket, destination);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}.tmp`;
    await copyFile(this.#path(sourceBucket, source), draft);
    await rename(draft, path);
    await this.#keep(path, { ...kept, key: destination });
    return { httpStatusCode: 200, eTag: kept.eTag, lastModified: new Date() };
  }

  async privateAssetUrl(bucket: string, key: string): Promise<string> {
    return `file://${this.#path(bucket, key)}`;
  }
}

function metadataOf(kept: Kept, lastModified: Date): Metadata {
  const { mimetype, cacheControl, eTag, size } = kept;
  return { mimetype, cacheControl, eTag, size, contentLength: size, lastModified };
}

async function writeMeasured(body: Body, path: string): Promise<{ size: number; eTag: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > MAX_OBJECT_BYTES ? new Error('The object is too large.') : null, chunk);
    },
  });
  const source =
    body instanceof Uint8Array
      ? Readable.from([body])
      : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(source, measure, createWriteStream(path));
  return { size, eTag: `"${hash.digest('hex').slice(0, 32)}"` };
}
