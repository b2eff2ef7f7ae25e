import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeader,
  RequestListener,
  ServerResponse,
} from 'node:http';
import type { Log } from '#src/server/log.ts';
import { CACHE_HEADER } from '../cache-public.ts';
import { enterEdge, nextRequestId, type EdgeOptions } from '../edge.ts';
import { BodyBudget } from './body-budget.ts';
import { negotiate, pageKey, pathOf } from './cache-key.ts';
import { CapturedResponse, type Answer } from './captured.ts';
import { compressible } from './compress.ts';
import type { FrontCache, Page } from './front-cache.ts';
import type { PagePolicy } from './page-policy.ts';
import { deriveVariant, draftPage, policyOf, ROUTE_HEADER, text } from './page.ts';
import { sendAnswer, sendRedirect, sendStream, sendText, sendVariant, settled } from './send.ts';

/** Answers what needs no page, no language and no session, such as a file or a picture. */
export type Door = (req: IncomingMessage, res: ServerResponse) => boolean;

export type FrontOptions = {
  /** Astro's handler in middleware mode. */
  render: (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;
  cache: FrontCache;
  policy: PagePolicy;
  /** Doors tried before Astro for GET and HEAD, in this order; each tells whether it answers. */
  doors: readonly Door[];
  edge: EdgeOptions;
  log: Log;
};

/** Which query parameters a path cares about, learnt from its last answer; `pass` means that it is not cached. */
type PathRule = ReadonlySet<string> | 'pass';
const MOST_RULES = 20_000;

/** How an answer came to be, for the log. */
type Origin = 'miss' | 'shared' | 'pass';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** What no page of ours can mean: a foreign method, a zero byte (no text may hold one), Astro's own picture address. */
function refusalOf(method: string | undefined, target: string): [number, string] | undefined {
  if (!METHODS.has(method ?? '')) return [405, 'This method is not in use here.'];
  if (target.includes('%00')) return [400, 'This address is not right.'];
  if (pathOf(target) === '/_image') return [404, 'There is nothing here.'];
  return undefined;
}

/** Texts are held to be compressed in one go, what may be kept to be kept; an answer without a type has no body to speak of. */
function worthHolding(headers: Record<string, OutgoingHttpHeader>): boolean {
  const type = text(headers['content-type']);
  return type === undefined || compressible(type) || headers[CACHE_HEADER] !== undefined;
}

/** The whole web server: cache, static files, then Astro. */
export class Front {
  readonly #options: FrontOptions;
  readonly #rules = new Map<string, PathRule>();
  readonly #flights = new Map<string, Promise<Page | undefined>>();
  readonly #bodies = new BodyBudget();

  constructor(options: FrontOptions) {
    this.#options = options;
  }

  readonly listener: RequestListener = (req, res) => {
    if (req.method === 'GET' || req.method === 'HEAD') {
      if (this.#fromCache(req, res)) return;
      if (this.#options.doors.some((door) => door(req, res))) return;
    }
    this.#answer(req, res).catch((error: unknown) => {
      this.#options.log.error('request failed', { error, path: loggedPath(req.url ?? '') });
      sendText(res, 500, 'Something went wrong on our side. Please try again.', '');
    });
  };

  /** Drops pages; whoever comes from now on gets a render that starts now. */
  invalidate(tags: readonly string[]): void {
    this.#flights.clear();
    this.#options.cache.invalidate(tags);
  }

  /** Invalidations may be missed from now on: nothing is served from memory until the cache is opened again. */
  close(): void {
    this.#flights.clear();
    this.#options.cache.close();
  }

  #fromCache(req: IncomingMessage, res: ServerResponse): boolean {
    if (!isAnyones(req.headers)) return false;
    const { headers } = req;
    const key = this.#key(req.url ?? '/');
    const page = key === undefined ? undefined : this.#options.cache.get(key, Date.now());
    if (page === undefined) return false;
    const variant = page.variants[negotiate(headers['accept-encoding'])];
    if (variant) sendVariant(req, res, page, variant);
    else this.#sendPage(req, res, page, 'hit').catch(() => res.destroy());
    return true;
  }

  #key(target: string): string | undefined {
    if (!target.includes('?')) return pageKey(target, undefined);
    const rule = this.#rules.get(pathOf(target));
    return pageKey(target, rule === 'pass' ? undefined : rule);
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const started = performance.now();
    const target = req.url ?? '/';
    const anonymous = req.method === 'GET' && isAnyones(req.headers);
    const refusal = refusalOf(req.method, target);
    if (refusal) return sendText(res, ...refusal, nextRequestId());
    if (!this.#bodies.admits(req, res))
      return sendText(res, 503, 'Many files are arriving. Please try again soon.', nextRequestId());
    const edge = enterEdge(req, this.#options.edge);
    if ('redirect' in edge) return sendRedirect(req, res, edge.redirect);
    const key = anonymous ? this.#key(target) : undefined;
    const note: Note = { requestId: edge.requestId, target, origin: 'pass', route: undefined };
    if (key === undefined) await this.#renderOnce(req, res, note);
    else await this.#renderShared(req, res, key, note);
    await settled(res);
    this.#log(req, res, note, performance.now() - started);
  }

  /** One render for everyone who asks for the same page at the same time. */
  async #renderShared(
    req: IncomingMessage,
    res: ServerResponse,
    key: string,
    note: Note,
  ): Promise<void> {
    const flight = this.#flights.get(key);
    if (flight) {
      const page = await flight;
      note.origin = 'shared';
      if (page) return this.#sendPage(req, res, page, 'shared');
      return this.#renderOnce(req, res, note);
    }
    const landing = Promise.withResolvers<Page | undefined>();
    if (this.#rules.get(pathOf(note.target)) !== 'pass') this.#flights.set(key, landing.promise);
    try {
      const page = await this.#renderPage(req, res, note);
      landing.resolve(page);
      if (page) await this.#sendPage(req, res, page, 'miss');
    } finally {
      landing.resolve(undefined);
      if (this.#flights.get(key) === landing.promise) this.#flights.delete(key);
    }
  }

  /** Renders; a page that may be kept is returned, anything else has been sent. */
  async #renderPage(
    req: IncomingMessage,
    res: ServerResponse,
    note: Note,
  ): Promise<Page | undefined> {
    const { cache } = this.#options;
    const render = cache.begin();
    try {
      const answer = await this.#capture(req, res, note);
      if (!answer) return undefined;
      const policy = policyOf(answer);
      this.#learn(pathOf(note.target), answer.status, policy ? new Set(policy.params) : 'pass');
      const key = policy && this.#key(note.target);
      if (!key) {
        await sendAnswer(req, res, answer, note.requestId);
        return undefined;
      }
      note.origin = 'miss';
      const encoding = negotiate(req.headers['accept-encoding']);
      const page = await draftPage(key, answer, policy, encoding, Date.now());
      cache.put(render, page);
      return page;
    } finally {
      cache.end(render);
    }
  }

  async #renderOnce(req: IncomingMessage, res: ServerResponse, note: Note): Promise<void> {
    const answer = await this.#capture(req, res, note);
    if (answer) await sendAnswer(req, res, answer, note.requestId);
  }

  /** Lets Astro answer into memory; undefined when the answer was streamed to the visitor or broke off. */
  async #capture(
    req: IncomingMessage,
    res: ServerResponse,
    note: Note,
  ): Promise<Answer | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>();
    const captured = new CapturedResponse(req, worthHolding, {
      done: resolve,
      failed: () => reject(new Error('the render broke off')),
      stream: (head) => {
        note.route = text(head.headers[ROUTE_HEADER]);
        this.#options.policy.apply(head);
        res.once('close', () => captured.destroy());
        resolve(undefined);
        return sendStream(req, res, head, note.requestId);
      },
    });
    await this.#options.render(req, captured as unknown as ServerResponse);
    // Astro leaves the answer open when the visitor's upload breaks off; nobody must wait for it.
    captured.destroy();
    const answer = await promise;
    if (!answer) return undefined;
    note.route = text(answer.headers[ROUTE_HEADER]);
    this.#options.policy.apply(answer);
    return answer;
  }

  async #sendPage(
    req: IncomingMessage,
    res: ServerResponse,
    page: Page,
    state: 'hit' | 'miss' | 'shared',
  ): Promise<void> {
    const encoding = negotiate(req.headers['accept-encoding']);
    let variant = page.variants[encoding];
    if (!variant) {
      variant = await deriveVariant(page, encoding);
      this.#options.cache.addVariant(page, encoding, variant);
    }
    sendVariant(req, res, page, variant, state);
  }

  #learn(path: string, status: number, rule: PathRule): void {
    if (status !== 200) return;
    this.#rules.delete(path);
    this.#rules.set(path, rule);
    if (this.#rules.size > MOST_RULES) this.#rules.delete(this.#rules.keys().next().value ?? '');
  }

  #log(req: IncomingMessage, res: ServerResponse, note: Note, ms: number): void {
    const probe = note.route === '/healthz' && res.statusCode === 200;
    const level = res.statusCode >= 500 ? 'warn' : probe ? 'debug' : 'info';
    this.#options.log[level]('request', {
      requestId: note.requestId,
      method: req.method,
      route: note.route ?? 'unknown',
      status: res.statusCode,
      ms: Math.round(ms * 10) / 10,
      cache: note.origin,
      ...(note.origin === 'pass' ? {} : { path: loggedPath(note.target) }),
    });
  }
}

/** The address of a screen at the fair is its key. */
function loggedPath(target: string): string {
  return pathOf(target).replace(/^\/k\/.{20,}/, '/k/…');
}

type Note = { requestId: string; target: string; origin: Origin; route: string | undefined };

/** Whether the answer may be the same for everyone: nobody is known, and nobody asked for smaller pictures. */
function isAnyones(headers: IncomingHttpHeaders): boolean {
  return (
    headers.cookie === undefined &&
    headers.authorization === undefined &&
    headers['save-data'] === undefined
  );
}
