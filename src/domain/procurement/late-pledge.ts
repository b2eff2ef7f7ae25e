import { fail, ok, type Result } from '../result.ts';
import { packBounds, type Demand, type LotRule } from './packs.ts';

/** What a member pledges for a lot, in steps; `ceiling` in minor units for one unit, null for none. */
export type PledgeTerms = { firm: number; tolerance: number; ceiling: number | null };

/** How a late change helps the others; `same` changes nothing and harms nobody. */
export type LateHelp = 'firm' | 'tolerance' | 'to_firm' | 'fills_pack' | 'ceiling' | 'same';

/**
 * Whether a change in the last minutes helps others, and how (design §4, for lots that say so):
 * - `firm`: more firm, and firm + tolerance is more; `to_firm`: tolerance turned into firm, their sum the same;
 * - `tolerance`: more tolerance, and the same firm;
 * - `fills_pack`: any other change that leaves less missing to cover every firm pledge, without fewer packs (82 in
 *   packs of 10, no tolerance: 2 less fill 8 packs). Tolerances and the MOQ count in what is missing: while the
 *   tolerances cover the last pack nothing is missing, and taking firm steps out of it helps nobody;
 * - `ceiling`: a higher ceiling, or none any more, and the same quantities.
 * A lower ceiling never passes, whatever comes with it: it could take the whole pledge out again. Who pledged nothing
 * before may bring any ceiling. `pooled`: all pledges of the lot before the change, this member's included.
 * Errors: `late_ceiling`, `late_pledge`. Throws RangeError on quantities that are no counts.
 */
export function lateChange(
  before: PledgeTerms,
  after: PledgeTerms,
  pooled: Demand,
  lot: Pick<LotRule, 'pack' | 'moq'>,
): Result<LateHelp> {
  const isNew = before.firm + before.tolerance === 0;
  if (!isNew && most(after) < most(before)) return fail('late_ceiling');
  const [firm, tolerance] = [after.firm - before.firm, after.tolerance - before.tolerance];
  if (firm === 0 && tolerance === 0) return ok(most(after) > most(before) ? 'ceiling' : 'same');
  if (firm > 0 && firm + tolerance >= 0) return ok(firm + tolerance > 0 ? 'firm' : 'to_firm');
  if (firm === 0 && tolerance > 0) return ok('tolerance');
  const changed = { firm: pooled.firm + firm, tolerance: pooled.tolerance + tolerance };
  const [then, now] = [fullPacks(pooled, lot), fullPacks(changed, lot)];
  const fills = now.missing < then.missing && now.packs >= then.packs;
  return fills ? ok('fills_pack') : fail('late_pledge');
}

const most = ({ ceiling }: PledgeTerms) => ceiling ?? Infinity;

/** The fewest packs that would be ordered, whatever the policy, and the steps missing to cover every firm pledge. */
function fullPacks(demand: Demand, lot: Pick<LotRule, 'pack' | 'moq'>) {
  const bounds = packBounds(demand, lot);
  if (bounds.missing === 0) return { packs: bounds.least, missing: 0 };
  const full = demand.firm - (demand.firm % lot.pack);
  return { packs: full < lot.moq ? 0 : full / lot.pack, missing: bounds.missing };
}
