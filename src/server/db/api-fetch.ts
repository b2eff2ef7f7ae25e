import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';

/** Longest wait for the API before a request is given up, in milliseconds. */
const API_TIMEOUT_MS = 15_000;
/** An idle connection is given up before a server would close it under our next question. */
const IDLE_MS = 4_000;
/** Answers that have no body by definition; `Response` refuses even an empty one. */
const BODILESS = new Set([204, 205, 304]);

const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

/**
 * `fetch` for the API, which does not wait for ever. Questions as text to an API in our own network (the embedded one, or a
 * self-hosted stack beside us) take node's own client: the streams of `fetch` cost more than such an answer. A hosted
 * API, files and everything else go by `fetch`. Rejects as `fetch` does, with a TypeError “fetch failed”.
 */
export function apiFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { body = null } = init;
  const address = input instanceof Request ? undefined : new URL(input);
  const plain = address?.protocol === 'http:' && (body === null || typeof body === 'string');
  if (plain) return plainFetch(address, init, body as string | null);
  const timeout = AbortSignal.timeout(API_TIMEOUT_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal });
}

function plainFetch(address: URL, init: RequestInit, body: string | null): Promise<Response> {
  const { method = 'GET', signal } = init;
  const headers: Record<string, string | number> = Object.fromEntries(new Headers(init.headers));
  if (body !== null) headers['content-length'] = Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers, agent, ...(signal ? { signal } : {}) });
    const late = setTimeout(() => asked.destroy(new Error('timed out')), API_TIMEOUT_MS);
    answerOf(asked)
      .then(resolve, (cause: unknown) => {
        reject(signal?.aborted ? signal.reason : new TypeError('fetch failed', { cause }));
      })
      .finally(() => clearTimeout(late));
    asked.end(body ?? undefined);
  });
}

function answerOf(asked: ClientRequest): Promise<Response> {
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.once('error', reject);
      incoming.once('end', () => resolve(responseOf(incoming, Buffer.concat(parts))));
    });
  });
}

function responseOf(
  { statusCode = 500, statusMessage, rawHeaders }: IncomingMessage,
  body: Buffer,
) {
  const headers = new Headers();
  for (let i = 0; i < rawHeaders.length; i += 2)
    headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '');
  return new Response(BODILESS.has(statusCode) ? null : new Uint8Array(body), {
    status: statusCode,
    statusText: statusMessage ?? '',
    headers,
  });
}
