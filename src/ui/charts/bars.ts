import { scaleBand, scaleLinear, type ScaleBand } from 'd3-scale';

/** Several series over the same labels; `null` is nothing known, drawn as nothing. */
export type Series = { name: string; values: readonly (number | null)[] };

export type Bar = { x: number; y: number; width: number; height: number; series: number };
export type BarPlan = {
  width: number;
  height: number;
  bars: Bar[];
  ticks: { y: number; value: number }[];
  labels: { x: number; text: string }[];
  baseline: number;
};

const LEFT = 64;
const BOTTOM = 26;
const TOP = 10;
/** Below this width in pixels a label would run into its neighbour's. */
const LABEL_WIDTH = 72;

/** Where everything of a bar chart lies, in pixels of its own drawing. Values are 0 or more. */
export function planBars(
  labels: readonly string[],
  series: readonly Series[],
  size = { width: 640, height: 220 },
): BarPlan {
  const { width, height } = size;
  const baseline = height - BOTTOM;
  const most = Math.max(1, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const y = scaleLinear([0, most], [baseline, TOP]).nice(4);
  const across = scaleBand(
    labels.map((_, n) => n),
    [LEFT, width],
  ).padding(0.25);
  const beside = scaleBand(
    series.map((_, n) => n),
    [0, across.bandwidth()],
  ).padding(0.08);
  const barsOf = (one: Series, s: number): Bar[] =>
    one.values.flatMap((value, n) => {
      if (!value) return [];
      const x = (across(n) ?? 0) + (beside(s) ?? 0);
      const top = y(value);
      return [{ x, y: top, width: beside.bandwidth(), height: baseline - top, series: s }];
    });
  return {
    width,
    height,
    baseline,
    bars: series.flatMap(barsOf),
    ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
    labels: labelled(labels, across),
  };
}

/** The newest label always, and of the others as many as have room. */
function labelled(labels: readonly string[], across: ScaleBand<number>): BarPlan['labels'] {
  const step = Math.max(1, Math.ceil(LABEL_WIDTH / across.step()));
  return labels.flatMap((text, n) =>
    (labels.length - 1 - n) % step === 0
      ? [{ text, x: (across(n) ?? 0) + across.bandwidth() / 2 }]
      : [],
  );
}
