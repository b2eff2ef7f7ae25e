import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposals, scoreMatch, type Candidate, type OpenLine } from '#src/domain/payment-match.ts';

const line = (change: Partial<OpenLine> = {}): OpenLine => ({
  id: 'l',
  bookedOn: '2026-03-02',
  amount: 30_000,
  currency: 'USD',
  counterparty: 'NORDLICHT GMBH',
  remittance: 'ISK-7K2M-1',
  bankReference: '',
  ...change,
});
const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'p1',
  kind: 'payment',
  reference: 'ISK-7K2M-1',
  orderReference: 'O7K2MABC',
  currency: 'USD',
  amounts: [30_000],
  buyer: 'Nordlicht',
  day: '2026-03-01',
  ...change,
});
const reasons = (l: Partial<OpenLine>, c: Partial<Candidate> = {}) =>
  scoreMatch(line(l), candidate(c))?.reasons ?? [];

describe('which payment a line is', () => {
  it.each([
    'ISK-7K2M-1',
    'isk 7k2m 1',
    'Rechnung ISK7K2M1.',
    '/ISK-7K2M-1/',
    'lSK-7K2M-I',
    'I S K - 7 K 2 M - 1',
  ])('reads the reference in “%s”', (remittance) =>
    expect(reasons({ remittance })).toContain('reference'),
  );

  it.each(['ISK-7K2N-1', 'ISK-7KM-1', 'ISK-77K2M-1', 'xISK-7K2M-1'])(
    'forgives one wrong sign in “%s”',
    (remittance) => expect(reasons({ remittance })).toContain('reference_nearly'),
  );

  it.each(['ISK-7K2M-12', 'ISK-7K2M-2', 'ISK-9X9X-1', '', 'boots'])(
    'does not read it into “%s”',
    (remittance) => {
      const found = reasons({ remittance });
      expect(found).not.toContain('reference');
      expect(found).not.toContain('reference_nearly');
    },
  );

  it('never crosses currencies, never takes money that went out, never guesses by day and name alone', () => {
    expect(scoreMatch(line({ currency: 'EUR' }), candidate())).toBeNull();
    expect(scoreMatch(line({ amount: -30_000 }), candidate())).toBeNull();
    expect(scoreMatch(line({ remittance: '', amount: 1 }), candidate())).toBeNull();
  });

  it('is sure only with the reference and the amount', () => {
    expect(scoreMatch(line(), candidate())).toMatchObject({ sure: true });
    expect(scoreMatch(line({ amount: 29_985 }), candidate())).toMatchObject({
      sure: false,
      reasons: ['reference', 'amount_less_fee', 'day', 'name'],
    });
    expect(scoreMatch(line({ remittance: 'boots' }), candidate())).toMatchObject({ sure: false });
  });

  it('tells payments of one order apart', () => {
    const both = [candidate(), candidate({ id: 'p12', reference: 'ISK-7K2M-12' })];
    expect(proposals(line({ remittance: 'ISK-7K2M-12' }), both)[0]!.candidate.id).toBe('p12');
  });

  it('answers alike in whatever order the candidates come, the best first', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        reference: fc.constantFrom('ISK-7K2M-1', 'ISK-7K2M-2', 'ISK-AAAA-1'),
        amounts: fc.array(fc.constantFrom(30_000, 29_000, 5), { minLength: 1 }),
        kind: fc.constantFrom('payment' as const, 'order' as const),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (parts) => {
        const all = parts.map((part) => candidate(part));
        const found = proposals(line(), all);
        expect(proposals(line(), all.toReversed())).toEqual(found);
        found.slice(1).forEach((one, n) => expect(one.score).toBeLessThanOrEqual(found[n]!.score));
      }),
    );
  });
});
