import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import { nextRequestId } from '../edge.ts';
import { negotiate } from './cache-key.ts';
import type { Answer, Stream } from './captured.ts';
import { compress, compressible, compressor, SMALLEST_BYTES } from './compress.ts';
import type { Page, Variant } from './front-cache.ts';
import { publicHeaders, text } from './page.ts';

/** Brotli quality for pages that are sent once: half the time of 4 for a twentieth more bytes. */
const ONCE_QUALITY = 3;

/** The hit path: everything is prepared, only the request id is written in. */
export function sendVariant(
  req: IncomingMessage,
  res: ServerResponse,
  page: Page,
  variant: Variant,
  state: 'hit' | 'miss' | 'shared' = 'hit',
): void {
  if (req.headers['if-none-match']?.includes(page.etag)) return sendNotModified(res, page);
  variant.headers[1] = nextRequestId();
  variant.headers[3] = state;
  res.writeHead(200, variant.headers);
  res.end(variant.body);
}

function sendNotModified(res: ServerResponse, page: Page): void {
  res.writeHead(304, {
    'x-request-id': nextRequestId(),
    'x-cache': 'hit',
    etag: page.etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding, Cookie',
  });
  res.end();
}

/** Sends an answer that is not kept. */
export async function sendAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  answer: Answer,
  requestId: string,
): Promise<void> {
  const headers = head(answer.headers, requestId);
  const coding = codingFor(req, answer, answer.body.length >= SMALLEST_BYTES);
  const body = coding ? await compress(answer.body, coding, ONCE_QUALITY) : answer.body;
  if (coding) encoded(headers, coding);
  const bodiless = answer.status === 204 || answer.status === 304 || req.method === 'HEAD';
  if (!bodiless) headers['content-length'] = body.length;
  res.writeHead(answer.status, headers);
  res.end(bodiless ? undefined : body);
}

/** Sends an answer as it is made. The returned writer ignores chunks once the visitor is gone. */
export function sendStream(
  req: IncomingMessage,
  res: ServerResponse,
  answer: Omit<Answer, 'body'>,
  requestId: string,
): Stream {
  const headers = head(answer.headers, requestId);
  const coding = codingFor(req, answer, true);
  const length = answer.headers['content-length'];
  if (coding) encoded(headers, coding);
  else if (length !== undefined) headers['content-length'] = length;
  res.writeHead(answer.status, headers);
  const into = coding ? compressor(coding) : res;
  if (into !== res) into.pipe(res);
  return {
    write: (chunk) => void (res.destroyed || into.write(chunk)),
    end: () => void into.end(),
    fail: () => void res.destroy(),
  };
}

export function sendRedirect(req: IncomingMessage, res: ServerResponse, location: string): void {
  const status = req.method === 'GET' || req.method === 'HEAD' ? 301 : 308;
  res.writeHead(status, { location, 'cache-control': 'public, max-age=3600', 'content-length': 0 });
  res.end();
}

export function sendText(
  res: ServerResponse,
  status: number,
  sentence: string,
  requestId: string,
): void {
  if (res.headersSent) return void res.destroy();
  res.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  });
  res.end(`${sentence}\n`);
}

/** Resolves when the answer has left or the visitor has gone. */
export async function settled(res: ServerResponse): Promise<void> {
  if (!res.writableFinished && !res.destroyed) await once(res, 'close');
}

function head(
  headers: Record<string, OutgoingHttpHeader>,
  requestId: string,
): Record<string, OutgoingHttpHeader> {
  return { ...publicHeaders(headers), 'x-request-id': requestId };
}

function codingFor(
  req: IncomingMessage,
  answer: Omit<Answer, 'body'>,
  worth: boolean,
): 'br' | 'gzip' | undefined {
  const { headers, status } = answer;
  if (!worth || req.method === 'HEAD' || status === 204 || status === 206 || status === 304)
    return undefined;
  if (headers['content-encoding'] !== undefined) return undefined;
  if (!compressible(text(headers['content-type']))) return undefined;
  const coding = negotiate(req.headers['accept-encoding']);
  return coding === 'identity' ? undefined : coding;
}

function encoded(headers: Record<string, OutgoingHttpHeader>, coding: string): void {
  headers['content-encoding'] = coding;
  const vary = text(headers['vary']);
  headers['vary'] =
    vary && !/accept-encoding/i.test(vary) ? `${vary}, Accept-Encoding` : 'Accept-Encoding';
}
