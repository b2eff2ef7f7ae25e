import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT_KINDS,
  cancellationLines,
  commissionLines,
  commissionStep,
  debtPaidLines,
  invoicedChangeLines,
  invoiceLines,
  nettingLines,
  paymentLines,
  payoutLines,
  refundLines,
  reversed,
  saleLines,
  taxWithin,
  type AccountKind,
  type Book,
  type CommissionTerms,
  type Line,
} from '#src/domain/ledger.ts';
import { shareBp } from '#src/domain/money.ts';

const BOOKS: Book[] = ['producer', 'buyer', 'operator'];

/** Minor units of an order in RWF (0 decimals), USD (2) and TND (3): small ones round the worst. */
const total = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 1, max: 2_000_000 }),
  fc.integer({ min: 1, max: 900_000_000_000 }),
);
const terms = fc.record({
  commissionBp: fc.integer({ min: 0, max: 5000 }),
  taxBp: fc.integer({ min: 0, max: 10_000 }),
});

/** The books of one order, kept by the pure functions alone. */
class Books {
  balances = new Map<string, number>();
  post(lines: Line[]): void {
    for (const book of BOOKS) {
      const sum = lines.filter((l) => l.book === book).reduce((a, l) => a + l.amount, 0);
      expect(sum, `${book} balances`).toBe(0);
    }
    for (const { book, account, amount } of lines) {
      expect(ACCOUNT_KINDS).toContain(account);
      this.balances.set(`${book} ${account}`, this.of(book, account) + amount);
    }
  }
  of(book: Book, account: AccountKind): number {
    return this.balances.get(`${book} ${account}`) ?? 0;
  }
}

type Step =
  | { do: 'pay'; part: number; held: boolean }
  | { do: 'refund'; which: number; part: number }
  | { do: 'change'; part: number }
  | { do: 'invoice' | 'payout' | 'undo' | 'settle' }
  | { do: 'cancel'; part: number };

const part = fc.integer({ min: 0, max: 150 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('pay' as const), part, held: fc.boolean() }),
  fc.record({ do: fc.constant('pay' as const), part, held: fc.boolean() }),
  fc.record({ do: fc.constant('refund' as const), which: fc.nat(20), part }),
  fc.record({ do: fc.constant('change' as const), part }),
  fc.record({ do: fc.constantFrom('invoice' as const, 'payout', 'undo', 'settle') }),
  fc.record({ do: fc.constant('cancel' as const), part }),
);

/** One order living through events; `taxBp` of its total is tax. */
class Order {
  books = new Books();
  payments: { amount: number; held: boolean; refunded: number }[] = [];
  owed: number;
  paid = 0;
  invoiced = false;
  cancelled = false;
  lastPayout: Line[] | undefined;
  total: number;
  taxBp: number;
  terms: CommissionTerms;
  constructor(total: number, taxBp: number, terms: CommissionTerms) {
    this.total = total;
    this.taxBp = taxBp;
    this.terms = terms;
    this.owed = total;
    this.books.post(saleLines(total));
  }
  booked = () => ({
    amount: 0 - this.books.of('operator', 'commission_income'),
    tax: 0 - this.books.of('operator', 'commission_tax_due'),
  });
  next = () => commissionStep({ paid: this.paid, owed: this.owed }, this.terms, this.booked());
  standing = () => ({
    withOperator: this.books.of('producer', 'with_operator'),
    owedToOperator: 0 - this.books.of('producer', 'owed_to_operator'),
    commissionPayable: 0 - this.books.of('producer', 'commission_payable'),
  });
  share = (of: number, percent: number) => Math.floor((of * percent) / 100);

  pay(amount: number, held: boolean) {
    if (amount === 0) return;
    this.payments.push({ amount, held, refunded: 0 });
    this.paid += amount;
    this.books.post(paymentLines({ amount, held, fee: held ? 1 : 0, commission: this.next() }));
  }
  refund(which: number, percent: number) {
    const payment = this.payments[which % Math.max(1, this.payments.length)];
    if (!payment) return;
    const left = payment.amount - payment.refunded;
    const amount = Math.min(left, this.share(payment.amount, percent));
    if (amount === 0) return;
    payment.refunded += amount;
    this.paid -= amount;
    const available = this.standing().withOperator;
    const commission = this.next();
    this.books.post(refundLines({ amount, held: payment.held, commission, available }));
  }
  change(percent: number) {
    if (this.cancelled) return;
    const difference = this.share(this.total, percent) - this.owed;
    this.owed += difference;
    if (!this.invoiced) this.books.post(saleLines(difference));
    else this.books.post(invoicedChangeLines(difference, taxWithin(difference, 118, 18)));
    this.books.post(commissionLines(this.next(), 0));
  }
  invoice() {
    if (this.invoiced || this.cancelled) return;
    this.invoiced = true;
    this.books.post(invoiceLines(this.owed, taxWithin(this.owed, 10_000, this.taxBp)));
  }
  cancel(percent: number) {
    if (this.invoiced || this.cancelled) return;
    this.cancelled = true;
    const kept = Math.min(this.paid, this.share(this.paid, percent));
    this.books.post(cancellationLines(this.owed, kept));
    this.owed = kept;
    this.books.post(commissionLines(this.next(), 0));
  }
  payout() {
    this.books.post(nettingLines(this.standing()));
    this.lastPayout = payoutLines(this.standing().withOperator);
    this.books.post(this.lastPayout);
  }
  settle() {
    const { owedToOperator, commissionPayable } = this.standing();
    const debt = owedToOperator + commissionPayable;
    if (debt > 0 && commissionPayable >= 0) this.books.post(debtPaidLines(debt, this.standing()));
  }
  undo() {
    if (this.lastPayout) this.books.post(reversed(this.lastPayout));
    this.lastPayout = undefined;
  }
  live(one: Step) {
    if (one.do === 'pay') this.pay(this.share(this.total, one.part), one.held);
    else if (one.do === 'refund') this.refund(one.which, one.part);
    else if (one.do === 'change') this.change(one.part);
    else if (one.do === 'cancel') this.cancel(one.part);
    else this[one.do]();
  }
  holds() {
    const { books } = this;
    expect(books.of('producer', 'receivable')).toBe(this.owed - this.paid);
    expect(books.of('buyer', 'payable')).toBe(this.paid - this.owed);
    expect(books.of('producer', 'with_operator')).toBeGreaterThanOrEqual(0);
    expect(books.of('operator', 'held_for_producers')).toBe(
      0 - books.of('producer', 'with_operator'),
    );
    expect(books.of('operator', 'owed_by_producers')).toBe(
      0 - books.of('producer', 'owed_to_operator'),
    );
    expect(books.of('operator', 'commission_receivable')).toBe(
      0 - books.of('producer', 'commission_payable'),
    );
    const due = shareBp(Math.max(0, Math.min(this.paid, this.owed)), this.terms.commissionBp);
    const tax = shareBp(due, this.terms.taxBp);
    expect(this.booked()).toEqual({ amount: due, tax });
    expect(books.of('producer', 'commission')).toBe(due + tax);
  }
}

describe('what an order books', () => {
  it('balances in every book after any events; what is owed, paid and held stays what it is', () => {
    fc.assert(
      fc.property(
        total,
        fc.integer({ min: 0, max: 3000 }),
        terms,
        fc.array(step, { maxLength: 30 }),
        (sum, taxBp, commission, steps) => {
          const order = new Order(sum, taxBp, commission);
          for (const one of steps) {
            order.live(one);
            order.holds();
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes over any number of part payments exactly the commission of the whole', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        (t, parts) => {
          const sum = parts.reduce((a, b) => a + b, 0);
          const order = new Order(sum, 0, t);
          parts.forEach((amount, n) => order.pay(amount, n % 2 === 0));
          const whole = new Order(sum, 0, t);
          whole.pay(sum, false);
          expect(order.booked()).toEqual(whole.booked());
        },
      ),
    );
  });

  it('takes no commission on what was paid too much, and gives all of it back when all goes back', () => {
    const order = new Order(1000, 0, { commissionBp: 500, taxBp: 1800 });
    order.pay(1500, false);
    expect(order.booked()).toEqual({ amount: 50, tax: 9 });
    expect(order.books.of('producer', 'receivable')).toBe(-500);
    order.refund(0, 100);
    expect(order.booked()).toEqual({ amount: 0, tax: 0 });
    expect(order.books.of('producer', 'commission_payable') + 0).toBe(0);
  });

  it('makes a debt of what is refunded after it was paid out, and settles it before the next payout', () => {
    const order = new Order(1000, 0, { commissionBp: 0, taxBp: 0 });
    order.pay(600, true);
    order.payout();
    order.refund(0, 100);
    expect(order.standing()).toEqual({
      withOperator: 0,
      owedToOperator: 600,
      commissionPayable: 0,
    });
    order.pay(1000, true);
    order.payout();
    expect(order.standing().owedToOperator + 0).toBe(0);
    expect(order.books.of('producer', 'bank')).toBe(1000);
  });

  it('splits the tax of a part so that net and tax add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.nat(500), fc.nat(500), (a, net, tax) => {
        const within = taxWithin(a, net + tax, tax);
        expect(Math.abs(within)).toBeLessThanOrEqual(Math.abs(a));
      }),
    );
  });
});
