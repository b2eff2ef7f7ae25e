import { count } from './lot-amount.ts';
import { ascending, byCommitment, type LotMember } from './lot-member.ts';

/** A member on a ladder of price steps: the next extra step stands on rung `rung`, `rest` above it. */
type Climber = { index: number; rung: bigint; rest: bigint; low: number; top: number };

/**
 * Extra steps for each member: exactly what this loop gives, without running it: while surplus is left, one step to
 * the member with tolerance left and the least cost so far (`starts`, plus `step` for each step given here), then the
 * earlier commitment, then id.
 *
 * A member's k-th step is taken at cost start + k·step. Divided by `step` that is a rung (start div step + k) and a
 * rest (start mod step) that never changes, so the loop fills rung after rung, and within a rung goes by rest,
 * commitment and id. Whole rungs are filled at once between the rungs where somebody starts or stops; only the last
 * one is filled in part. n log n for n members, whatever the surplus.
 */
export function fillFairly(
  members: readonly LotMember[],
  starts: readonly bigint[],
  step: bigint,
  surplus: number,
): number[] {
  const wishes = members.reduce((sum, member) => count(sum + count(member.tolerance)), 0);
  if (surplus >= wishes) return members.map((member) => member.tolerance);
  const given = members.map(() => 0);
  if (surplus <= 0) return given;
  const climbers = ladder(members, starts, step);
  const { rung, left } = lastRung(climbers, surplus);
  const onIt: Climber[] = [];
  for (const climber of climbers) {
    if (climber.low > rung) break;
    given[climber.index] = Math.min(climber.top, rung) - climber.low;
    if (climber.top > rung) onIt.push(climber);
  }
  onIt.sort(
    (a, b) => ascending(a.rest, b.rest) || byCommitment(members[a.index]!, members[b.index]!),
  );
  for (const climber of onIt.slice(0, left)) given[climber.index]! += 1;
  return given;
}

/**
 * Who can take more, lowest rung first. `low` and `top` are the rungs as small numbers: over a gap that no tolerance
 * spans, everybody below is done before anybody above starts, so how wide it is does not matter, and it is narrowed.
 */
function ladder(members: readonly LotMember[], starts: readonly bigint[], step: bigint): Climber[] {
  const climbers = members.flatMap(({ tolerance }, index): Climber[] => {
    if (tolerance === 0) return [];
    const rung = starts[index]! / step;
    return [{ index, rung, rest: starts[index]! - rung * step, low: 0, top: 0 }];
  });
  climbers.sort((a, b) => ascending(a.rung, b.rung));
  const widest = Math.max(...climbers.map(({ index }) => members[index]!.tolerance));
  let [low, below] = [0, climbers[0]!.rung];
  for (const climber of climbers) {
    low += Math.min(Number(climber.rung - below), widest);
    below = climber.rung;
    climber.low = low;
    climber.top = low + members[climber.index]!.tolerance;
  }
  return climbers;
}

/** The rung that the surplus reaches but does not pass, and the steps left for it. There are more wishes than surplus. */
function lastRung(climbers: readonly Climber[], surplus: number): { rung: number; left: number } {
  const tops = Float64Array.from(climbers, ({ top }) => top).sort();
  let [rung, left, climbing, started, stopped] = [0, surplus, 0, 0, 0];
  for (;;) {
    const next = Math.min(climbers[started]?.low ?? Infinity, tops[stopped] ?? Infinity);
    // A product too large to be exact is larger than any surplus all the same.
    if (climbing * (next - rung) > left) break;
    left -= climbing * (next - rung);
    rung = next;
    while (climbers[started]?.low === rung) [started, climbing] = [started + 1, climbing + 1];
    while (tops[stopped] === rung) [stopped, climbing] = [stopped + 1, climbing - 1];
  }
  const whole = (left - (left % climbing)) / climbing;
  return { rung: rung + whole, left: left - whole * climbing };
}
