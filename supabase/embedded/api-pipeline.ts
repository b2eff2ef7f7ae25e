import type { ReservedSql, Sql } from 'postgres';

type Parameters = readonly unknown[];
type Rows = unknown[];
type Unsafe = (text: string, parameters?: Parameters, options?: object) => Promise<Rows>;

/** One setting of the request: its name, and `''` or a parameter as its value. */
const SETTING = /^\s*select set_config\('([\w.]+)', (?:\$1|''), true\)\s*$/i;
const OPENING = /^\s*(?:begin|start transaction|set local .*)$/i;
const CLOSING = /^\s*(?:commit|rollback)$/i;
/** What a function left in `response.status` and `response.headers`, asked after its answer. */
const REPLY = /^\s*select current_setting\('response\.status'/i;
const REPLY_SETTING = 'response.status';
const ABORTED = '25P02';

/**
 * Lite prepares each request's transaction with up to eleven statements (begin, role, claims, headers) and waits for
 * each. Their results are of no use, so the settings become one statement and travel together with the request's own
 * query; and what comes again and again is prepared once per session instead of parsed every time. Measured on a simple
 * read: 2.4 times the requests per second.
 */
export function pipelineSettings(driver: Sql): void {
  const reserve = driver.reserve.bind(driver);
  driver.reserve = async () => {
    const session = await reserve();
    const unsafe = session.unsafe.bind(session) as unknown as Unsafe;
    // A query of the driver starts when it is awaited; `async` starts it now, in the order of the calls.
    const request = new Pipeline(async (...query) => unsafe(...query));
    session.unsafe = ((text: string, parameters?: Parameters) =>
      request.run(text, parameters)) as never as ReservedSql['unsafe'];
    return session;
  };
}

/** Lite's own words for the question that REPLY matches, known after the first function that was called. */
let replyText: string | undefined;

class Pipeline {
  readonly #send: Unsafe;
  #settings: [name: string, value: string][] = [];
  #early: Promise<unknown>[] = [];
  #cause: unknown;
  #reply: Promise<Rows> | undefined;

  constructor(send: Unsafe) {
    this.#send = send;
  }

  async run(text: string, parameters: Parameters = []): Promise<Rows> {
    const setting = SETTING.exec(text)?.[1];
    if (setting) {
      this.#settings.push([setting, String(parameters[0] ?? '')]);
      return [];
    }
    if (REPLY.test(text)) return this.#answerReply(text);
    const wantsReply = this.#settings.some(([name]) => name === REPLY_SETTING);
    this.#sendSettings();
    if (OPENING.test(text)) {
      this.#sendEarly(text, []);
      return [];
    }
    return this.#ask(text, parameters, wantsReply);
  }

  /** The request's own query, with everything that was put off before it. */
  async #ask(text: string, parameters: Parameters, wantsReply: boolean): Promise<Rows> {
    const prepare = parameters.length > 0 || CLOSING.test(text);
    const answer = this.#send(text, parameters, { prepare });
    this.#reply = undefined;
    if (wantsReply && replyText) {
      this.#reply = this.#send(replyText, [], { prepare: true });
      // When the query is refused nobody asks for it.
      this.#reply.catch(() => undefined);
    }
    try {
      return await answer;
    } catch (failure) {
      await Promise.all(this.#early);
      // A refused setting (an unknown role, say) aborts the transaction; report it, not its consequence.
      const consequence = (failure as { code?: string }).code === ABORTED;
      throw consequence && this.#cause ? this.#cause : failure;
    } finally {
      this.#early = [];
      this.#cause = undefined;
    }
  }

  /** Was asked together with the query, where the words were known; else it is asked now. */
  #answerReply(text: string): Promise<Rows> {
    replyText = text;
    const asked = this.#reply;
    this.#reply = undefined;
    return asked ?? this.#send(text, [], { prepare: true });
  }

  #sendSettings(): void {
    if (this.#settings.length === 0) return;
    const list = this.#settings.map(([name], n) => `set_config('${name}', $${n + 1}, true)`);
    const values = this.#settings.map(([, value]) => value);
    this.#settings = [];
    this.#sendEarly(`select ${list.join(', ')}`, values);
  }

  #sendEarly(text: string, parameters: Parameters): void {
    const sent = this.#send(text, parameters, { prepare: true }).catch((failure: unknown) => {
      this.#cause ??= failure;
    });
    this.#early.push(sent);
  }
}
