import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

type Fetch = (request: Request) => Promise<Response>;

const GONE = 'ERR_STREAM_PREMATURE_CLOSE';

function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i]!, incoming.rawHeaders[i + 1]!);
  }
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = Readable.toWeb(incoming) as ReadableStream;
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) headers[name] = value;
  const cookies = response.headers.getSetCookie();
  if (cookies.length) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(
    Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
    outgoing,
  );
}

/** Serves a fetch handler on a loopback port. A failure becomes an empty 500; its cause goes to `onError`. */
export function serveFetch(
  fetch: Fetch,
  port: number,
  onError: (failure: unknown) => void,
): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    fetch(requestOf(incoming))
      .then((response) => send(response, outgoing))
      .catch((failure: unknown) => {
        // A visitor who leaves in the middle of an answer is no failure of ours.
        if (!(failure instanceof Error && 'code' in failure && failure.code === GONE))
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
