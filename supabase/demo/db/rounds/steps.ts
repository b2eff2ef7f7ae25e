/** Each act of a joint purchase until the opening, as the call that a form of the site would make. */
import type { TransactionSql } from 'postgres';
import type { BidSeed, LotSeed, RoundSeed } from '#supabase/demo/content/rounds/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId, demoNumber } from '#supabase/demo/db/ids.ts';
import { clusterId, producerId, supplierId } from '#supabase/demo/db/people.ts';
import { giveKey, guideOf, memberActor, seatOf } from '#supabase/demo/db/rounds/cast.ts';

const DAY_MS = 86_400_000;
const ZONE = 'Africa/Kigali';
/** Five in the afternoon of Kigali. */
const CLOSING_HOUR_UTC = 15;

export type RoundScene = { tx: TransactionSql; calendar: Calendar; now: Date };

/** `actor` null: nobody who signed in. `seldom`: files or payment accounts are written too. */
export type RoundStep = {
  round: string;
  at: Date;
  actor: string | null;
  seldom?: boolean;
  play: () => Promise<unknown>;
};

export const roundId = (key: string) => demoId('round', key);
export const lotId = (round: string, lot: string) => demoId('lot', round, lot);

/** So many days ago within working hours, the same for the same words. */
export function workday({ now }: RoundScene, daysAgo: number, ...key: string[]): Date {
  const midnight = Math.floor((now.getTime() - daysAgo * DAY_MS) / DAY_MS) * DAY_MS;
  return new Date(midnight + 6 * 3_600_000 + demoNumber(8 * 60, 'round', ...key) * 60_000);
}

/** Five in the afternoon in so many days. */
export function closing({ now }: RoundScene, inDays: number): Date {
  const midnight = Math.floor((now.getTime() + inDays * DAY_MS) / DAY_MS) * DAY_MS;
  return new Date(midnight + CLOSING_HOUR_UTC * 3_600_000);
}

/** While it is played no deadline lies behind; how far ahead it then lies does not matter. */
const ahead = (inDays: number, least: number) => Math.max(inDays, least);
const wall = ({ calendar }: RoundScene, inDays: number) => `${calendar.day(inDays)}T17:00`;

function rulesOf(scene: RoundScene, seed: RoundSeed) {
  const { title, summary, currency, deliveryPlace, minimumBids, standstillDays, weights } = seed;
  return {
    ...{ title, summary, currency, deliveryPlace, minimumBids, standstillDays },
    sourceLocale: 'en',
    languages: ['en', 'fr'],
    zone: ZONE,
    shareRule: 'value',
    depositBp: seed.depositBp ?? 0,
    pledgesClose: wall(scene, ahead(seed.pledgesCloseInDays, 2)),
    bidsClose: wall(scene, ahead(seed.bidsCloseInDays, 3)),
    neededBy: scene.calendar.day(ahead(seed.neededInDays, 30)),
    weightPriceBp: weights.price,
    weightLeadBp: weights.lead,
    weightQualityBp: weights.quality,
  };
}

const tiersOf = (tiers: LotSeed['tiers']) =>
  tiers.map(([minQuantity, unitAmount]) => ({ minQuantity, unitAmount }));

const askId = (n: number) => `q${n + 1}`;

function lotOf({ key: _key, asks = [], tiers, reference, grams, ...lot }: LotSeed) {
  const each = Math.floor(10_000 / Math.max(1, asks.length));
  const qualityCriteria = asks.map((question, n) => ({
    id: askId(n),
    question,
    weightBp: n === 0 ? 10_000 - each * (asks.length - 1) : each,
  }));
  return {
    ...lot,
    referenceAmount: reference,
    weightGrams: grams,
    qualityCriteria,
    tiers: tiersOf(tiers),
  };
}

/** The draft with its lots and suppliers, and the day on which it opens for pledges. */
export function beginning(scene: RoundScene, seed: RoundSeed): RoundStep[] {
  const { tx } = scene;
  const [round, actor] = [roundId(seed.key), guideOf(seed.cluster)];
  const draft = async () => {
    const rules = tx.json(rulesOf(scene, seed) as never);
    await tx`select public.save_round(${round}, ${clusterId(seed.cluster)}, ${rules})`;
    for (const lot of seed.lots)
      await tx`select public.save_lot(${lotId(seed.key, lot.key)}, ${round}, ${tx.json(lotOf(lot) as never)})`;
    for (const supplier of seed.invited)
      await tx`select public.invite_supplier(${round}, s.id, s.locale) from public.suppliers s where s.id = ${supplierId(supplier)}`;
  };
  const open = () => tx`select public.open_pledging(${round})`;
  return [
    { round, actor, at: workday(scene, seed.draftedDaysAgo, seed.key, 'draft'), play: draft },
    { round, actor, at: workday(scene, seed.openedDaysAgo, 'a'), play: open },
  ];
}

/** Each member at once for all of its lots; the first of them not before the round is open. */
export function pledges(scene: RoundScene, seed: RoundSeed): RoundStep[] {
  const { tx } = scene;
  const round = roundId(seed.key);
  const opened = workday(scene, seed.openedDaysAgo, 'a').getTime();
  return seed.pledges.map(({ producer, daysAgo, lots }) => ({
    round,
    actor: memberActor(producer, seed.cluster),
    at: new Date(
      Math.max(opened + 1_800_000, workday(scene, daysAgo, seed.key, producer).getTime()),
    ),
    async play() {
      for (const [lot, [firm, tolerance = 0, ceiling = null]] of Object.entries(lots))
        await tx`select public.pledge(${demoId('pledge', seed.key, producer, lot)}, ${lotId(seed.key, lot)}, ${producerId(producer)},
          ${firm}, ${tolerance}, ${ceiling})`;
    },
  }));
}

const A_MOMENT_MS = 7_000;

/** What the clock does once the deadline lies behind; nobody waits for it here. */
export function pledgingEnds(scene: RoundScene, seed: RoundSeed): RoundStep {
  const { tx } = scene;
  const round = roundId(seed.key);
  const at = new Date(closing(scene, seed.pledgesCloseInDays).getTime() + A_MOMENT_MS);
  return {
    ...{ round, at },
    actor: null,
    async play() {
      await tx`update public.rounds set pledges_close_at = now() - interval '2 minutes' where id = ${round}`;
      await tx`select private.close_one_pledging(${round})`;
    },
  };
}

function bidOf({ calendar }: RoundScene, seed: RoundSeed, bid: BidSeed) {
  const lines = Object.entries(bid.lots).map(([key, { article, tiers, ...line }]) => {
    const asks = seed.lots.find((lot) => lot.key === key)!.asks ?? [];
    return {
      ...line,
      lotId: lotId(seed.key, key),
      articleNumber: article ?? '',
      qualityAnswers: Object.fromEntries(asks.map((_ask, n) => [askId(n), true])),
      tiers: tiersOf(tiers),
    };
  });
  return {
    currency: bid.currency ?? seed.currency,
    freightFixedAmount: bid.freight,
    leadTimeDays: bid.leadTimeDays,
    validUntil: calendar.day(60),
    paymentTerms: bid.terms,
    notes: bid.notes ?? '',
    lines,
  };
}

export function bids(scene: RoundScene, seed: RoundSeed): RoundStep[] {
  const { tx } = scene;
  const round = roundId(seed.key);
  const questions = seed.questions.flatMap(({ supplier, daysAgo, lot, question, answer }) => {
    const id = demoId('question', seed.key, question);
    const { actor, key } = seatOf(supplier);
    const asked = workday(scene, daysAgo, seed.key, question);
    const ask = async () => {
      await giveKey(tx, round, supplier);
      await tx`select public.ask_question(${id}, ${round}, ${question}, ${lotId(seed.key, lot)}, ${key})`;
    };
    return [
      { round, actor, at: asked, play: ask },
      {
        round,
        actor: guideOf(seed.cluster),
        at: new Date(asked.getTime() + 5_400_000),
        play: () => tx`select public.answer_question(${id}, ${answer})`,
      },
    ];
  });
  const filed = seed.bids.map((bid) => {
    const { actor, key } = seatOf(bid.supplier);
    const content = tx.json(bidOf(scene, seed, bid) as never);
    return {
      ...{ round, actor },
      at: workday(scene, bid.daysAgo, seed.key, bid.supplier),
      async play() {
        await giveKey(tx, round, bid.supplier);
        const [made] = await tx`select public.save_bid(${round}, ${content}, ${key}) as id`;
        await tx`select public.submit_bid(${round}, ${made!['id']}, ${key})`;
      },
    };
  });
  return [...questions, ...filed];
}
