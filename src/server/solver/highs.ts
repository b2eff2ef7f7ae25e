import { createRequire } from 'node:module';
import loadHighs, { type Highs } from 'highs';
import type { Mip, MipAnswer } from '#src/domain/procurement/award-model.ts';

export type SolveOptions = {
  timeLimitSeconds: number;
  /** Leave out that variables are whole: the LP relaxation, a bound that no award can beat. */
  relaxed?: boolean;
};

/** Compiles the WebAssembly; takes a few hundred milliseconds, so a thread does it once. */
export function loadSolver(): Promise<Highs> {
  // The built server is one folder of chunks; the .wasm file stays in the package.
  const wasm = createRequire(`${process.cwd()}/package.json`).resolve('highs/runtime');
  return loadHighs({ locateFile: () => wasm });
}

function modelOf(highs: Highs, program: Mip, relaxed: boolean) {
  const { columns, rows } = program;
  const entries = rows.flatMap((row) => row.entries);
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.entries.length);
  const integer = highs.constants.variableType.integer;
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map((column) => column.cost),
    colLower: columns.map((column) => column.lower),
    colUpper: columns.map((column) => column.upper),
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: entries.map((entry) => entry.column),
      values: entries.map((entry) => entry.value),
    },
    ...(relaxed ? {} : { integrality: columns.map(() => integer) }),
  };
}

/**
 * Minimises a program on this thread, to a gap of nothing: costs are whole, so a bound less than 1 under the solution
 * proves it. `failed` has the solver's own words. One thread, one fixed seed: the same program has the same answer.
 */
export function solveWith(highs: Highs, program: Mip, options: SolveOptions): MipAnswer {
  const relaxed = options.relaxed ?? false;
  // The library has no bound for a program without variables; whoever writes one asks for nothing.
  if (program.columns.length === 0) return { status: 'optimal', values: [], bound: 0 };
  return highs.withModel((model): MipAnswer => {
    model.passModel(modelOf(highs, program, relaxed));
    model.options.set({
      output_flag: false,
      time_limit: options.timeLimitSeconds,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      random_seed: 0,
    });
    if (program.start) model.setSolution({ colValue: program.start });
    model.run();
    const status = model.getModelStatus();
    const { modelStatus } = highs.constants;
    if (status === modelStatus.timeLimit) return { status: 'time_limit' };
    // Every variable has bounds, so "infeasible or unbounded" can only be the former.
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible' };
    if (status !== modelStatus.optimal && status !== modelStatus.empty)
      return { status: 'failed', message: `model status ${status}` };
    const values = [...(model.getSolution().colValue ?? [])];
    if (relaxed) return { status: 'optimal', values, bound: model.getObjectiveValue() };
    const bound = Number(model.info.get('mip_dual_bound'));
    return { status: 'optimal', values: values.map(Math.round), bound };
  });
}
