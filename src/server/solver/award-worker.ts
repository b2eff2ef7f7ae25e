import { parentPort } from 'node:worker_threads';
import type { AwardOutcome } from '#src/domain/procurement/award-model.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import { loadSolver, solveWith } from './highs.ts';
import type { Reply, Request } from './solver.ts';

const ready = loadSolver();

async function answer({ problem, timeLimitSeconds }: Request): Promise<AwardOutcome> {
  const highs = await ready;
  const ends = performance.now() + timeLimitSeconds * 1000;
  const left = () => Math.max(0.001, (ends - performance.now()) / 1000);
  return findAward(problem, (program) =>
    Promise.resolve(solveWith(highs, program, { timeLimitSeconds: left() })),
  );
}

parentPort!.on('message', (request: Request) => {
  void answer(request)
    .catch((): AwardOutcome => ({ ok: false, failure: 'solver_failed' }))
    .then((outcome) => {
      const reply: Reply = { id: request.id, outcome };
      parentPort!.postMessage(reply);
    });
});
