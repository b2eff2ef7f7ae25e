import { canonical } from '#src/domain/procurement/award-model.ts';
import { masterProgram } from '#src/domain/procurement/award-master.ts';
import { optionsOf } from '#src/domain/procurement/award-options.ts';
import { windowsOf } from '#src/domain/procurement/award-windows.ts';
import { loadSolver, solveWith } from '#src/server/solver/highs.ts';
import { endSolver, solveAward } from '#src/server/solver/solver.ts';
import { largeProblem } from './award-problem.ts';
import { metric, printLines, type Metric } from './report.ts';

const SEEDS = [1, 2, 3, 4, 5];
const LIMIT = { timeLimitSeconds: 60 };

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** The steps inside `findAward`, on this thread: what the model and its relaxation take, and how close that is. */
async function steps(seed: number, budget: number): Promise<Metric[]> {
  const { ms: startMs, value: highs } = await timed(loadSolver);
  const problem = canonical(largeProblem(seed));
  const built = await timed(async () => {
    const solve = async (program: Parameters<typeof solveWith>[1]) =>
      solveWith(highs, program, LIMIT);
    const effort = { steps: 0 };
    const windows = await windowsOf(solve, problem);
    const lots = windows.map((window) => ({ window, options: optionsOf(window, null, effort) }));
    return masterProgram(problem, lots, { minimumOrders: false });
  });
  const { program } = built.value;
  const lp = await timed(() => solveWith(highs, program, { ...LIMIT, relaxed: true }));
  const whole = await timed(() => solveWith(highs, program, LIMIT));
  if (lp.value.status !== 'optimal' || whole.value.status !== 'optimal')
    throw new Error('the benchmark problem has no answer');
  const cost = program.columns.reduce((sum, c, i) => {
    return sum + c.cost * (whole.value.status === 'optimal' ? whole.value.values[i]! : 0);
  }, 0);
  return [
    metric('award: start of the solver', startMs, 'ms'),
    metric('award: model, 12 suppliers × 50 lots', built.ms, 'ms', { most: budget }),
    metric('award: relaxation', lp.ms, 'ms'),
    metric('award: whole numbers', whole.ms, 'ms', { ceiling: lp.ms }),
    metric('award: optimum above relaxation', ((cost - lp.value.bound) / cost) * 100, '%'),
  ];
}

/** The slowest of the five problems, in milliseconds. */
async function worst(moq?: readonly [number, number]): Promise<number> {
  const taken: number[] = [];
  for (const seed of SEEDS) {
    const { ms, value } = await timed(() => solveAward(largeProblem(seed, moq ? { moq } : {})));
    if (!value.ok) throw new Error(`award ${seed}: ${value.failure}`);
    taken.push(ms);
  }
  return Math.max(...taken);
}

/** 12 suppliers × 50 lots with tiers, MOQs, packs, capacities and fixed freight; the worst of five problems counts. */
export async function benchAward(): Promise<Metric[]> {
  const cold = await timed(() => solveAward(largeProblem(SEEDS[0]!)));
  const warm = await worst();
  // From half of a lot to a little more than all of it: hardly any lot can be split, and some bids cannot win at all.
  const binding = await worst([50, 105]);
  const mixed = await worst([10, 70]);
  endSolver();
  return [
    metric('award: 12 × 50, cold thread', cold.ms, 'ms', { most: 2000 }),
    metric('award: 12 × 50, warm, worst of 5', warm, 'ms', { most: 2000 }),
    metric('award: 12 × 50, MOQ of 10 to 70 %', mixed, 'ms', { most: 2000 }),
    metric('award: 12 × 50, MOQ of 50 to 105 %', binding, 'ms', { most: 2000 }),
    ...(await steps(SEEDS[0]!, 2000)),
  ];
}

if (import.meta.main) printLines(await benchAward());
