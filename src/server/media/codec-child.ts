import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  EXIT_OVER_MEMORY,
  type Answer,
  type Job,
  type JobKind,
  type JobValue,
  type Question,
} from './codec-protocol.ts';
import { CODEC_RETIRE_BYTES } from './limits.ts';

/** Why a job gave nothing: `damaged` is the file's fault; too slow, too large in memory or crashed are ours. */
export class CodecError extends Error {
  readonly reason: 'damaged' | 'timeout' | 'memory' | 'crashed';

  constructor(reason: CodecError['reason'], message: string) {
    super(message);
    this.name = 'CodecError';
    this.reason = reason;
  }
}

/** Only what a program needs to start: none of our keys reach the process that opens strangers' files. */
const ENVIRONMENT = { VIPS_WARNING: '0', VIPS_BLOCK_UNTRUSTED: '1', MALLOC_ARENA_MAX: '2' };

const KEPT_STDERR = 2000;

/** The codec's source. Found through the package, because the built server runs from a folder of its own. */
function codecProgram(): string {
  const source = '#src/server/media/codec-main.ts';
  try {
    return createRequire(import.meta.url).resolve(source);
  } catch {
    // Built outside of the project (ISOKO_DIST): it is started from the project's folder all the same.
    return createRequire(join(process.cwd(), 'package.json')).resolve(source);
  }
}

type Pending = {
  id: number;
  timer: NodeJS.Timeout;
  resolve: (value: JobValue[JobKind]) => void;
  reject: (error: CodecError) => void;
};

/** One codec process and the one job it is doing. */
export class CodecChild {
  /** True once the process is gone or going; it takes no further job. */
  ended = false;
  readonly #process: ChildProcess;
  #pending: Pending | null = null;
  #lastId = 0;
  #stderr = '';
  #overrun: CodecError | null = null;

  constructor(program: string = codecProgram()) {
    this.#process = fork(program, [], {
      serialization: 'advanced',
      env: ENVIRONMENT,
      execArgv: ['--max-old-space-size=256'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.on('message', (answer: Answer) => this.#settle(answer));
    this.#process.on('error', (error) => this.#lose(new CodecError('crashed', error.message)));
    this.#process.on('exit', (code, signal) => this.#lose(this.#causeOfDeath(code, signal)));
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-KEPT_STDERR);
    });
    this.#letParentLeave();
  }

  /** Runs one job; call again only after it settled. Rejects with CodecError. */
  run(job: Job, timeoutMs: number): Promise<JobValue[JobKind]> {
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      const timer = setTimeout(() => {
        this.#overrun = new CodecError('timeout', `${job.kind} took over ${timeoutMs} ms`);
        this.end();
      }, timeoutMs);
      this.#pending = { id, timer, resolve, reject };
      const question: Question = { id, job };
      // A process that died a moment ago refuses the message; its exit event settles the job.
      this.#process.send(question, () => undefined);
    });
  }

  /** Ends the process at once, whatever it is doing. */
  end(): void {
    this.ended = true;
    this.#process.kill('SIGKILL');
  }

  #settle(answer: Answer): void {
    if (this.#pending?.id !== answer.id) return;
    const { resolve, reject } = this.#take();
    if (answer.memoryBytes > CODEC_RETIRE_BYTES) this.end();
    if (answer.ok) resolve(answer.value);
    else reject(new CodecError(answer.reason, answer.message));
  }

  #lose(error: CodecError): void {
    this.ended = true;
    if (this.#pending) this.#take().reject(error);
  }

  #take(): Pending {
    const pending = this.#pending as Pending;
    this.#pending = null;
    clearTimeout(pending.timer);
    return pending;
  }

  #causeOfDeath(code: number | null, signal: NodeJS.Signals | null): CodecError {
    if (this.#overrun) return this.#overrun;
    if (code === EXIT_OVER_MEMORY) return new CodecError('memory', 'codec used too much memory');
    return new CodecError('crashed', `codec ended (${signal ?? code}) ${this.#stderr}`.trim());
  }

  /** The pending job's clock keeps the parent alive; an idle codec must not. */
  #letParentLeave(): void {
    this.#process.unref();
    this.#process.channel?.unref();
    const stderr = this.#process.stderr as { unref?: () => void } | null;
    stderr?.unref?.();
  }
}
