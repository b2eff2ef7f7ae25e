import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

type Fetch = (request: Request) => Promise<Response>;

/** Longest body that is read before the handler starts; a stream of its own costs more than reading so little. */
const SHORT_BODY = 65_536;

function bodyOf(incoming: IncomingMessage): Promise<Buffer> | ReadableStream {
  const length = Number(incoming.headers['content-length'] ?? Infinity);
  if (length > SHORT_BODY) return Readable.toWeb(incoming) as ReadableStream;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i]!, incoming.rawHeaders[i + 1]!);
  }
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = await bodyOf(incoming);
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

/** Resolves when the socket takes more, or is gone. */
function writable(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) headers[name] = value;
  const cookies = response.headers.getSetCookie();
  if (cookies.length) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (outgoing.destroyed) {
      await reader.cancel();
      return;
    }
    if (!outgoing.write(value)) await writable(outgoing);
  }
  outgoing.end();
}

/** Serves a fetch handler on a loopback port. A failure becomes an empty 500; its cause goes to `onError`. */
export function serveFetch(
  fetch: Fetch,
  port: number,
  onError: (failure: unknown) => void,
): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    requestOf(incoming)
      .then(fetch)
      .then((response) => send(response, outgoing))
      .catch((failure: unknown) => {
        onError(failure);
        if (!outgoing.headersSent) outgoing.writeHead(500);
        outgoing.end();
      });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve(server));
  });
}
