import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { negotiate, pathOf, type Encoding } from './cache-key.ts';

type File = {
  etag: string;
  variants: Partial<Record<Encoding, { headers: string[]; body: Buffer }>>;
};

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** Under this folder file names carry a hash of the content. */
const HASHED = '/_astro/';

/** The built client files, read once and kept in memory with the variants that the build made beside them. */
export class StaticFiles {
  readonly #files = new Map<string, File>();

  /** Reads every file under `folder`; `.br` and `.gz` neighbours become encodings of their file. */
  constructor(folder: string) {
    for (const name of filesUnder(folder)) {
      const type = TYPES[path.extname(name)];
      if (type) this.#files.set(`/${name}`, readFile(folder, name, type));
    }
  }

  get size(): number {
    return this.#files.size;
  }

  /** Answers when the target is a file; tells whether it did. */
  readonly serve = (req: IncomingMessage, res: ServerResponse): boolean => {
    const file = this.#files.get(pathOf(req.url ?? '/'));
    if (!file) return false;
    if (req.headers['if-none-match']?.includes(file.etag)) {
      res.writeHead(304, { etag: file.etag, vary: 'Accept-Encoding' }).end();
      return true;
    }
    const best =
      file.variants[negotiate(req.headers['accept-encoding'])] ?? file.variants.identity!;
    res.writeHead(200, best.headers).end(best.body);
    return true;
  };
}

function readFile(folder: string, name: string, type: string): File {
  const body = readFileSync(path.join(folder, name));
  const etag = `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 20)}"`;
  const life = `/${name}`.startsWith(HASHED) ? 'max-age=31536000, immutable' : 'max-age=3600';
  const variant = (content: Buffer, encoding: Encoding) => ({
    body: content,
    headers: [
      ...['content-type', type, 'content-length', String(content.length), 'etag', etag],
      ...['cache-control', `public, ${life}`, 'vary', 'Accept-Encoding'],
      ...['x-content-type-options', 'nosniff', 'cross-origin-resource-policy', 'same-origin'],
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ],
  });
  const file: File = { etag, variants: { identity: variant(body, 'identity') } };
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    const packed = readIfThere(path.join(folder, name + suffix));
    if (packed) file.variants[encoding] = variant(packed, encoding);
  }
  return file;
}

function readIfThere(file: string): Buffer | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

function filesUnder(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
}
