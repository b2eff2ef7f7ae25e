import { divideRounded } from '../decimal.ts';
import type { AwardLot } from './award-model.ts';
import { unitAmountAt, type Bid, type BidLine } from './bid.ts';
import { amountFor, safeAmount, stepsPerUnit } from './lot-amount.ts';

/**
 * The rate frozen at the opening: one minor unit of the bid's currency is `numerator` / `denominator` minor units of the
 * round's. A dollar at 1 450 francs is 1450 / 100, for a franc has no cents. Both are whole and above zero.
 */
export type Rate = { numerator: number; denominator: number };

/** An amount in the round's currency, rounded half up once. Throws RangeError on an unsafe result or a rate that is none. */
export function converted(amount: number, { numerator, denominator }: Rate): number {
  for (const part of [numerator, denominator])
    if (!Number.isSafeInteger(part) || part < 1) throw new RangeError(`not a rate: ${part}`);
  return safeAmount(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

/**
 * A bid in the round's currency. Every price is rounded half up by itself: the price of one unit at each tier, the
 * freight of one unit, the fixed freight, the minimum order. All sums of the award are made of these prices.
 */
export function convertedBid(bid: Bid, rate: Rate): Bid {
  const { minimumOrderAmount: least } = bid;
  return {
    ...bid,
    freightFixed: converted(bid.freightFixed, rate),
    minimumOrderAmount: least === null ? null : converted(least, rate),
    lines: bid.lines.map((line) => ({
      ...line,
      freightPerUnit: converted(line.freightPerUnit, rate),
      tiers: line.tiers.map(({ minQuantity, unitAmount }) => {
        return { minQuantity, unitAmount: converted(unitAmount, rate) };
      }),
    })),
  };
}

/**
 * What a bid's line comes to when this supplier alone delivers the lot, in minor units. `quantity` steps: the pooled
 * firm demand in whole packs, as far as MOQ and capacity let it; `covers` says whether that meets the firm demand
 * within the tolerance. `unitAmount` and `landedUnitAmount` are for one whole unit, the latter rounded half up.
 */
export type LandedLine = {
  lotId: string;
  supplierId: string;
  quantity: number;
  covers: boolean;
  unitAmount: number;
  goodsAmount: number;
  freightAmount: number;
  fixedShareAmount: number;
  landedAmount: number;
  landedUnitAmount: number;
};

/** The least whole packs that meet the firm demand, or as near as MOQ and capacity allow; null: nothing can be sold. */
function quantityOf(line: BidLine, firm: number): number | null {
  const least = Math.max(1, Math.ceil(Math.max(line.moq, line.tiers[0]!.minQuantity) / line.pack));
  const most = Math.floor((line.capacity ?? Infinity) / line.pack);
  if (least > most) return null;
  return Math.min(Math.max(least, Math.ceil(firm / line.pack)), most) * line.pack;
}

type Goods = Omit<LandedLine, 'fixedShareAmount' | 'landedAmount' | 'landedUnitAmount'>;

function goodsOf(bid: Bid, line: BidLine, lot: AwardLot): Goods[] {
  const { firm, tolerance } = lot.demand;
  const quantity = quantityOf(line, firm);
  if (quantity === null) return [];
  const unitAmount = unitAmountAt(line, quantity)!;
  return [
    {
      lotId: lot.id,
      supplierId: bid.supplierId,
      quantity,
      covers: quantity >= firm && quantity <= firm + tolerance,
      unitAmount,
      goodsAmount: amountFor(quantity, unitAmount, lot.decimals),
      freightAmount: amountFor(quantity, line.freightPerUnit, lot.decimals),
    },
  ];
}

/**
 * Each bid line's landed cost at the pooled quantity: goods at the tier that quantity reaches, freight by the unit and
 * its share of the fixed freight. The share is by value of goods among all lots of this bid, rounded half up, so that
 * lines can be compared; an award adds the fixed freight once, whole. In the order of bids, then lines.
 */
export function landedLines(lots: readonly AwardLot[], bids: readonly Bid[]): LandedLine[] {
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  return bids.flatMap((bid) => {
    const goods = bid.lines.flatMap((line) => {
      const lot = byId.get(line.lotId);
      return lot ? goodsOf(bid, line, lot) : [];
    });
    const all = goods.reduce((sum, line) => sum + BigInt(line.goodsAmount), 0n);
    return goods.map((line) => {
      const share =
        all === 0n ? 0n : divideRounded(BigInt(bid.freightFixed) * BigInt(line.goodsAmount), all);
      const landed = BigInt(line.goodsAmount) + BigInt(line.freightAmount) + share;
      const steps = BigInt(stepsPerUnit(byId.get(line.lotId)!.decimals));
      return {
        ...line,
        fixedShareAmount: safeAmount(share),
        landedAmount: safeAmount(landed),
        landedUnitAmount: safeAmount(divideRounded(landed * steps, BigInt(line.quantity))),
      };
    });
  });
}
