import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { isPrivateHost, PrivateTarget, publicLookup } from './private-address.ts';

/** What another site may send us, and how long it may take in all. */
export const READ_LIMITS = { bytes: 5_000_000, milliseconds: 10_000, redirects: 3 } as const;

export type ReadJson = {
  value: unknown;
  /** Of the bytes as they came. */
  sha256: string;
};

/** Tests hand in names that lead to this machine, and less time. */
export type ReadOptions = { lookup?: LookupFunction; milliseconds?: number };

/** Thrown while reading and turned into the refusal that a person sees. */
class Refused extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a JSON document from an address that somebody typed: http or https, out in the world, within `READ_LIMITS`. Every
 * redirect is looked at like the first address. Refuses with one of the `import_…` codes; throws nothing.
 */
export async function readJson(
  address: string,
  options: ReadOptions = {},
): Promise<Result<ReadJson>> {
  const signal = AbortSignal.timeout(options.milliseconds ?? READ_LIMITS.milliseconds);
  try {
    const bytes = await follow(address, signal, options.lookup ?? publicLookup);
    return ok({ value: parsed(bytes), sha256: createHash('sha256').update(bytes).digest('hex') });
  } catch (error) {
    if (error instanceof Refused) return fail(error.code);
    if (signal.aborted) return fail('import_slow');
    if (error instanceof PrivateTarget) return fail('import_private');
    return fail('import_unreachable');
  }
}

async function follow(
  address: string,
  signal: AbortSignal,
  lookup: LookupFunction,
): Promise<Buffer> {
  let url = checked(address);
  for (let hop = 0; ; hop += 1) {
    const answer = await ask(url, signal, lookup);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      answer.destroy();
      if (hop === READ_LIMITS.redirects) throw new Refused('import_redirects');
      url = checked(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new Refused('import_refused');
    }
    return body(answer);
  }
}

function checked(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refused('import_address');
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Refused('import_address');
  if (isPrivateHost(url)) throw new Refused('import_private');
  return url;
}

function ask(url: URL, signal: AbortSignal, lookup: LookupFunction): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = {
    accept: 'application/ld+json, application/json',
    'accept-encoding': 'gzip, br',
    'user-agent': 'Isoko (IIIF import)',
  };
  return new Promise((resolve, reject) => {
    // No agent: a kept connection would outlive the look at its address.
    const outgoing = request(url, { headers, signal, lookup, agent: false }, resolve);
    outgoing.on('error', reject);
    outgoing.end();
  });
}

async function body(answer: IncomingMessage): Promise<Buffer> {
  if (/^text\/html\b/i.test(answer.headers['content-type'] ?? '')) {
    answer.destroy();
    throw new Refused('import_not_json');
  }
  const chunks: Buffer[] = [];
  let bytes = Number(answer.headers['content-length'] ?? 0);
  if (bytes > READ_LIMITS.bytes) answer.destroy();
  else bytes = 0;
  if (bytes === 0)
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > READ_LIMITS.bytes) break;
      chunks.push(chunk);
    }
  if (bytes > READ_LIMITS.bytes) throw new Refused('import_too_large');
  return unpacked(Buffer.concat(chunks), answer.headers['content-encoding']);
}

/** A small body may unpack to a very large one, so that has the same limit. */
function unpacked(packed: Buffer, encoding: string | undefined): Buffer {
  const limit = { maxOutputLength: READ_LIMITS.bytes };
  try {
    if (encoding === 'gzip') return gunzipSync(packed, limit);
    if (encoding === 'br') return brotliDecompressSync(packed, limit);
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refused(large ? 'import_too_large' : 'import_not_json');
  }
  return packed;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused('import_not_json');
  }
}
