/** Plays the demo's joint purchases by the very functions that the site's forms call. */
import type { TransactionSql } from 'postgres';
import { DIRECTORY, ROUNDS, WISHES } from '#supabase/demo/content/rounds.ts';
import type { RoundSeed } from '#supabase/demo/content/rounds/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { clusterId, producerId, supplierId } from '#supabase/demo/db/people.ts';
import {
  enterGuides,
  guideOf,
  leaveGuides,
  memberActor,
  takeKeys,
} from '#supabase/demo/db/rounds/cast.ts';
import { closeRoundClock, openRoundClock } from '#supabase/demo/db/rounds/clock.ts';
import { ending } from '#supabase/demo/db/rounds/ending.ts';
import {
  beginning,
  bids,
  closing,
  pledges,
  pledgingEnds,
  roundId,
  workday,
  type RoundScene,
  type RoundStep,
} from '#supabase/demo/db/rounds/steps.ts';

/** Before the first purchase of the cluster. */
const DIRECTORY_DAYS_AGO = 95;
const MASORO = 'masoro-footwear-leather';

/** What belongs to no round carries a round's id that nothing has. */
const NO_ROUND = demoId('round', 'none');

/** Between `openClock` and `closeClock` of the trade, whose marks and dates it uses. */
export async function playRounds(tx: TransactionSql, calendar: Calendar): Promise<void> {
  const [clock] = await tx<{ now: Date }[]>`select now()`;
  const scene: RoundScene = { tx, calendar, now: clock!.now };
  await openRoundClock(tx);
  await enterGuides(tx);
  const steps = [
    ...directory(scene),
    ...wishes(scene),
    ...ROUNDS.flatMap((seed) => stepsOf(scene, seed)),
  ];
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    await play(tx, step);
  await tx`select set_config('request.jwt.claims', '', true)`;
  for (const seed of ROUNDS) await end(scene, seed);
  await leaveGuides(tx);
  await closeRoundClock(tx);
}

async function play(tx: TransactionSql, { round, at, actor, seldom, play: doIt }: RoundStep) {
  const claims = actor ? { sub: actor, role: 'authenticated' } : { role: 'anon' };
  await tx`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
  await doIt();
  await tx`select pg_temp.round_back_to(${round}, ${at.toISOString()}, ${seldom ?? false})`;
}

function stepsOf(scene: RoundScene, seed: RoundSeed): RoundStep[] {
  const isOver = seed.pledgesCloseInDays < 0;
  return [
    ...beginning(scene, seed),
    ...pledges(scene, seed),
    ...(isOver ? [pledgingEnds(scene, seed)] : []),
    ...bids(scene, seed),
    ...(seed.end ? ending(scene, seed, seed.end) : []),
  ];
}

async function end(scene: RoundScene, seed: RoundSeed): Promise<void> {
  const { tx, calendar } = scene;
  const round = roundId(seed.key);
  await takeKeys(tx, round);
  const [pledgesClose, bidsClose] = [seed.pledgesCloseInDays, seed.bidsCloseInDays].map((days) =>
    closing(scene, days).toISOString(),
  );
  await tx`select pg_temp.end_round(${round}, ${pledgesClose!}, ${bidsClose!}, ${calendar.day(seed.neededInDays)}::date)`;
}

/** Whom coordinators know, and where their cluster takes money. */
function directory(scene: RoundScene): RoundStep[] {
  const { tx } = scene;
  const known = DIRECTORY.map(({ key, cluster, ...supplier }): RoundStep => ({
    round: NO_ROUND,
    at: workday(scene, DIRECTORY_DAYS_AGO, key),
    actor: guideOf(cluster),
    async play() {
      const input = tx.json({ ...supplier, email: `${key}@isoko.test` });
      await tx`select public.save_supplier(${supplierId(key)}, ${clusterId(cluster)}, ${input})`;
    },
  }));
  const accounts = {
    mobile_money: { phone: '+250700000090', network: 'Demo Mobile Money' },
    bank_transfer: {
      bank: 'Demonstration Bank, Kigali',
      accountNumber: '0000-00000090-00',
      bic: 'DEMORWRW',
    },
  };
  const takes = Object.entries(accounts).map(([method, account]): RoundStep => ({
    round: NO_ROUND,
    at: workday(scene, DIRECTORY_DAYS_AGO, method),
    actor: guideOf(MASORO),
    seldom: true,
    async play() {
      const input = tx.json({
        ...account,
        method,
        currency: 'RWF',
        holder: 'Masoro Footwear & Leather Cluster',
      });
      await tx`select public.save_cluster_account(${demoId('payment-account', MASORO, method)}, ${clusterId(MASORO)}, ${input})`;
    },
  }));
  return [...known, ...takes];
}

/** A wish, and later each “me too”. */
function wishes(scene: RoundScene): RoundStep[] {
  const { tx } = scene;
  return WISHES.flatMap(
    ({ key, cluster, producer, title, note, unit, quantity, daysAgo, meToo }) => {
      const id = demoId('wish', key);
      const made = workday(scene, daysAgo, key);
      const step = (who: string, hours: number, play: () => Promise<unknown>): RoundStep => ({
        round: NO_ROUND,
        at: new Date(made.getTime() + hours * 3_600_000),
        actor: memberActor(who, cluster),
        play,
      });
      return [
        step(producer, 0, () => {
          const wish = tx.json({ title, unit, quantity, note: note ?? '' });
          return tx`select public.add_wish(${id}, ${clusterId(cluster)}, ${producerId(producer)}, ${wish})`;
        }),
        ...Object.entries(meToo).map(([who, wanted], n) =>
          step(
            who,
            5 + 7 * n,
            () => tx`select public.support_wish(${id}, ${producerId(who)}, ${wanted})`,
          ),
        ),
      ];
    },
  );
}
