import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_WISHES, type AwardProblem } from '#src/domain/procurement/award-model.ts';
import { loadSolver, solveWith } from '#src/server/solver/highs.ts';
import { endSolver, solveAward } from '#src/server/solver/solver.ts';
import { largeProblem } from '#tests/bench/award-problem.ts';

const highs = await loadSolver();
const limit = { timeLimitSeconds: 10 };
const column = (cost: number, upper: number) => ({ cost, lower: 0, upper });

describe('the solver', () => {
  it('minimises over whole numbers, and says the relaxation apart', () => {
    const entries = [
      { column: 0, value: 3 },
      { column: 1, value: 5 },
    ];
    const program = {
      columns: [column(7, 9), column(11, 9)],
      rows: [{ lower: 14, upper: Infinity, entries }],
    };
    expect(solveWith(highs, program, limit)).toMatchObject({ status: 'optimal', values: [3, 1] });
    const relaxed = solveWith(highs, program, { ...limit, relaxed: true });
    if (relaxed.status !== 'optimal') throw new Error(relaxed.status);
    expect(relaxed.bound).toBeCloseTo((14 / 5) * 11);
  });

  it('says when there is no answer', () => {
    const entries = [{ column: 0, value: 2 }];
    const rows = [{ lower: 3, upper: 3, entries }];
    const none = solveWith(highs, { columns: [column(1, 9)], rows }, limit);
    expect(none).toEqual({ status: 'infeasible' });
  });
});

describe('the thread of the solver', () => {
  beforeAll(() => solveAward({ lots: [], bids: [], wishes: NO_WISHES }));
  afterAll(endSolver);
  const small: AwardProblem = largeProblem(3, { lots: 4, bids: 3 });

  it('answers questions side by side, each its own, and leaves this thread free', async () => {
    const other = { ...small, bids: small.bids.slice(1) };
    let ticks = 0;
    const clock = setInterval(() => ticks++, 1);
    const [a, b, again] = await Promise.all([small, other, small].map((one) => solveAward(one)));
    clearInterval(clock);
    expect(a).toMatchObject({ ok: true });
    expect(again).toEqual(a);
    expect(b).not.toEqual(a);
    expect(ticks).toBeGreaterThan(0);
  });

  it('gives up in time and takes the next question', async () => {
    expect(await solveAward(largeProblem(1), 1)).toEqual({ ok: false, failure: 'solver_too_slow' });
    expect(await solveAward({ lots: [], bids: [], wishes: NO_WISHES })).toMatchObject({ ok: true });
  });

  it('outlives a question that makes no sense', async () => {
    const broken = { ...small, bids: [{}] } as unknown as AwardProblem;
    expect(await solveAward(broken)).toEqual({ ok: false, failure: 'solver_failed' });
    expect(await solveAward(small)).toMatchObject({ ok: true });
  });
});
