import { createHash } from 'node:crypto';
import {
  imageInformation,
  isImagePath,
  MAX_PATH,
  parsePictureName,
  sizePath,
  type PictureSize,
} from '#src/domain/iiif.ts';
import { DEEP_FOLDER } from '#src/domain/iiif-parts.ts';
import { paths } from '#src/paths.ts';
import { ByteCache } from './byte-cache.ts';
import { gate } from './gate.ts';
import type { Bucket } from './storage.ts';

/** A finished answer of the picture service; `body` is null where HTTP wants none. */
export type MediaAnswer = {
  status: 200 | 303 | 304 | 404;
  headers: Record<string, string>;
  body: Uint8Array | null;
};

export type ShelfOptions = {
  bucket: Pick<Bucket, 'get'>;
  /** Public origin of the site, for the `id` in info.json. */
  siteUrl: string;
  /** Memory for small files that are asked for again and again. */
  cacheBytes?: number;
};

type Stored = { bytes: Uint8Array; etag: string };

const CACHE_BYTES = 32 * 1024 * 1024;
const LARGEST_CACHED_BYTES = 256 * 1024;
const MOST_READS = 24;
/** A removed picture may still be answered from memory for this long. */
const CACHED_MS = 10 * 60_000;

/** Grows once, when the AVIF files arrive, so it is not kept for a year like the pixels. */
const INFO_LIFE = 'public, max-age=3600';
const PIXEL_LIFE = 'public, max-age=31536000, immutable';
const DEEP_INFO = `${DEEP_FOLDER}/info.json`;
const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** The public pictures: answers what is asked for below `/iiif/3/` from the store or from memory. */
export class MediaShelf {
  readonly #options: ShelfOptions;
  readonly #cache: ByteCache<Stored>;
  readonly #reads = new Map<string, Promise<Stored | null>>();
  readonly #gate = gate(MOST_READS);

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.#cache = new ByteCache(options.cacheBytes ?? CACHE_BYTES, CACHED_MS);
  }

  /** `path` is what follows `/iiif/3/`, as it came, undecoded. Rejects with StorageError when the store is away. */
  async answer(path: string, ifNoneMatch: string | undefined): Promise<MediaAnswer> {
    const slash = path.indexOf('/');
    const name = slash < 0 ? path : path.slice(0, slash);
    const picture = parsePictureName(name);
    if (!picture) return NOT_FOUND;
    const file = slash < 0 ? '' : path.slice(slash + 1);
    const address = paths.media(picture.code, picture.sha8);
    if (file === '') return redirect(`${address}/info.json`);
    if (!isImagePath(file)) return NOT_FOUND;
    if (file === 'info.json') return this.#information(name, `${this.#options.siteUrl}${address}`);
    if (file === DEEP_INFO) return this.#deepInformation(name, address);
    const stored = await this.#file(name, file);
    if (!stored) return NOT_FOUND;
    const headers = { ...CROSS_ORIGIN, 'cache-control': PIXEL_LIFE, etag: stored.etag };
    if (ifNoneMatch?.includes(stored.etag)) return { status: 304, headers, body: null };
    const type = file.endsWith('.avif') ? 'image/avif' : 'image/jpeg';
    return { status: 200, headers: { ...headers, 'content-type': type }, body: stored.bytes };
  }

  /** Described anew for each answer: the site may have moved since the file was written. */
  async #information(name: string, id: string): Promise<MediaAnswer> {
    const known = await this.#description(name);
    if (!known) return NOT_FOUND;
    return information(imageInformation(id, known.full, known.made));
  }

  async #deepInformation(name: string, address: string): Promise<MediaAnswer> {
    const stored = await this.#read(`${name}/${DEEP_INFO}`);
    if (!stored) return NOT_FOUND;
    const described = JSON.parse(Buffer.from(stored.bytes).toString()) as object;
    return information({ ...described, id: `${this.#options.siteUrl}${address}/${DEEP_FOLDER}` });
  }

  async #file(name: string, file: string): Promise<Stored | null> {
    // The tiles' `max` is the largest that any single file has: their description says so.
    if (file !== MAX_PATH && file !== `${DEEP_FOLDER}/${MAX_PATH}`)
      return this.#read(`${name}/${file}`);
    const known = await this.#description(name);
    return known && this.#read(`${name}/${sizePath(known.full, 'jpg')}`);
  }

  async #description(name: string): Promise<{ full: PictureSize; made: { avif: boolean } } | null> {
    const stored = await this.#read(`${name}/info.json`);
    if (!stored) return null;
    const { width, height, preferredFormats } = JSON.parse(
      Buffer.from(stored.bytes).toString(),
    ) as ReturnType<typeof imageInformation>;
    const formats: readonly string[] = preferredFormats;
    return { full: { width, height }, made: { avif: formats.includes('avif') } };
  }

  /** One request to the store, however many visitors ask for the same file at once. */
  #read(key: string): Promise<Stored | null> {
    const kept = this.#cache.get(key);
    if (kept) return Promise.resolve(kept);
    const underWay = this.#reads.get(key);
    if (underWay) return underWay;
    const read = this.#gate(() => this.#fetch(key)).finally(() => this.#reads.delete(key));
    this.#reads.set(key, read);
    return read;
  }

  async #fetch(key: string): Promise<Stored | null> {
    const bytes = await this.#options.bucket.get(key);
    if (!bytes) return null;
    const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const stored = { bytes, etag: `"${digest}"` };
    if (bytes.length <= LARGEST_CACHED_BYTES) this.#cache.set(key, stored, bytes.length);
    return stored;
  }
}

function information(described: object): MediaAnswer {
  const type = 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"';
  const headers = { ...CROSS_ORIGIN, 'cache-control': INFO_LIFE, 'content-type': type };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(described)) };
}

const NOT_FOUND: MediaAnswer = {
  status: 404,
  headers: {
    ...CROSS_ORIGIN,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  },
  body: Buffer.from('There is no such picture.\n'),
};

function redirect(location: string): MediaAnswer {
  return {
    status: 303,
    headers: { ...CROSS_ORIGIN, location, 'cache-control': INFO_LIFE },
    body: null,
  };
}
