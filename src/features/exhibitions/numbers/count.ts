import { isMachine, MOST_SEEN_LENGTH, readSeen, type Seen } from '#src/domain/exhibitions/seen.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { beforeStop } from '#src/server/http/before-stop.ts';
import { log } from '#src/server/log.ts';
import { AddressBudget, SeenCounter, type CountedSeen } from './seen-counter.ts';

const budget = new AddressBudget();
const counter = new SeenCounter(addUp);
beforeStop('seen', () => counter.flush());

async function addUp(counted: CountedSeen[]): Promise<boolean> {
  try {
    const service = serviceClient('what was looked at is added up: nobody is signed in for it');
    const { error } = await service.rpc('count_seen', { p_seen: counted });
    if (error) log.warn('counts could not be added', { reported: error.message });
    return !error;
  } catch (error) {
    log.warn('counts could not be added', { error });
    return false;
  }
}

type Asked = { request: Request; clientAddress: string };

/** Whoever asks not to be tracked is not even counted, and neither is a machine that says it is one. */
function counts({ request: { headers }, clientAddress }: Asked): boolean {
  if (headers.get('dnt') === '1' || headers.get('sec-gpc') === '1') return false;
  return !isMachine(headers.get('user-agent')) && budget.admits(clientAddress);
}

/** Counts what a page says of itself. The status of the answer: 204 whether it counted or not, so that nobody learns by it. */
export async function countSeen(asked: Asked, origin: string): Promise<number> {
  const { headers } = asked.request;
  if (headers.get('origin') !== origin) return 403;
  if (Number(headers.get('content-length') ?? 0) > MOST_SEEN_LENGTH) return 413;
  const text = await shortText(asked.request);
  if (text === null) return 413;
  const seen = readSeen(text);
  if (seen && counts(asked)) counter.add(seen);
  return 204;
}

/** An object that was put on a visitor's list. */
export function countSaved(asked: Asked, exhibition: string, exhibit: string): void {
  const seen: Seen = {
    exhibition,
    subject: 'exhibit',
    slug: exhibit,
    stop: null,
    metric: 'save',
    channel: 'web',
  };
  if (counts(asked)) counter.add(seen);
}

/** The body, or null when it is longer than anything that a page of ours sends: the rest is not read. */
async function shortText({ body }: Request): Promise<string | null> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > MOST_SEEN_LENGTH) return null;
    text += decoder.decode(piece, { stream: true });
  }
  return text;
}
