import { describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import type { RoundEntry } from '#src/features/procurement/pledges/queries.ts';
import { groupOf, openAmount, roundTasks } from '#src/features/procurement/pledges/round-tasks.ts';
import { dueOf } from '#src/features/procurement/settlement/due.ts';
import type { MemberStatement, SettledLine } from '#src/features/procurement/settlement/queries.ts';
import { statementParts } from '#src/features/procurement/settlement/statement-parts.ts';
import { lineReasons } from '#src/features/procurement/settlement/words.ts';

const en = messages('en');
const plain = (amount: number) => String(amount);

const entry = (facts: Partial<RoundEntry>) =>
  ({
    state: 'bidding',
    now: '2026-11-23T10:00:00Z',
    pledgesCloseAt: '2026-11-20T15:00:00Z',
    pledged: 1,
    owed: 0,
    paid: 0,
    deposit: 0,
    waiting: 0,
    ready: false,
    ...facts,
  }) as RoundEntry;

describe('a purchase in the list of a member', () => {
  it('waits for a pledge only while one is taken and none is given', () => {
    const open = { state: 'pledging', pledgesCloseAt: '2026-11-24T15:00:00Z', pledged: 0 } as const;
    expect(roundTasks(entry(open), en, plain)).toEqual([en.pledges.pledgeNow]);
    expect(roundTasks(entry({ ...open, pledged: 2 }), en, plain)).toEqual([]);
    expect(roundTasks(entry({ state: 'pledging', pledged: 0 }), en, plain)).toEqual([]);
  });

  it('asks for the deposit before the settlement, for the rest after it, and never for what is on its way', () => {
    expect(openAmount(entry({ deposit: 500, paid: 200, waiting: 100 }))).toBe(200);
    expect(openAmount(entry({ deposit: 500, paid: 800 }))).toBe(0);
    expect(openAmount(entry({ state: 'settled', owed: 900, deposit: 500, waiting: 900 }))).toBe(0);
    expect(openAmount(entry({ state: 'settled', owed: -50 }))).toBe(0);
    const owing = entry({ state: 'settled', owed: 900 });
    expect(roundTasks(owing, en, plain)).toEqual([en.pledges.toPay('900')]);
    expect(groupOf(owing, ['something'])).toBe('now');
    expect(groupOf(entry({ state: 'settled' }), [])).toBe('over');
    expect(groupOf(entry({}), [])).toBe('running');
  });
});

describe('what a member owes', () => {
  const statement = (owed: number, payments: [string, number][], state = 'settled') =>
    ({
      round: { state },
      money: {
        owed,
        deposit: 300,
        paid: 0,
        payments: payments.map(([is, amount]) => ({ state: is, amount })),
        writeOffs: [
          { state: 'approved', amount: 7 },
          { state: 'declined', amount: 9 },
        ],
      },
    }) as unknown as MemberStatement;

  it('is less what was proved and what is announced', () => {
    const due = dueOf(
      statement(1000, [
        ['proof_sent', 400],
        ['pending', 250],
        ['rejected', 90],
      ]),
    );
    expect(due).toMatchObject({ due: 1000, waiting: 400, toPay: 600, toAnnounce: 350 });
    expect(due).toMatchObject({ deposit: 0, credit: 0, forgiven: 7 });
  });

  it('is the deposit before the settlement, and a credit is no debt', () => {
    expect(dueOf(statement(0, [], 'bidding'))).toMatchObject({ deposit: 300, due: 300 });
    expect(dueOf(statement(-40, []))).toMatchObject({ due: 0, toPay: 0, credit: 40 });
  });
});

const line = (facts: Partial<SettledLine>): SettledLine => ({
  lotId: 'a',
  title: 'Soles',
  unit: 'PR',
  decimals: 0,
  quantity: 40,
  firm: 40,
  awardedQuantity: 40,
  goodsAmount: 34_000,
  creditAmount: 0,
  lotQuantity: 100,
  lotGoodsAmount: 85_000,
  referenceAmount: null,
  shares: [],
  ...facts,
});

describe('a statement', () => {
  const share = (cost: string, amount: number) =>
    ({ cost, kind: 'freight', note: '', of: 9000, basis: 'value', amount }) as const;

  it('names each cost once, over all materials, and adds up', () => {
    const parts = statementParts({
      lines: [
        line({ goodsAmount: 100, shares: [share('lorry', 30), share('motorbike', 1)] }),
        line({ goodsAmount: 700, shares: [share('lorry', 60)] }),
      ],
    });
    expect(parts.goods.map(({ goodsAmount }) => goodsAmount)).toEqual([700, 100]);
    expect(parts.costs.map(({ cost, amount }) => [cost, amount])).toEqual([
      ['lorry', 90],
      ['motorbike', 1],
    ]);
    expect([parts.goodsAmount, parts.costsAmount]).toEqual([800, 91]);
  });

  it('says the price of one where it multiplies to the last franc, and else the part of the whole', () => {
    const say = (of: SettledLine) => lineReasons(of, 'RWF', en, 'en')[0]!.replace(/\u00a0/g, ' ');
    expect(say(line({}))).toBe('40 pairs at RWF 850 each.');
    expect(say(line({ goodsAmount: 34_001, lotGoodsAmount: 85_002 }))).toBe(
      '40 pairs of 100 pairs, which cost RWF 85,002 in all.',
    );
  });
});
