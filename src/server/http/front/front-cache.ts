import type { Encoding } from './cache-key.ts';

/** One encoding of a page, ready for `res.writeHead(200, headers)`: a flat list whose second entry is the request id. */
export type Variant = { headers: string[]; body: Buffer };

export type Page = {
  readonly key: string;
  readonly etag: string;
  readonly tags: readonly string[];
  readonly variants: Partial<Record<Encoding, Variant>>;
  /** Epoch milliseconds after which it is rendered again. */
  readonly expiresAt: number;
  bytes: number;
  /** Read since the last sweep: such a page survives one more (the CLOCK rule, cheaper per hit than moving it). */
  used: boolean;
};

/** One render under way, remembering what was invalidated while it ran. */
export type Render = { readonly stale: Set<string>; everything: boolean };

const PAGE_OVERHEAD_BYTES = 1024;

/**
 * Whole responses of public pages, bounded in bytes. It answers and stores only while `open`, that is while
 * invalidations are known to arrive; a page rendered before an invalidation that came meanwhile is not stored.
 */
export class FrontCache {
  readonly #limitBytes: number;
  readonly #pages = new Map<string, Page>();
  readonly #byTag = new Map<string, Set<Page>>();
  readonly #renders = new Set<Render>();
  #bytes = 0;
  #open = false;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get stats(): {
    open: boolean;
    pages: number;
    bytes: number;
    limitBytes: number;
    renders: number;
  } {
    return {
      open: this.#open,
      pages: this.#pages.size,
      bytes: this.#bytes,
      limitBytes: this.#limitBytes,
      renders: this.#renders.size,
    };
  }

  /** Invalidations arrive from now on. */
  open(): void {
    this.#open = true;
  }

  /** Invalidations may be missed from now on: forget everything and keep nothing. */
  close(): void {
    this.#open = false;
    this.clear();
  }

  get(key: string, now: number): Page | undefined {
    const page = this.#pages.get(key);
    if (page === undefined) return undefined;
    if (page.expiresAt <= now) {
      this.#drop(page);
      return undefined;
    }
    page.used = true;
    return page;
  }

  /** Call before reading any data for a page; `put` needs it, `end` releases it. */
  begin(): Render {
    const render: Render = { stale: new Set(), everything: !this.#open };
    this.#renders.add(render);
    return render;
  }

  end(render: Render): void {
    this.#renders.delete(render);
  }

  /** Keeps a page unless it may be out of date already or is too big. Tells whether it was kept. */
  put(render: Render, page: Page): boolean {
    if (!this.#open || render.everything || page.tags.some((tag) => render.stale.has(tag)))
      return false;
    page.bytes = sizeOf(page);
    if (page.bytes > this.#limitBytes / 8) return false;
    const before = this.#pages.get(page.key);
    if (before) this.#drop(before);
    this.#pages.set(page.key, page);
    this.#bytes += page.bytes;
    for (const tag of page.tags) {
      const set = this.#byTag.get(tag) ?? new Set();
      this.#byTag.set(tag, set.add(page));
    }
    this.#sweep();
    return true;
  }

  /** Adds an encoding to a kept page. */
  addVariant(page: Page, encoding: Encoding, variant: Variant): void {
    page.variants[encoding] = variant;
    if (this.#pages.get(page.key) !== page) return;
    const bytes = sizeOf(page);
    this.#bytes += bytes - page.bytes;
    page.bytes = bytes;
    this.#sweep();
  }

  /** Drops every page with one of `tags` (`*` means all) and bars renders under way from storing them. */
  invalidate(tags: readonly string[]): void {
    if (tags.includes('*')) return this.clear();
    for (const render of this.#renders) for (const tag of tags) render.stale.add(tag);
    for (const tag of tags) for (const page of [...(this.#byTag.get(tag) ?? [])]) this.#drop(page);
  }

  clear(): void {
    for (const render of this.#renders) render.everything = true;
    this.#pages.clear();
    this.#byTag.clear();
    this.#bytes = 0;
  }

  #drop(page: Page): void {
    if (!this.#pages.delete(page.key)) return;
    this.#bytes -= page.bytes;
    for (const tag of page.tags) {
      const set = this.#byTag.get(tag);
      set?.delete(page);
      if (set?.size === 0) this.#byTag.delete(tag);
    }
  }

  #sweep(): void {
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#limitBytes) return;
      if (page.used) {
        page.used = false;
        this.#pages.delete(key);
        this.#pages.set(key, page);
      } else {
        this.#drop(page);
      }
    }
  }
}

function sizeOf(page: Page): number {
  let bytes = PAGE_OVERHEAD_BYTES + page.key.length * 2;
  for (const variant of Object.values(page.variants)) {
    bytes += variant.body.length + variant.headers.reduce((sum, text) => sum + text.length, 0);
  }
  return bytes;
}
