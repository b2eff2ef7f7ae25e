import { parentPort } from 'node:worker_threads';
import { bestSingle } from '#src/domain/procurement/award-compare.ts';
import type { Mip } from '#src/domain/procurement/award-model.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import { loadSolver, solveWith } from './highs.ts';
import type { Outcomes, Reply, Request, Task } from './solver.ts';

const ready = loadSolver();

async function answer({ task, problem, timeLimitSeconds }: Request): Promise<Outcomes[Task]> {
  const highs = await ready;
  const ends = performance.now() + timeLimitSeconds * 1000;
  const left = () => Math.max(0.001, (ends - performance.now()) / 1000);
  const solve = (program: Mip) =>
    Promise.resolve(solveWith(highs, program, { timeLimitSeconds: left() }));
  return task === 'award' ? findAward(problem, solve) : bestSingle(problem, solve);
}

parentPort!.on('message', (request: Request) => {
  void answer(request)
    .catch((): Outcomes[Task] => ({ ok: false, failure: 'solver_failed' }))
    .then((outcome) => {
      const reply: Reply = { id: request.id, outcome };
      parentPort!.postMessage(reply);
    });
});
