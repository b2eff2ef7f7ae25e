import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SingleOutcome } from '#src/domain/procurement/award-compare.ts';
import type { AwardOutcome, AwardProblem } from '#src/domain/procurement/award-model.ts';

/** One award may take this long; rounds of the size that clusters have take a tenth of a second. */
export const AWARD_TIME_LIMIT_MS = 30_000;

/** The thread's memory: the program of a large round takes some 30 MB beside the WebAssembly. */
const HEAP_MB = 256;

export type Outcomes = { award: AwardOutcome; single: SingleOutcome };
export type Task = keyof Outcomes;
export type Request = { id: number; task: Task; problem: AwardProblem; timeLimitSeconds: number };
export type Reply = { id: number; outcome: Outcomes[Task] };

/** The thread's source. Found through the package, because the built server runs from a folder of its own. */
function program(): string {
  const source = '#src/server/solver/award-worker.ts';
  try {
    return createRequire(import.meta.url).resolve(source);
  } catch {
    // Built outside of the project (ISOKO_DIST): it is started from the project's folder all the same.
    return createRequire(join(process.cwd(), 'package.json')).resolve(source);
  }
}

type Waiting = { resolve: (outcome: Outcomes[Task]) => void; timer: NodeJS.Timeout };

/** One thread that finds awards, one after the other; a thread that overran or broke is replaced by the next question. */
class SolverThread {
  ended = false;
  readonly #worker = new Worker(program(), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor() {
    this.#worker.unref();
    this.#worker.on('message', ({ id, outcome }: Reply) => this.#settle(id, outcome));
    this.#worker.on('error', () => this.#endAll('solver_failed'));
    this.#worker.on('exit', () => this.#endAll('solver_failed'));
  }

  ask(task: Task, problem: AwardProblem, timeLimitMs: number): Promise<Outcomes[Task]> {
    return new Promise((resolve) => {
      const id = (this.#lastId += 1);
      // The solver minds the limit itself; what surrounds it does not, so the thread is ended a little later.
      const timer = setTimeout(() => this.#overrun(), timeLimitMs + 1000);
      this.#waiting.set(id, { resolve, timer });
      const request: Request = { id, task, problem, timeLimitSeconds: timeLimitMs / 1000 };
      this.#worker.postMessage(request);
    });
  }

  end(): void {
    this.ended = true;
    void this.#worker.terminate();
  }

  #overrun(): void {
    this.#endAll('solver_too_slow');
    this.end();
  }

  #settle(id: number, outcome: Outcomes[Task]): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.resolve(outcome);
  }

  #endAll(failure: 'solver_failed' | 'solver_too_slow'): void {
    this.ended = true;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { ok: false, failure });
  }
}

let thread: SolverThread | null = null;

function ask<T extends Task>(
  task: T,
  problem: AwardProblem,
  limitMs: number,
): Promise<Outcomes[T]> {
  if (!thread || thread.ended) thread = new SolverThread();
  return thread.ask(task, problem, limitMs) as Promise<Outcomes[T]>;
}

/**
 * `findAward` in a thread of its own, which stays warm between questions: the web process answers others meanwhile.
 * Beside the failures of `findAward`: `solver_too_slow` when the answer took over `timeLimitMs` (waiting for questions
 * asked before included), `solver_failed` when the thread broke.
 */
export function solveAward(
  problem: AwardProblem,
  timeLimitMs: number = AWARD_TIME_LIMIT_MS,
): Promise<AwardOutcome> {
  return ask('award', problem, timeLimitMs);
}

/** `bestSingle` in the same thread, with the same failures. */
export function solveSingle(
  problem: AwardProblem,
  timeLimitMs: number = AWARD_TIME_LIMIT_MS,
): Promise<SingleOutcome> {
  return ask('single', problem, timeLimitMs);
}

/** Ends the thread; the next question starts another. */
export function endSolver(): void {
  thread?.end();
  thread = null;
}
