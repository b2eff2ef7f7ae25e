import { isIncoterm, incotermRule, type Incoterm } from './incoterms.ts';
import { shareBp } from './money.ts';

/** What the price of an Incoterm leaves to the buyer to pay: main carriage, and duty at the border. */
export type LeftToBuyer = { freight: boolean; duty: boolean };

/** Under DDP the seller clears the goods; under the C terms, DAP and DPU the seller carries them. */
export function leftToBuyer(incoterm: string): LeftToBuyer {
  if (!isIncoterm(incoterm)) return { freight: true, duty: true };
  return {
    freight: !incotermRule(incoterm)!.sellerPaysFreight,
    duty: incoterm !== ('DDP' satisfies Incoterm),
  };
}

export type LandedInput = {
  goodsAmount: number;
  discountAmount: number;
  /** Freight that the quote charges. */
  freightAmount: number;
  taxAmount: number;
  /** What the buyer expects to pay for carriage and insurance beyond the quote. */
  ownFreightAmount: number;
  dutyBp: number;
};
export type Landed = { customsValue: number; dutyAmount: number; landedAmount: number };

/**
 * An estimate, in minor units of the quote's currency. Customs takes duty on the goods with carriage and insurance to
 * the border (CIF value), so: duty on goods − discount + all freight; landed = that + duty + the tax in the quote.
 * Import tax that the buyer gets back, brokers and banks are left out, and the page says so.
 */
export function landedCost(input: LandedInput): Landed {
  const customsValue =
    input.goodsAmount - input.discountAmount + input.freightAmount + input.ownFreightAmount;
  const dutyAmount = shareBp(customsValue, input.dutyBp);
  return { customsValue, dutyAmount, landedAmount: customsValue + dutyAmount + input.taxAmount };
}

/** The least of what can be compared: the indexes that share it, none when there is nothing to beat. */
export function leastOf(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return [];
  const least = Math.min(...known);
  return values.flatMap((value, index) => (value === least ? [index] : []));
}
