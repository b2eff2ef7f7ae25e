import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUND_STATES } from '#src/domain/procurement/round-states.ts';
import { newRules } from '#src/features/procurement/rounds/defaults.ts';
import { roundTabs, type RoundDesk } from '#src/features/procurement/rounds/desk.ts';
import { openingProblems } from '#src/features/procurement/rounds/guards.ts';
import { soldText } from '#src/features/procurement/rounds/lot-words.ts';
import { readLot } from '#src/features/procurement/rounds/read-lot.ts';
import { lotInput, roundInput, supplierInput } from '#src/features/procurement/rounds/schema.ts';
import { messages } from '#src/i18n/messages.ts';

const ID = '8d1f0a2e-0000-4000-8000-000000000001';
const ROUND = {
  id: ID,
  cluster: ID,
  title: 'Soles',
  sourceLocale: 'en',
  languages: ['fr'],
  currency: 'RWF',
  zone: 'Africa/Kigali',
  shareRule: 'value',
  showsBidCount: false,
  openToDirectory: false,
  wishes: [],
};
const problemsOf = (change: object) =>
  roundInput
    .safeParse({ ...ROUND, ...change })
    .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe('a round as typed', () => {
  it('needs little: a name; dates may come later', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ title: 'So' })).toEqual([['title', 'too_short']]);
  });

  it('has bids after pledges, in wall clocks with or without seconds', () => {
    const [pledgesClose, bidsClose] = ['2027-03-01T18:00:00', '2027-03-05T18:00'];
    expect(problemsOf({ pledgesClose, bidsClose })).toEqual([]);
    expect(problemsOf({ pledgesClose: bidsClose, bidsClose: pledgesClose })).toEqual([
      ['bidsClose', 'round_dates_order'],
    ]);
    expect(problemsOf({ pledgesClose: '1 March' })).toEqual([['pledgesClose', 'invalid_input']]);
  });

  it('has weights that are 100 % together; the price takes what nobody says', () => {
    expect(problemsOf({ weightLead: 30 })).toEqual([]);
    expect(problemsOf({ weightPrice: 60, weightLead: 30, weightQuality: 10 })).toEqual([]);
    expect(problemsOf({ weightPrice: 60, weightLead: 30 })).toEqual([
      ['weightPrice', 'weights_not_whole'],
    ]);
  });
});

const lot = (change: object = {}) => {
  const form = lotInput.parse({
    id: ID,
    round: ID,
    currency: 'RWF',
    title: 'Hide',
    unit: 'FTK',
    policy: 'cheapest_total',
    whenShort: 'fail',
    tierFrom: [],
    tierPrice: [],
    ...change,
  });
  return readLot(form, 'fr');
};

describe('a lot as typed', () => {
  it('counts in steps of its unit: one whole unit is the pack unless more is said', () => {
    expect(lot()).toMatchObject({ ok: true, value: { pack: 100, moq: 0, tiers: [] } });
    expect(lot({ pack: '12,5', moq: '250' })).toMatchObject({ value: { pack: 1250, moq: 25_000 } });
    expect(lot({ unit: 'PR', pack: '10' })).toMatchObject({ value: { pack: 10 } });
  });

  it('knows what a kilogram weighs', () => {
    expect(lot({ unit: 'KGM' })).toMatchObject({ value: { weightGrams: 1000 } });
    expect(lot({ unit: 'PR' })).toMatchObject({ value: { weightGrams: null } });
  });

  it('sorts its prices and passes over empty rows', () => {
    const tiers = { tierFrom: ['100', '', null], tierPrice: ['850', '1 000', null] };
    expect(lot(tiers)).toMatchObject({
      value: {
        tiers: [
          { minQuantity: 1, unitAmount: 1000 },
          { minQuantity: 10_000, unitAmount: 850 },
        ],
      },
    });
  });

  it.each([
    [{ tierFrom: ['1', '100'], tierPrice: ['850', '900'] }, { tierPrice: 'tier_price_rises' }],
    [{ tierFrom: ['100', '100'], tierPrice: ['850', '800'] }, { tierFrom: 'tier_twice' }],
    [{ tierFrom: ['100'], tierPrice: [''] }, { tierPrice: 'required' }],
    [{ pack: 'many' }, { pack: 'not_a_number' }],
    [{ pack: '0' }, { pack: 'out_of_range' }],
    [{ hsCode: '12' }, { hsCode: 'hs_code_invalid' }],
    [{ criteria: 'ok\nNo' }, { criteria: 'out_of_range' }],
  ])('says which field is wrong: %o', (change, fields) => {
    expect(lot(change)).toMatchObject({ ok: false, failure: { fields } });
  });

  it('weighs its questions alike, and they are 100 % together', () => {
    const count = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(count, (n) => {
        const criteria = Array.from({ length: n }, (_, i) => `Is it good ${i}?`).join('\r\n');
        const read = lot({ criteria });
        const asked = read.ok ? (read.value['qualityCriteria'] as { weightBp: number }[]) : [];
        expect(asked).toHaveLength(n);
        expect(asked.reduce((sum, one) => sum + one.weightBp, 0)).toBe(10_000);
      }),
    );
  });
});

describe('on screen', () => {
  const DESK = { state: 'draft', pledgesCloseAt: null, now: '2027-01-01' } as RoundDesk;

  it('rooms open with the states, and a cancelled round keeps those it had', () => {
    const rooms = ROUND_STATES.filter((state) => state !== 'cancelled').map(
      (state) => roundTabs({ ...DESK, state }).length,
    );
    expect(rooms).toEqual(rooms.toSorted((a, b) => a - b));
    expect(roundTabs(DESK)).toEqual(['overview']);
    const cancelled = { ...DESK, state: 'cancelled', openedAt: '2027-01-01' } as RoundDesk;
    expect(roundTabs(cancelled)).toContain('bids');
    expect(roundTabs(cancelled)).not.toContain('orders');
  });

  it('says what stands in the way of opening', () => {
    const rules = newRules('Africa/Kigali', 'RWF', 'en', new Date('2027-01-01'));
    const round = { ...rules, clonedFrom: null, lots: [], history: [] };
    expect(openingProblems(DESK, round)).toEqual(['round_needs_lots', 'round_needs_place']);
    const late = { ...DESK, pledgesCloseAt: '2026-12-01' };
    expect(openingProblems(late, { ...round, neededBy: '2027-01-02' })).toEqual([
      'round_needs_lots',
      'round_needs_place',
      'round_needed_too_soon',
      'date_past',
    ]);
  });

  it('says in a sentence how a lot is sold, hide also in square metres', () => {
    const say = (pack: number, moq: number, unit = 'FTK', decimals = 2) =>
      soldText({ unit, decimals, pack, moq }, messages('en'), 'en');
    expect(say(100, 0)).toBeNull();
    expect(say(50, 200, 'MTR', 0)).toContain('at least 200 metres');
    expect(say(10_000, 25_000)).toBe(
      'Sold in packs of 100 square feet (9.29 square metres); at least 250 square feet (23.23 square metres) together, that is 3 packs',
    );
  });
});

describe('a supplier as typed', () => {
  it('has an address to invite, and a number in one form', () => {
    const typed = {
      id: ID,
      cluster: ID,
      name: 'Kigali Cuir',
      country: 'RW',
      email: 'ventes@example.test',
      phone: '+250 788-123-456',
      locale: 'fr',
      listed: false,
    };
    expect(supplierInput.parse(typed).phone).toBe('+250788123456');
    expect(supplierInput.safeParse({ ...typed, email: 'nobody' }).success).toBe(false);
  });
});
