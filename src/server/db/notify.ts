import pg from 'pg';
import type { Log } from '../log.ts';

export type ListenOptions = {
  databaseUrl: string;
  channel: string;
  onMessage: (payload: string) => void;
  /** Messages are known to arrive from now on. Called again after each reconnection. */
  onUp: () => void;
  /** Messages may be missed from now on. */
  onDown: () => void;
  log: Log;
  /** Time between two proofs of life, in milliseconds. */
  beatMs?: number;
};

export type Listener = { stop: () => Promise<void> };

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * LISTEN on one channel that knows whether it works: it sends itself a message at the start and every `beatMs`.
 * Without this a silent connection (a pooler in transaction mode, a half-open socket) looks like a quiet database.
 * Reconnects for ever, with growing pauses.
 */
export function listen(options: ListenOptions): Listener {
  const listener = new Listening(options);
  void listener.run();
  return listener;
}

class Listening implements Listener {
  readonly #options: ListenOptions;
  readonly #beat = `beat:${Math.random().toString(36).slice(2)}`;
  #client: pg.Client | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #retry: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #up = false;
  #awaited = false;
  #stopped = false;
  #warned = false;

  constructor(options: ListenOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.databaseUrl,
      application_name: `isoko ${this.#options.channel}`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    this.#client = client;
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    client.on('error', (error) => this.#lost(client, 'the connection broke', error));
    client.on('end', () => this.#lost(client, 'the connection closed'));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.#options.channel)}`);
      await this.#sendBeat(client);
      this.#timer = setInterval(() => void this.#sendBeat(client), this.#options.beatMs ?? 10_000);
    } catch (error) {
      this.#lost(client, 'the database cannot be reached', error);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #receive(payload: string): void {
    if (payload === this.#beat) this.#alive();
    else if (!payload.startsWith('beat:')) this.#options.onMessage(payload);
  }

  #alive(): void {
    this.#awaited = false;
    this.#pauseMs = FIRST_PAUSE_MS;
    if (this.#up || this.#stopped) return;
    this.#up = true;
    this.#warned = false;
    this.#options.log.debug('listening', { channel: this.#options.channel });
    this.#options.onUp();
  }

  async #sendBeat(client: pg.Client): Promise<void> {
    if (this.#awaited) return this.#lost(client, 'its messages do not come back');
    this.#awaited = true;
    try {
      await client.query('select pg_notify($1, $2)', [this.#options.channel, this.#beat]);
    } catch (error) {
      this.#lost(client, 'the database did not answer', error);
    }
  }

  /** Ends this connection and plans the next one; later news from a dead connection is ignored. */
  #lost(client: pg.Client, why: string, error?: unknown): void {
    if (client !== this.#client || this.#stopped) return;
    this.#client = undefined;
    this.#awaited = false;
    clearInterval(this.#timer);
    client.end().catch(() => {});
    this.#options.log[this.#warned ? 'debug' : 'warn']('not listening', {
      channel: this.#options.channel,
      why,
      error: error instanceof Error ? error.message : undefined,
    });
    this.#warned = true;
    if (this.#up) {
      this.#up = false;
      this.#options.onDown();
    }
    this.#retry = setTimeout(() => void this.run(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
