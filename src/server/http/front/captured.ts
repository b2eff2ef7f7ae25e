import { EventEmitter } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';

/** A finished answer, held in memory. Header names are lower case. */
export type Answer = { status: number; headers: Record<string, OutgoingHttpHeader>; body: Buffer };

/** Where an answer goes that is too long or of unknown length: `start` gives the chunk writer. */
export type Stream = { write: (chunk: Buffer) => void; end: () => void; fail: () => void };

type Outcome = {
  done: (answer: Answer) => void;
  /** Called when the body will not be held; returns where the rest goes. */
  stream: (head: Omit<Answer, 'body'>) => Stream;
  failed: () => void;
};

/** Longest body that is held before it is streamed instead, in bytes. */
const HOLD_BYTES = 1_000_000;

/**
 * Stands in for node's response while Astro writes: it holds the answer so that it can be compressed in one go,
 * cached and given to everyone who waits, and does not care whether the first visitor has hung up.
 */
export class CapturedResponse extends EventEmitter {
  readonly req: IncomingMessage;
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  #headers: Record<string, OutgoingHttpHeader> = {};
  #chunks: Buffer[] = [];
  #bytes = 0;
  #stream: Stream | undefined;
  #closed = false;
  readonly #outcome: Outcome;
  readonly #hold: (headers: Record<string, OutgoingHttpHeader>) => boolean;

  constructor(
    req: IncomingMessage,
    hold: (headers: Record<string, OutgoingHttpHeader>) => boolean,
    outcome: Outcome,
  ) {
    super();
    this.req = req;
    this.#hold = hold;
    this.#outcome = outcome;
  }

  writeHead(status: number, headers: OutgoingHttpHeaders = {}): this {
    this.statusCode = status;
    this.headersSent = true;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) this.#headers[name.toLowerCase()] = value;
    }
    if (!this.#hold(this.#headers)) this.#startStream();
    return this;
  }

  setHeader(name: string, value: OutgoingHttpHeader): this {
    this.#headers[name.toLowerCase()] = value;
    return this;
  }

  write(chunk: Uint8Array | string): boolean {
    if (this.#closed) return false;
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk)
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.#stream) this.#stream.write(bytes);
    else {
      this.#chunks.push(bytes);
      this.#bytes += bytes.length;
      if (this.#bytes > HOLD_BYTES) this.#startStream();
    }
    return true;
  }

  end(chunk?: Uint8Array | string): this {
    if (this.#closed) return this;
    if (chunk !== undefined) this.write(chunk);
    if (this.#stream) this.#stream.end();
    else {
      const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
      this.#outcome.done({ status: this.statusCode, headers: this.#headers, body });
    }
    this.#finish();
    return this;
  }

  /** The render broke off half-way, or the visitor of a streamed answer went away. */
  destroy(): this {
    if (this.#closed) return this;
    if (this.#stream) this.#stream.fail();
    else this.#outcome.failed();
    this.#finish();
    return this;
  }

  #startStream(): void {
    this.#stream = this.#outcome.stream({ status: this.statusCode, headers: this.#headers });
    for (const chunk of this.#chunks) this.#stream.write(chunk);
    this.#chunks = [];
  }

  #finish(): void {
    this.#closed = true;
    this.emit('finish');
    this.emit('close');
  }
}
