import { byId } from './lot-member.ts';

/** `ceiling`: the most that the member pays for one unit, in minor units; null for no limit. */
export type Ceilinged = { id: string; ceiling: number | null };

/** Who left a lot in which pass (from 1), and the price that was over the ceiling. */
export type Leaver = { id: string; pass: number; price: number; ceiling: number };

/** `price`: of one unit for those who remain, in minor units; null when the lot fails without those who left. */
export type Settled<M> = {
  remaining: M[];
  price: number | null;
  leavers: Leaver[];
  passes: number;
};

/**
 * Members whose ceiling is under the price leave, the price is worked out again for those who remain, until nobody
 * leaves (design §4.5). All who are over leave in the same pass: with less demand the price does not fall, so each of
 * them would have to leave in any order, and the end is the same whichever goes first. It ends after at most as many
 * passes as there are members plus one. `priceFor` must not depend on the order of its list and gives null when
 * nothing can be ordered; then nobody leaves any more.
 * Leavers come by pass, then id; `remaining` keeps the order of `members`.
 */
export function settleCeilings<M extends Ceilinged>(
  members: readonly M[],
  priceFor: (remaining: readonly M[]) => number | null,
): Settled<M> {
  const leavers: Leaver[] = [];
  let remaining = [...members];
  for (let pass = 1; ; pass += 1) {
    const price = priceFor(remaining);
    const leaving = price === null ? [] : remaining.filter((member) => isOver(member, price));
    if (price === null || leaving.length === 0) {
      return { remaining, price, leavers, passes: pass };
    }
    leavers.push(
      ...leaving
        .sort(byId)
        .map(({ id, ceiling }) => ({ id, pass, price, ceiling: ceiling ?? price })),
    );
    remaining = remaining.filter((member) => !isOver(member, price));
  }
}

/** A price that equals the ceiling is still accepted. */
function isOver({ ceiling }: Ceilinged, price: number): boolean {
  return ceiling !== null && ceiling < price;
}
