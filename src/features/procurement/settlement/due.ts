import type { MemberStatement } from './queries.ts';

/**
 * Where a member stands in one purchase, in minor units, none below 0. `deposit`: still asked before the settlement;
 * `due`: to be paid now, by deposit or balance; `waiting`: said to be paid, not confirmed; `toPay`: due less waiting;
 * `toAnnounce`: what no payment stands for yet.
 */
export type Due = {
  deposit: number;
  due: number;
  waiting: number;
  toPay: number;
  toAnnounce: number;
  credit: number;
  forgiven: number;
};

export function dueOf({ round, money }: Pick<MemberStatement, 'round' | 'money'>): Due {
  const over = round.state === 'settled' || round.state === 'cancelled';
  const deposit = over ? 0 : Math.max(0, money.deposit - money.paid);
  const due = Math.max(0, money.owed) || deposit;
  const under = (wanted: 'proof_sent' | 'pending') =>
    money.payments
      .filter(({ state }) => state === wanted)
      .reduce((all, { amount }) => all + amount, 0);
  const waiting = under('proof_sent');
  const toPay = Math.max(0, due - waiting);
  return {
    deposit,
    due,
    waiting,
    toPay,
    toAnnounce: Math.max(0, toPay - under('pending')),
    credit: over ? Math.max(0, -money.owed) : 0,
    forgiven: money.writeOffs
      .filter(({ state }) => state === 'approved')
      .reduce((all, { amount }) => all + amount, 0),
  };
}
