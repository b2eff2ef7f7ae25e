import type { IncomingMessage, ServerResponse } from 'node:http';

/** What one process holds of forms with files at the same moment: each lies in memory whole while it is looked at. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Forms of words alone are never counted. */
const SMALL_BYTES = 1024 * 1024;
/** A body that does not say how long it is counts as the longest that Astro takes. */
const UNSAID_BYTES = 64_000_000;

export class BodyBudget {
  #held = 0;
  readonly #most: number;

  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  /** Whether this request's body may still come in; what it took is free again when the answer is through. */
  admits(req: IncomingMessage, res: ServerResponse): boolean {
    const bytes = sizeOf(req);
    if (bytes <= SMALL_BYTES) return true;
    if (this.#held + bytes > this.#most) {
      // Read to its end and thrown away: a browser hears nothing before it has sent all.
      req.resume();
      return false;
    }
    this.#held += bytes;
    res.once('close', () => {
      this.#held -= bytes;
    });
    return true;
  }
}

function sizeOf({ method, headers }: IncomingMessage): number {
  if (method === 'GET' || method === 'HEAD') return 0;
  const said = Number(headers['content-length']);
  if (Number.isFinite(said)) return said;
  return headers['transfer-encoding'] ? UNSAID_BYTES : 0;
}
