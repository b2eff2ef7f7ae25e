type Entry<T> = { value: T; bytes: number; expiresAt: number };

/** The most recently used values, bounded by their bytes and by age. */
export class ByteCache<T> {
  readonly #limitBytes: number;
  readonly #lifeMs: number;
  readonly #now: () => number;
  // A Map remembers the order of insertion; a value that is read moves to the end.
  readonly #entries = new Map<string, Entry<T>>();
  #bytes = 0;

  constructor(limitBytes: number, lifeMs: number, now: () => number = Date.now) {
    this.#limitBytes = limitBytes;
    this.#lifeMs = lifeMs;
    this.#now = now;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.expiresAt <= this.#now()) {
      this.#bytes -= entry.bytes;
      return undefined;
    }
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: T, bytes: number): void {
    this.#drop(key);
    this.#entries.set(key, { value, bytes, expiresAt: this.#now() + this.#lifeMs });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limitBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}
