import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnitPlaces } from '#src/domain/currencies.ts';
import { landedCost, leastOf, leftToBuyer } from '#src/domain/landed-cost.ts';
import { plainAmount, shareBp } from '#src/domain/money.ts';
import { quoteChanges, type ComparableQuote } from '#src/domain/quote-changes.ts';
import { deviations, type ListedTerms } from '#src/domain/quote-deviations.ts';
import { alignHeld, heldPrice, heldPricesProblem, quoteSums } from '#src/domain/quote-sums.ts';
import {
  QUOTE_ACTIONS,
  QUOTE_STATES,
  QUOTE_TRANSITIONS,
  quoteRole,
  shownState,
  type QuoteAction,
  type QuoteRole,
  type QuoteState,
} from '#src/domain/quote.ts';
import type { Result } from '#src/domain/result.ts';
import { next, openActions } from '#src/domain/transitions.ts';

const quantity = fc.integer({ min: 1, max: 100_000 });
const unitAmount = fc.integer({ min: 0, max: 10_000_000 });
const line = fc.record({ quantity, unitAmount });
const share = fc.integer({ min: 0, max: 10_000 });

describe('the sums of a quote', () => {
  it('are exact: nothing is lost or made between the lines and the total', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        share,
        share,
        (lines, discount, freightAmount, taxBp, depositBp) => {
          const goods = lines.reduce(
            (sum, l) => sum + BigInt(l.quantity) * BigInt(l.unitAmount),
            0n,
          );
          const discountAmount = Number(goods < BigInt(discount) ? goods : BigInt(discount));
          const sums = quoteSums(lines, { discountAmount, freightAmount, taxBp, depositBp });
          expect(sums.ok).toBe(true);
          if (!sums.ok) return;
          const { value } = sums;
          expect(BigInt(value.goodsAmount)).toBe(goods);
          expect(value.lineAmounts.reduce((a, b) => a + b, 0)).toBe(value.goodsAmount);
          const taxable = value.goodsAmount - discountAmount + freightAmount;
          expect(value.totalAmount).toBe(taxable + value.taxAmount);
          // Twice the distance to the exact share is at most one unit, and never exactly one unit too low.
          const off = BigInt(value.taxAmount) * 10_000n - BigInt(taxable) * BigInt(taxBp);
          expect(off > -5000n && off <= 5000n).toBe(true);
          expect(value.depositAmount).toBeLessThanOrEqual(value.totalAmount);
        },
      ),
    );
  });

  it.each([
    ['RWF', [[600, 45_000]], 1800, 3000, '27000000', '4860000', '31860000', '9558000'],
    ['USD', [[3, 333]], 750, 5000, '9.99', '0.75', '10.74', '5.37'],
    ['TND', [[7, 12_345]], 1900, 3333, '86.415', '16.419', '102.834', '34.275'],
    ['USD', [[1, 5]], 1000, 5000, '0.05', '0.01', '0.06', '0.03'],
  ] as const)('in %s', (currency, lines, taxBp, depositBp, goods, tax, total, deposit) => {
    const sums = quoteSums(
      lines.map(([q, unit]) => ({ quantity: q, unitAmount: unit })),
      { discountAmount: 0, freightAmount: 0, taxBp, depositBp },
    );
    expect(minorUnitPlaces(currency)).toBeGreaterThanOrEqual(0);
    const written = (amount: number) => plainAmount({ amount, currency });
    expect(sums.ok && [sums.value.goodsAmount, sums.value.taxAmount].map(written)).toEqual([
      goods,
      tax,
    ]);
    expect(sums.ok && [sums.value.totalAmount, sums.value.depositAmount].map(written)).toEqual([
      total,
      deposit,
    ]);
  });

  it('refuses what cannot be: broken units, a discount above the goods, goods beyond counting', () => {
    const terms = { discountAmount: 0, freightAmount: 0, taxBp: 0, depositBp: 0 };
    const code = (lines: { quantity: number; unitAmount: number }[], change = {}) => {
      const sums = quoteSums(lines, { ...terms, ...change });
      return sums.ok ? 'ok' : (sums.failure.fields?.['discount'] ?? sums.failure.code);
    };
    expect(code([{ quantity: 1.5, unitAmount: 10 }])).toBe('out_of_range');
    expect(code([{ quantity: 0, unitAmount: 10 }])).toBe('out_of_range');
    expect(code([{ quantity: 1, unitAmount: -1 }])).toBe('out_of_range');
    expect(code([{ quantity: 1, unitAmount: 10 }], { taxBp: 10_001 })).toBe('out_of_range');
    expect(code([{ quantity: 1, unitAmount: 10 }], { discountAmount: 11 })).toBe(
      'discount_too_large',
    );
    expect(code([{ quantity: 100_000_000, unitAmount: 1_000_000_000 }])).toBe('amount_too_large');
  });

  it('round a half up and everything else to the nearest', () => {
    expect([shareBp(5, 1000), shareBp(4, 1000), shareBp(15, 1000), shareBp(0, 10_000)]).toEqual([
      1, 0, 2, 0,
    ]);
    expect(() => shareBp(-1, 1000)).toThrow(RangeError);
    expect(() => shareBp(0.5, 1000)).toThrow(RangeError);
  });
});

describe('prices that hold for other quantities', () => {
  const steps = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 });
  const sortedTiers = fc
    .tuple(steps, fc.array(unitAmount, { minLength: 12, maxLength: 12 }))
    .map(([froms, prices]) => {
      const falling = prices.toSorted((a, b) => b - a);
      return froms
        .toSorted((a, b) => a - b)
        .map((minQuantity, n) => ({ minQuantity, unitAmount: falling[n]! }));
    });

  it('never rise with the quantity when the tiers hold', () => {
    fc.assert(
      fc.property(sortedTiers, quantity, quantity, unitAmount, (tiers, a, b, quoted) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const held = { unitAmount: quoted, tiers };
        expect(heldPrice(more, held)).toBeLessThanOrEqual(heldPrice(less, held));
      }),
    );
  });

  it('say the price of the line at its own quantity, or are refused', () => {
    fc.assert(
      fc.property(sortedTiers, quantity, unitAmount, (tiers, ordered, price) => {
        const own = { quantity: ordered, unitAmount: price, tiers };
        const held = { ...own, unitAmount: heldPrice(ordered, own) };
        const reached = tiers[0]!.minQuantity <= ordered;
        if (reached) expect(heldPricesProblem(held)).toBeNull();
        expect(heldPricesProblem(own) === null).toBe(
          reached ? price === held.unitAmount : price >= tiers[0]!.unitAmount,
        );
      }),
    );
  });

  it('follow the price of the line, whatever it becomes', () => {
    fc.assert(
      fc.property(sortedTiers, quantity, unitAmount, (tiers, ordered, price) => {
        const line = { quantity: ordered, unitAmount: price, tiers };
        const aligned = { ...line, tiers: alignHeld(line) };
        expect(heldPricesProblem(aligned)).toBeNull();
        expect(alignHeld(aligned)).toEqual(aligned.tiers);
      }),
    );
  });

  it('are refused when they rise, repeat or run backwards', () => {
    const problem = (...tiers: [number, number][]) =>
      heldPricesProblem({
        quantity: 1,
        unitAmount: 100,
        tiers: tiers.map(([minQuantity, amount]) => ({ minQuantity, unitAmount: amount })),
      });
    expect(problem([10, 90], [20, 95])).toBe('tier_price_rises');
    expect(problem([10, 110])).toBe('tier_price_rises');
    expect(problem([10, 90], [10, 80])).toBe('tier_twice');
    expect(problem([20, 90], [10, 80])).toBe('tier_not_ascending');
    expect(problem([1, 90])).toBe('tier_price_differs');
    expect(problem([0, 90])).toBe('out_of_range');
    expect(problem([1, 100], [50, 90])).toBeNull();
  });
});

describe('the life of a version', () => {
  const OVER: QuoteState[] = ['accepted', 'declined', 'withdrawn', 'expired', 'superseded'];
  const step = fc.record({
    action: fc.constantFrom<QuoteAction>(...QUOTE_ACTIONS),
    role: fc.constantFrom<QuoteRole>('author', 'recipient', 'clock'),
    reason: fc.constantFrom('', 'too dear for us'),
  });

  it('no path leaves an end, comes back to the draft, or skips being sent', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (path) => {
        let state: QuoteState = 'draft';
        const seen = new Set<QuoteState>([state]);
        for (const { action, role, reason } of path) {
          const moved: Result<QuoteState> = next(QUOTE_TRANSITIONS, {
            state,
            action,
            roles: [role],
            reason,
          });
          if (!moved.ok) continue;
          if (OVER.includes(state)) throw new Error(`${action} left ${state}`);
          if (moved.value === 'draft') expect(state).toBe('draft');
          state = moved.value;
          seen.add(state);
          if (OVER.includes(state)) expect(seen.has('sent')).toBe(true);
        }
      }),
    );
  });

  it('never lets a side accept its own words, nor the clock bind anybody', () => {
    for (const state of QUOTE_STATES) {
      expect(openActions(QUOTE_TRANSITIONS, state, ['author'])).not.toContain('accept');
      expect(openActions(QUOTE_TRANSITIONS, state, ['clock'])).not.toContain('accept');
      if (OVER.includes(state)) {
        expect(openActions(QUOTE_TRANSITIONS, state, ['author', 'recipient', 'clock'])).toEqual([]);
      }
    }
    expect(quoteRole('buyer', 'producer')).toBe('recipient');
    expect(quoteRole('producer', 'producer')).toBe('author');
  });

  it('reads as over once its date has passed', () => {
    const now = new Date('2027-01-10T12:00:00Z');
    const quote = { state: 'sent' as const, validUntil: '2027-01-10T12:00:00Z' };
    expect(shownState(quote, now)).toBe('expired');
    expect(shownState(quote, new Date(now.getTime() - 1))).toBe('sent');
    expect(shownState({ ...quote, state: 'accepted' }, now)).toBe('accepted');
  });
});

describe('where a quote leaves the listing', () => {
  const listed: ListedTerms = {
    moq: 60,
    orderMultiple: 12,
    leadTimeDays: 21,
    currency: 'RWF',
    unitAmount: 45_000,
  };
  const kinds = (line: object, terms: object = {}) =>
    deviations({ quantity: 120, unitAmount: 45_000, sample: false, ...line }, listed, {
      leadTimeDays: 21,
      currency: 'RWF',
      ...terms,
    }).map(({ kind }) => kind);

  it('says each one, and nothing where it keeps to it', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ quantity: 48 })).toEqual(['below_moq']);
    expect(kinds({ quantity: 65 })).toEqual(['not_a_multiple']);
    expect(kinds({}, { leadTimeDays: 30 })).toEqual(['longer_lead_time']);
    expect(kinds({ unitAmount: 44_000 }, { leadTimeDays: 14 })).toEqual([
      'shorter_lead_time',
      'lower_price',
    ]);
    expect(kinds({ unitAmount: 1 }, { currency: 'USD' })).toEqual([]);
    expect(kinds({ quantity: 1, sample: true, unitAmount: 60_000 })).toEqual([]);
  });
});

describe('what changed between two versions', () => {
  const version: ComparableQuote = {
    currency: 'RWF',
    incoterm: 'FOB',
    incotermPlace: 'Mombasa',
    leadTimeDays: 30,
    paymentTerms: 'in_advance',
    depositBp: 0,
    taxBp: 0,
    goodsAmount: 100,
    discountAmount: 0,
    freightAmount: 0,
    taxAmount: 0,
    totalAmount: 100,
    depositAmount: 0,
    validUntil: '2027-01-01T00:00:00Z',
    notes: '',
    lines: [
      {
        position: 0,
        description: 'Boot',
        unit: 'PR',
        quantity: 10,
        unitAmount: 10,
        lineAmount: 100,
        moqWaived: false,
      },
    ],
  };
  const [first] = version.lines;

  it('names each fact once, lines before terms', () => {
    const after = {
      ...version,
      goodsAmount: 108,
      totalAmount: 108,
      leadTimeDays: 20,
      lines: [{ ...first!, quantity: 12, unitAmount: 9, lineAmount: 108 }],
    };
    expect(quoteChanges(version, version)).toEqual([]);
    const facts = quoteChanges(version, after).map((change) =>
      change.kind === 'term'
        ? [change.term, change.from, change.to]
        : change.kind === 'line'
          ? [change.fact, change.from, change.to]
          : [change.kind],
    );
    expect(facts).toEqual([
      ['quantity', 10, 12],
      ['unitAmount', 10, 9],
      ['lineAmount', 100, 108],
      ['leadTimeDays', 30, 20],
      ['goodsAmount', 100, 108],
      ['totalAmount', 100, 108],
    ]);
  });

  it('tells lines that came and went', () => {
    const moved = quoteChanges(version, { ...version, lines: [{ ...first!, position: 1 }] });
    expect(moved.map(({ kind }) => kind)).toEqual(['line_added', 'line_removed']);
  });
});

describe('the landed cost, an estimate', () => {
  it('takes duty on the goods with all carriage, and adds up', () => {
    fc.assert(
      fc.property(
        quantity,
        unitAmount,
        unitAmount,
        unitAmount,
        share,
        (goods, a, b, tax, dutyBp) => {
          const input = {
            goodsAmount: goods,
            discountAmount: 0,
            freightAmount: a,
            taxAmount: tax,
            ownFreightAmount: b,
            dutyBp,
          };
          const { customsValue, dutyAmount, landedAmount } = landedCost(input);
          expect(customsValue).toBe(goods + a + b);
          expect(dutyAmount).toBe(shareBp(customsValue, dutyBp));
          expect(landedAmount).toBe(goods + a + b + tax + dutyAmount);
        },
      ),
    );
  });

  it('knows what each term leaves to the buyer', () => {
    expect(leftToBuyer('EXW')).toEqual({ freight: true, duty: true });
    expect(leftToBuyer('CIF')).toEqual({ freight: false, duty: true });
    expect(leftToBuyer('DDP')).toEqual({ freight: false, duty: false });
    expect(leftToBuyer('???')).toEqual({ freight: true, duty: true });
  });

  it('marks the least, all that share it, and nothing that stands alone', () => {
    expect(leastOf([3, 1, 2])).toEqual([1]);
    expect(leastOf([1, null, 1])).toEqual([0, 2]);
    expect(leastOf([1, null])).toEqual([]);
    expect(leastOf([])).toEqual([]);
  });
});
