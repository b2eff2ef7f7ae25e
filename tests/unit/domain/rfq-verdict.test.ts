import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLD_REASONS, rfqVerdict, type RfqFacts } from '#src/domain/rfq-verdict.ts';

const quiet: RfqFacts = { links: 0, producers: 1, accountDays: 0, blockers: 0, repeats: 0 };
const facts = fc.record({
  links: fc.nat(8),
  producers: fc.nat(50),
  accountDays: fc.nat(30),
  blockers: fc.nat(6),
  repeats: fc.nat(6),
});

describe('the verdict on an RFQ', () => {
  it.each([
    [{}, null],
    [{ links: 3 }, null],
    [{ links: 4 }, 'many_links'],
    [{ producers: 20 }, null],
    [{ producers: 21 }, 'many_producers'],
    [{ producers: 21, accountDays: 7 }, null],
    [{ blockers: 2 }, null],
    [{ blockers: 3, links: 9 }, 'blocked_sender'],
    [{ repeats: 2 }, null],
    [{ repeats: 3 }, 'repeated_text'],
  ] as const)('of %j is %s', (change, verdict) => {
    expect(rfqVerdict({ ...quiet, ...change })).toBe(verdict);
  });

  it('never gets milder when something gets worse, or stricter with an older account', () => {
    const weight = (one: RfqFacts) => {
      const verdict = rfqVerdict(one);
      return verdict === null ? 0 : HOLD_REASONS.length - HOLD_REASONS.indexOf(verdict);
    };
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('links', 'producers', 'blockers', 'repeats'),
        (one, what) => {
          expect(weight({ ...one, [what]: one[what] + 1 })).toBeGreaterThanOrEqual(weight(one));
          expect(weight({ ...one, accountDays: one.accountDays + 1 })).toBeLessThanOrEqual(
            weight(one),
          );
        },
      ),
    );
  });
});
