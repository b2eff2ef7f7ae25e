import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differences,
  revise,
  withSums,
  type OrderDocument,
  type TermsChange,
} from '#src/domain/order-document.ts';
import { shareBp } from '#src/domain/money.ts';
import {
  CHANGE_STATES,
  CHANGE_TRANSITIONS,
  DISPUTE_STATES,
  DISPUTE_TRANSITIONS,
  hasReached,
  moveOrder,
  ORDER_ACTIONS,
  ORDER_ROLES,
  ORDER_SIDES,
  ORDER_STATES,
  ORDER_WAY,
  orderActions,
  orderTurn,
  type OrderFacts,
  type OrderState,
  awaitedPayment,
  waitsFor,
} from '#src/domain/order-states.ts';
import { next } from '#src/domain/transitions.ts';

const acts = fc.array(
  fc.record({
    action: fc.constantFrom(...ORDER_ACTIONS),
    role: fc.constantFrom(...ORDER_ROLES),
    paid: fc.integer({ min: 0, max: 1000 }),
    underway: fc.boolean(),
    changeOpen: fc.boolean(),
    disputeOpen: fc.boolean(),
  }),
  { maxLength: 60 },
);
type Act = { paid: number; underway: boolean; changeOpen: boolean; disputeOpen: boolean };
const factsAt = (state: OrderState, act: Act): OrderFacts => ({
  state,
  paid: act.paid,
  outstanding: 1000 - act.paid,
  underway: act.underway,
  changeOpen: act.changeOpen,
  disputeOpen: act.disputeOpen,
});

describe('the life of an order', () => {
  it('reaches no impossible state on any path', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const path: OrderState[] = ['confirmed'];
        for (const act of list) {
          const before = path.at(-1)!;
          const moved = moveOrder(factsAt(before, act), act.action, act.role);
          if (!moved.ok) continue;
          expect(moved.value).not.toBe(before);
          expect(['closed', 'cancelled']).not.toContain(before);
          path.push(moved.value);
          // Nothing was closed that is owed or disputed, nothing ships under an open proposal.
          if (moved.value === 'closed')
            expect({ owed: act.paid < 1000, disputed: act.disputeOpen }).toEqual({
              owed: false,
              disputed: false,
            });
          if (moved.value === 'shipped') expect(act.changeOpen).toBe(false);
          if (moved.value === 'cancelled' && act.role === 'buyer')
            expect([before, act.paid, act.underway]).toEqual(['confirmed', 0, false]);
        }
        const usual = path.filter((state) => state !== 'cancelled');
        expect(usual).toEqual(ORDER_WAY.slice(0, usual.length));
        if (path.includes('cancelled')) {
          expect(path.at(-1)).toBe('cancelled');
          expect(path).not.toContain('shipped');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('can be lived to the end from anywhere before it, and every state is reachable', () => {
    const reached = new Set<OrderState>(['confirmed']);
    for (const _ of ORDER_STATES)
      for (const state of [...reached])
        for (const action of ORDER_ACTIONS)
          for (const role of ORDER_ROLES) {
            const act = { paid: 1000, underway: false, changeOpen: false, disputeOpen: false };
            const moved = moveOrder(factsAt(state, act), action, role);
            if (moved.ok) reached.add(moved.value);
          }
    expect([...reached].sort()).toEqual([...ORDER_STATES].sort());
  });

  it('offers only what it would grant, and names a turn while it runs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDER_STATES), acts, (state, list) => {
        for (const act of list)
          for (const side of ORDER_SIDES)
            for (const action of ORDER_ACTIONS)
              expect(orderActions(factsAt(state, act), side).includes(action)).toBe(
                moveOrder(factsAt(state, act), action, side).ok,
              );
      }),
      { numRuns: 50 },
    );
    for (const state of ORDER_STATES)
      expect(orderTurn(state) === null).toBe(state === 'closed' || state === 'cancelled');
    expect(hasReached('shipped', 'ready')).toBe(true);
    expect(hasReached('cancelled', 'ready')).toBe(false);
    expect(hasReached('ready', 'cancelled')).toBe(false);
  });
});

describe('whom an order waits for', () => {
  const facts = {
    state: 'ready' as OrderState,
    outstanding: 900,
    depositOutstanding: 0,
    underway: false,
    disputeOpen: false,
    paymentTerms: 'deposit_balance_before_shipping',
  };
  it('the buyer, while money is due before the next step; the producer, once a proof is sent', () => {
    expect(waitsFor(facts)).toBe('buyer');
    expect(awaitedPayment(facts)).toBe(900);
    expect(waitsFor({ ...facts, underway: true })).toBe('producer');
    expect(waitsFor({ ...facts, outstanding: 0 })).toBe('producer');
    expect(waitsFor({ ...facts, outstanding: -5 })).toBe('producer');
    for (const paymentTerms of ['deposit_balance_on_delivery', 'net_14', 'net_30', 'net_60'])
      expect(waitsFor({ ...facts, paymentTerms })).toBe('producer');
  });

  it('the deposit before the work, or all of it where all is paid in advance', () => {
    const agreed = { ...facts, state: 'confirmed' as const };
    expect(waitsFor(agreed)).toBe('producer');
    expect(awaitedPayment({ ...agreed, depositOutstanding: 300 })).toBe(300);
    expect(awaitedPayment({ ...agreed, paymentTerms: 'in_advance' })).toBe(900);
    expect(awaitedPayment({ ...agreed, state: 'in_production', depositOutstanding: 300 })).toBe(0);
  });

  it('neither, where a dispute holds up the money or the close', () => {
    expect(waitsFor({ ...facts, disputeOpen: true })).toBeNull();
    expect(waitsFor({ ...facts, disputeOpen: true, outstanding: 0 })).toBe('producer');
    const there = { ...facts, state: 'delivered' as const, outstanding: 0 };
    expect(waitsFor(there)).toBe('buyer');
    expect(waitsFor({ ...there, disputeOpen: true })).toBeNull();
  });
});

describe('a proposal and a dispute', () => {
  it('are decided once', () => {
    const roles = ['author', 'other'] as const;
    for (const state of CHANGE_STATES.filter((one) => one !== 'proposed'))
      for (const action of ['agree', 'refuse', 'withdraw'] as const)
        expect(next(CHANGE_TRANSITIONS, { state, action, roles }).ok).toBe(false);
    for (const state of DISPUTE_STATES.filter((one) => one === 'resolved' || one === 'withdrawn'))
      for (const action of ['write', 'resolve', 'withdraw'] as const)
        expect(
          next(DISPUTE_TRANSITIONS, {
            state,
            action,
            roles: [...roles, 'mediator'],
            reason: 'because',
          }).ok,
        ).toBe(false);
  });

  it('nobody answers their own proposal, no side resolves its own dispute', () => {
    for (const action of ['agree', 'refuse'] as const)
      expect(next(CHANGE_TRANSITIONS, { state: 'proposed', action, roles: ['author'] }).ok).toBe(
        false,
      );
    const resolve = { state: 'mediating', action: 'resolve', reason: 'because' } as const;
    expect(next(DISPUTE_TRANSITIONS, { ...resolve, roles: ['author', 'other'] }).ok).toBe(false);
    expect(next(DISPUTE_TRANSITIONS, { ...resolve, roles: ['mediator'] }).ok).toBe(true);
  });
});

const amount = fc.integer({ min: 0, max: 10_000_000 });
const basisPoints = fc.integer({ min: 0, max: 10_000 });
const party = {
  id: 'a',
  name: 'A',
  legalName: 'A',
  address: '',
  country: 'RW',
  taxNumber: '',
  registration: '',
};
const documents = fc
  .record({
    lines: fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 5000 }), unitAmount: amount }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    discount: basisPoints,
    freightAmount: amount,
    taxBp: basisPoints,
    depositBp: basisPoints,
  })
  .map(({ lines, discount, freightAmount, taxBp, depositBp }) => {
    const goods = lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
    const blank = { sku: null, hsCode: null, countryOfOrigin: null, weightGrams: null };
    const made = withSums({
      reference: 'O1',
      orderedAt: '2026-11-23T00:00:00Z',
      currency: 'USD',
      minorUnits: 2,
      locale: 'en',
      producer: party,
      buyer: party,
      inquiry: 'I1',
      rfq: null,
      quote: { id: 'q', version: 1 },
      lines: lines.map((line, position) => ({
        ...blank,
        ...line,
        position,
        description: `Line ${position}`,
        unit: 'PR',
        lineAmount: 0,
        moqWaived: false,
        sample: false,
        productId: null,
        variantId: null,
      })),
      goodsAmount: 0,
      discountAmount: shareBp(goods, discount),
      freightAmount,
      taxBp,
      taxAmount: 0,
      totalAmount: 0,
      depositBp,
      depositAmount: 0,
      incoterm: 'FCA',
      incotermPlace: 'Kigali',
      leadTimeDays: 30,
      promisedOn: '2027-01-01',
      paymentTerms: 'in_advance',
      destination: '',
      notes: '',
    });
    if (!made.ok) throw new Error(made.failure.code);
    return made.value;
  });
const same = (doc: OrderDocument): TermsChange => ({ ...doc, lines: [] });

describe('the agreement', () => {
  it('adds up, whatever is sold', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        const net = doc.goodsAmount - doc.discountAmount + doc.freightAmount;
        expect(doc.goodsAmount).toBe(doc.lines.reduce((sum, line) => sum + line.lineAmount, 0));
        expect(doc.totalAmount).toBe(net + doc.taxAmount);
        expect(Math.abs(doc.taxAmount - (net * doc.taxBp) / 10_000)).toBeLessThanOrEqual(0.5);
        expect(doc.depositAmount).toBeLessThanOrEqual(doc.totalAmount);
      }),
    );
  });

  it('revised by nothing is refused; by something it differs in just that and its sums', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 5000 }), (doc, quantity) => {
        const nothing = revise(doc, same(doc));
        expect(nothing.ok ? 'ok' : nothing.failure.code).toBe('nothing_changed');
        const [line] = doc.lines;
        const lines = [{ position: 0, quantity, unitAmount: line!.unitAmount }];
        const revised = revise(doc, { ...same(doc), discountAmount: 0, notes: 'Later', lines });
        if (!revised.ok) throw new Error(revised.failure.code);
        const told = differences(doc, revised.value).map((one) => one.field);
        expect(told).toContain('notes');
        expect(told.includes('quantity')).toBe(quantity !== line!.quantity);
        for (const field of ['incoterm', 'promisedOn', 'freightAmount', 'taxBp'] as const)
          expect(told).not.toContain(field);
        expect(revised.value.reference).toBe(doc.reference);
        expect(withSums(revised.value)).toEqual({ ok: true, value: revised.value });
        expect(differences(revised.value, revised.value)).toEqual([]);
      }),
    );
  });

  it('loses a line at a quantity of nothing, but never the last', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        const gone = (n: number) => ({ position: n, quantity: 0, unitAmount: 0 });
        const all = revise(doc, { ...same(doc), lines: doc.lines.map((_, n) => gone(n)) });
        expect(all.ok ? 'ok' : all.failure.code).toBe('no_lines_left');
        if (doc.lines.length < 2) return;
        const one = revise(doc, { ...same(doc), discountAmount: 0, lines: [gone(0)] });
        if (!one.ok) throw new Error(one.failure.code);
        expect(one.value.lines).toHaveLength(doc.lines.length - 1);
        expect(differences(doc, one.value)[0]).toMatchObject({ field: 'removed', after: null });
      }),
    );
  });
});
