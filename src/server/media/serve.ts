import type { IncomingMessage, ServerResponse } from 'node:http';
import { serviceClient } from '../db/client.ts';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { MediaShelf, type MediaAnswer } from './shelf.ts';
import { openBucket } from './storage.ts';

const ROOT = '/iiif/3/';

let shelf: MediaShelf | undefined;

function publicShelf(): MediaShelf {
  shelf ??= new MediaShelf({
    bucket: openBucket(
      serviceClient('public pictures: the same bytes for everyone, from a bucket without visitors'),
      'media',
    ),
    siteUrl: env().siteUrl,
  });
  return shelf;
}

/** The picture asked for by the part of the path after `/iiif/3/`, for Astro's route. */
export async function mediaResponse(request: Request, path: string): Promise<Response> {
  const answer = await answerFor(path, request.headers.get('if-none-match') ?? undefined);
  const body = request.method === 'HEAD' ? null : answer.body;
  return new Response(body as BodyInit | null, {
    status: answer.status,
    headers: headersOf(answer),
  });
}

/**
 * The same in front of Astro: pictures need no page, no language and no session, and a page shows two dozen.
 * True when the request was for a picture and is being answered.
 */
export function serveMedia(req: IncomingMessage, res: ServerResponse): boolean {
  const target = req.url ?? '';
  if (!target.startsWith(ROOT) || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
  const query = target.indexOf('?');
  const path = target.slice(ROOT.length, query < 0 ? undefined : query);
  void answerFor(path, req.headers['if-none-match']).then((answer) => {
    res.writeHead(answer.status, headersOf(answer));
    res.end(req.method === 'HEAD' ? undefined : (answer.body ?? undefined));
  });
  return true;
}

/** The bytes of a public picture by its own address (`/iiif/3/…`), for paper; null when there is no such file. */
export async function pictureBytes(address: string): Promise<Uint8Array | null> {
  const { status, body } = await answerFor(address.slice(ROOT.length), undefined);
  return status === 200 ? (body ?? null) : null;
}

async function answerFor(path: string, ifNoneMatch: string | undefined): Promise<Answered> {
  try {
    return await publicShelf().answer(path, ifNoneMatch);
  } catch (error) {
    log.error('a picture could not be read', { error });
    return UNREACHABLE;
  }
}

type Answered = MediaAnswer | typeof UNREACHABLE;

const UNREACHABLE = {
  status: 503,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '5',
  },
  body: Buffer.from('The pictures cannot be reached just now. Please try again in a moment.\n'),
} as const;

function headersOf({ status, headers, body }: Answered): Record<string, string> {
  if (status === 304) return { ...headers };
  return { ...headers, 'content-length': String(body?.length ?? 0) };
}
