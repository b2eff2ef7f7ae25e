import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbered } from '#src/features/exhibitions/fair/numbered.ts';
import type { CatalogueHall } from '#src/features/exhibitions/fair/views.ts';

/** How many objects stand in each hall, and in each of its booths. */
const plan = fc.array(
  fc.record({
    works: fc.nat({ max: 5 }),
    booths: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
  }),
  { maxLength: 5 },
);
const entries = (n: number) => Array.from({ length: n }, () => ({}));
const hallsOf = (halls: { works: number; booths: number[] }[]) =>
  halls.map(({ works, booths }) => ({
    works: entries(works),
    booths: booths.map((n) => ({ objects: entries(n) })),
  })) as unknown as CatalogueHall[];

it('numbers every object once, in the order of the walk, and says which a hall has', () => {
  fc.assert(
    fc.property(plan, (halls) => {
      const made = numbered(hallsOf(halls));
      const inHall = made.map(({ works, booths }) =>
        [...works, ...booths.flatMap(({ objects }) => objects)].map((one) => one.number),
      );
      expect(inHall.flat()).toEqual(inHall.flat().map((_, n) => n + 1));
      for (const [n, { span }] of made.entries())
        expect(span).toEqual(inHall[n]!.length ? [inHall[n]!.at(0), inHall[n]!.at(-1)] : null);
    }),
  );
});
