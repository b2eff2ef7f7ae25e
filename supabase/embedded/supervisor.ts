import type { Log } from '#src/server/log.ts';
import { Sentence } from './sentence.ts';

/** Something that runs and must be stopped; `exited` resolves with a short reason when it ends. */
export type Part = {
  name: string;
  pid: number;
  exited: Promise<string>;
  stop: () => Promise<void>;
};

const LABELS: Record<string, string> = {
  postgres: 'database server',
  api: 'API server',
  web: 'web server',
};

/** Keeps the parts of an instance: one that ends by itself ends all, and the last to come goes first. */
export class Supervisor {
  /** Rejects with one sentence when a part ends that nobody asked to. */
  readonly failed: Promise<never>;
  readonly #log: Log;
  readonly #parts: Part[] = [];
  readonly #work: Promise<unknown>[] = [];
  #fail: (sentence: Sentence) => void = () => undefined;
  #stopping: Promise<void> | null = null;

  constructor(log: Log) {
    this.#log = log;
    this.failed = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined);
  }

  /** Takes charge of a part. While stopping, it is stopped at once instead and the caller gets an error. */
  async add<T extends Part>(part: T): Promise<T> {
    if (this.#stopping) {
      await part.stop();
      throw new Error('stopping');
    }
    this.#parts.push(part);
    void part.exited.then((reason) => {
      if (this.#stopping) return;
      this.#fail(
        new Sentence(
          `The ${LABELS[part.name] ?? part.name} ended unexpectedly (${reason}); everything else was stopped.`,
        ),
      );
    });
    return part;
  }

  /** Runs a part that is expected to end; resolves with the reason of its end. */
  async run(part: Part): Promise<string> {
    const endless = { ...part, exited: new Promise<string>(() => undefined) };
    await this.add(endless);
    const reason = await part.exited;
    this.#parts.splice(this.#parts.indexOf(endless), 1);
    return reason;
  }

  /** Work under way that may still bring parts: `stop` waits for it, so that none outlives us. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#work.push(work);
    return work;
  }

  get pids(): Record<string, number> {
    return Object.fromEntries(this.#parts.map(({ name, pid }) => [name, pid]));
  }

  /** Stops every part, the newest first, each after the one before has ended. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    for (const part of this.#parts.toReversed()) {
      this.#log.debug('stopping', { process: part.name });
      await part.stop().catch((error: unknown) => {
        this.#log.warn('could not be stopped', { process: part.name, error });
      });
    }
    await Promise.allSettled(this.#work);
  }
}
