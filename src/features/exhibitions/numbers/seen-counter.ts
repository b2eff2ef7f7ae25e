import { createHmac, randomBytes } from 'node:crypto';
import type { Seen } from '#src/domain/exhibitions/seen.ts';

export type CountedSeen = Seen & { count: number };
type Flush = (counted: CountedSeen[]) => Promise<boolean>;
type Options = { mostKinds?: number; waitMs?: number };

/** So many different things are gathered at most; what comes beyond them before the next flush is not counted. */
const MOST_KINDS = 4000;
const WAIT_MS = 4000;

/** Gathers what was looked at and hands it on, summed up, a few seconds later. What could not be handed on is kept and tried again. */
export class SeenCounter {
  #gathered = new Map<string, CountedSeen>();
  #timer: NodeJS.Timeout | undefined;
  readonly #flush: Flush;
  readonly #options: Required<Options>;

  constructor(flush: Flush, { mostKinds = MOST_KINDS, waitMs = WAIT_MS }: Options = {}) {
    this.#flush = flush;
    this.#options = { mostKinds, waitMs };
  }

  /** How many different things wait. */
  get size(): number {
    return this.#gathered.size;
  }

  add(seen: Seen, count = 1): void {
    const { exhibition, subject, slug, stop, metric, channel } = seen;
    const key = [exhibition, subject, slug, stop, metric, channel].join(' ');
    const there = this.#gathered.get(key);
    if (there) there.count += count;
    else if (this.#gathered.size < this.#options.mostKinds)
      this.#gathered.set(key, { exhibition, subject, slug, stop, metric, channel, count });
    this.#timer ??= setTimeout(() => void this.flush(), this.#options.waitMs).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counted = [...this.#gathered.values()];
    this.#gathered = new Map();
    if (counted.length === 0 || (await this.#flush(counted))) return;
    for (const { count, ...seen } of counted) this.add(seen, count);
  }
}

/** A whole fair may stand behind one address. */
const MOST_A_MINUTE = 240;
const MOST_ADDRESSES = 20_000;
const MINUTE_MS = 60_000;

/** How much one address may have counted in a minute. Addresses are kept for that minute, as hashes with a key that changes with it. */
export class AddressBudget {
  #spent = new Map<string, number>();
  #key = randomBytes(32);
  #since = -Infinity;
  readonly #most: number;
  readonly #now: () => number;

  constructor(most = MOST_A_MINUTE, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#now = now;
  }

  admits(address: string): boolean {
    const now = this.#now();
    if (now - this.#since >= MINUTE_MS) {
      this.#spent = new Map();
      this.#key = randomBytes(32);
      this.#since = now;
    }
    const hash = createHmac('sha256', this.#key).update(address).digest('base64');
    const spent = this.#spent.get(hash) ?? 0;
    if (spent >= this.#most || (spent === 0 && this.#spent.size >= MOST_ADDRESSES)) return false;
    this.#spent.set(hash, spent + 1);
    return true;
  }
}
