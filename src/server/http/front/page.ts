import { createHash } from 'node:crypto';
import type { OutgoingHttpHeader } from 'node:http';
import { CACHE_HEADER, parsePolicy, type CachePolicy } from '../cache-public.ts';
import type { Encoding } from './cache-key.ts';
import type { Answer } from './captured.ts';
import { compress, compressible, decompress, SMALLEST_BYTES } from './compress.ts';
import type { Page, Variant } from './front-cache.ts';

/** Headers that pass between our own layers and never leave. */
export const ROUTE_HEADER = 'x-isoko-route';
const INTERNAL = new Set([CACHE_HEADER, ROUTE_HEADER]);

/** Headers that the front writes itself. */
const OWN = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date']);

/** A cached page is compressed once and sent many times; brotli 6 costs some milliseconds and saves a tenth. */
const CACHED_QUALITY = 6;

export type Draft = { page: Page; policy: CachePolicy; source: Answer };

/** The policy of an answer that may be kept: a 200 without a cookie that its page marked with `cachePublic`. */
export function policyOf(answer: Pick<Answer, 'status' | 'headers'>): CachePolicy | undefined {
  const { status, headers } = answer;
  if (status !== 200 || headers['set-cookie'] !== undefined) return undefined;
  if (headers['content-encoding'] !== undefined || headers['vary'] === '*') return undefined;
  return parsePolicy(text(headers[CACHE_HEADER]));
}

/** Turns an answer into a page for the cache with its first encoding. */
export async function draftPage(
  key: string,
  answer: Answer,
  policy: CachePolicy,
  encoding: Encoding,
  now: number,
): Promise<Page> {
  const etag = `W/"${createHash('sha1').update(answer.body).digest('base64url').slice(0, 20)}"`;
  const page: Page = {
    key,
    etag,
    tags: policy.tags,
    variants: {},
    expiresAt: now + policy.seconds * 1000,
    bytes: 0,
    used: true,
  };
  page.variants[encoding] = await makeVariant(answer.headers, answer.body, encoding, etag);
  return page;
}

/** Makes a missing encoding from one that the page has. */
export async function deriveVariant(page: Page, encoding: Encoding): Promise<Variant> {
  const [from, variant] = Object.entries(page.variants)[0] as [Encoding, Variant];
  const headers = Object.fromEntries(pairs(variant.headers));
  const coded = headers['content-encoding'] === undefined ? 'identity' : from;
  return makeVariant(headers, await decompress(variant.body, coded), encoding, page.etag);
}

async function makeVariant(
  source: Record<string, OutgoingHttpHeader>,
  raw: Buffer,
  encoding: Encoding,
  etag: string,
): Promise<Variant> {
  const worth = compressible(text(source['content-type'])) && raw.length >= SMALLEST_BYTES;
  const body = worth ? await compress(raw, encoding, CACHED_QUALITY) : raw;
  const { 'content-encoding': _old, ...rest } = source;
  const headers = {
    ...publicHeaders(rest),
    ...(worth && encoding !== 'identity' ? { 'content-encoding': encoding } : {}),
    'content-length': body.length,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding, Cookie',
    etag,
  };
  const flat = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
  return { headers: ['x-request-id', '', 'x-cache', 'hit', ...flat.filter(isNotOwnId)], body };
}

/** Request id and cache state are written per answer, at the front of the list. */
function isNotOwnId(_value: string, index: number, list: string[]): boolean {
  const name = list[index - (index % 2)];
  return name !== 'x-request-id' && name !== 'x-cache';
}

/** An answer's headers without those that are ours or internal. */
export function publicHeaders(
  headers: Record<string, OutgoingHttpHeader>,
): Record<string, OutgoingHttpHeader> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !INTERNAL.has(name) && !OWN.has(name)),
  );
}

function pairs(flat: string[]): [string, string][] {
  return flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1] ?? '']] : [])) as [
    string,
    string,
  ][];
}

export function text(value: OutgoingHttpHeader | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
