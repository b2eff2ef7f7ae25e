import {
  lotMeter,
  ownRange,
  type LotMeter,
  type OwnRange,
} from '#src/domain/procurement/lot-meter.ts';
import type { Lot, OwnPledge } from './queries.ts';

export type LotView = LotMeter & { own: OwnRange | null };

/**
 * The live state of a lot for one member. The others stand as one beside it: what they pledge one by one is theirs, and
 * in a shortage the member's share by the proportion is the same to the last step or one beside it.
 */
export function lotView(lot: Lot, mine: OwnPledge | null): LotView {
  const meter = lotMeter({ firm: lot.firm, tolerance: lot.tolerance }, lot, lot.tiers);
  if (!mine || mine.firm + mine.tolerance === 0) return { ...meter, own: null };
  const members = [
    { id: 'a', firm: mine.firm, tolerance: mine.tolerance, committedAt: 1 },
    {
      id: 'b',
      firm: Math.max(0, lot.firm - mine.firm),
      tolerance: Math.max(0, lot.tolerance - mine.tolerance),
      committedAt: 0,
    },
  ];
  return { ...meter, own: ownRange(members, 'a', lot, lot.tiers) };
}

type NextTier = NonNullable<LotMeter['nextTier']>;
type Scale = { share: (steps: number) => number; next: NextTier | null };

/** How far the next price may lie, against all that is pledged, to stand on the bar too. */
const IN_SIGHT = 2;

/** How the bar is divided: percent of its length, to a tenth. `next` is the next price where it is near enough to be seen. */
export function meterScale(lot: Lot, view: LotMeter): Scale {
  const pledged = Math.max(lot.firm + lot.tolerance, 1);
  const order = 'quantity' in view.plan ? view.plan.quantity : 0;
  const now = Math.max(lot.moq, Math.ceil(pledged / lot.pack) * lot.pack, order);
  const { nextTier } = view;
  const next = nextTier && nextTier.minQuantity <= now * IN_SIGHT ? nextTier : null;
  const whole = Math.max(now, next?.minQuantity ?? 0);
  return { share: (steps) => Math.round((steps / whole) * 1000) / 10, next };
}
