/** Plays the demo's trade by the very functions that the site's forms call, as the people of the demo. */
import type { TransactionSql } from 'postgres';
import { DEALS, DETAILS, PAYMENT_ACCOUNTS, RFQS } from '#supabase/demo/content/trade.ts';
import type { Act, DealSeed, FileSeed, RfqSeed } from '#supabase/demo/content/trade/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId, demoNumber } from '#supabase/demo/db/ids.ts';
import { buyerId, clusterId, inquiryId, producerId, productId } from '#supabase/demo/db/people.ts';
import { playRounds } from '#supabase/demo/db/rounds/play.ts';
import { actorOf, callsOf, type Deal, type Scene } from '#supabase/demo/db/trade/acts.ts';
import { buyerActor, enterStandIns, leaveStandIns } from '#supabase/demo/db/trade/cast.ts';
import { closeClock, openClock } from '#supabase/demo/db/trade/clock.ts';
import type { StoredFile } from '#supabase/demo/db/trade/files.ts';
import { putInOrder } from '#supabase/demo/db/trade/finish.ts';
import { furnish } from '#supabase/demo/db/trade/furnish.ts';

export type Step = {
  at: Date;
  /** Whether it writes no more than conversations, offers, orders, payments and books. */
  common?: boolean;
  actor: () => string;
  calls: () => Promise<ReturnType<typeof callsOf>> | ReturnType<typeof callsOf>;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SPREAD_MINUTES = 8 * 60;

export async function playTrade(
  tx: TransactionSql,
  calendar: Calendar,
  files: ReadonlyMap<FileSeed, StoredFile>,
): Promise<void> {
  const [clock] = await tx<{ now: Date }[]>`select now()`;
  const scene: Scene = { tx, calendar, files };
  const ago = (days: number, key: string) =>
    atWork(
      clock!.now.getTime() - days * DAY_MS - demoNumber(SPREAD_MINUTES, 'trade', key) * 60_000,
    );
  await openClock(tx);
  await enterStandIns(tx, producersOfTrade());
  const steps = [
    ...furnish(scene, ago),
    ...RFQS.flatMap((rfq) => stepsOfRfq(scene, ago, rfq)),
    ...DEALS.flatMap((deal) => stepsOfDeal(scene, ago, dealOf(deal), deal.acts, deal.key)),
  ];
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    await play(tx, step);
  await tx`select set_config('request.jwt.claims', '', true)`;
  await playRounds(tx, calendar);
  await putInOrder(tx);
  await leaveStandIns(tx);
  await closeClock(tx);
}

/** The same day, between six and four in the afternoon UTC; what came later stays later. */
function atWork(moment: number): Date {
  const since = moment % DAY_MS;
  return new Date(moment - since + 6 * HOUR_MS + Math.floor((since * 10) / 24));
}

async function play(tx: TransactionSql, { at, common, actor, calls }: Step): Promise<void> {
  const claims = JSON.stringify({ sub: actor(), role: 'authenticated' });
  const asSomebody = tx`select set_config('request.jwt.claims', ${claims}, true)`;
  const all = [
    asSomebody,
    ...(await calls()),
    tx`select pg_temp.back_to(${at.toISOString()}, ${!common})`,
  ];
  // Sent in one go and done in this order by the one connection of the transaction.
  await Promise.all(all.map((call) => call.execute()));
}

const producersOfTrade = () => [
  ...new Set([
    ...DEALS.map(({ producer }) => producer),
    ...RFQS.flatMap(({ answers }) => answers.map(({ producer }) => producer)),
    ...PAYMENT_ACCOUNTS.map(({ producer }) => producer),
    ...DETAILS.flatMap(({ producer }) => producer ?? []),
  ]),
];

const COMMON: ReadonlySet<Act['act']> = new Set([
  'ask',
  'write',
  'quote',
  'counter',
  'accept',
  'announce',
  'confirm',
  'start',
  'inspect',
  'ready',
  'deliver',
  'close',
]);

export type Ago = (days: number, key: string) => Date;

function dealOf({ key, buyer, producer, locale, country, continues }: DealSeed): Deal {
  const inquiry = inquiryId(continues ?? key);
  return { key, buyer, producer, locale, country, inquiry, version: 0, payments: 0, said: 0 };
}

function stepsOfDeal(
  scene: Scene,
  ago: Ago,
  deal: Deal,
  acts: readonly (readonly [number, Act])[],
  key: string,
): Step[] {
  return acts.map(([days, act]) => {
    const at = ago(days, key);
    const common = COMMON.has(act.act) && !('proof' in act);
    return {
      at,
      common,
      actor: () => actorOf(act, deal),
      calls: () => callsOf(scene, deal, act, at),
    };
  });
}

function stepsOfRfq(scene: Scene, ago: Ago, rfq: RfqSeed): Step[] {
  const { tx } = scene;
  const id = demoId('rfq', rfq.key);
  const { lines, answers, words, daysAgo, ...head } = rfq;
  const content = {
    ...head,
    clusterId: clusterId(rfq.cluster),
    message: words,
    organisation: '',
    neededBy: scene.calendar.day(rfq.neededInDays),
    answersBy: scene.calendar.day(rfq.answersInDays),
    lines: lines.map(({ product, sample, ...line }) => ({
      ...line,
      productId: product ? productId(product) : null,
      sampleWanted: sample ?? false,
    })),
  };
  const send: Step = {
    at: ago(daysAgo, rfq.key),
    actor: () => buyerActor(rfq.buyer),
    calls: () => [
      tx`select public.send_rfq(${id}, ${tx.json(content as never)}, ${buyerId(rfq.buyer)})`,
    ],
  };
  const answersOf = answers.flatMap(({ producer, acts }) => {
    const deal: Deal = {
      key: `${rfq.key}:${producer}`,
      buyer: rfq.buyer,
      producer,
      locale: rfq.locale,
      country: rfq.country,
      inquiry: '',
      version: 0,
      payments: 0,
      said: 0,
    };
    return stepsOfDeal(scene, ago, deal, acts, rfq.key).map((step) => ({
      ...step,
      async calls() {
        await joinRfq(tx, deal, id);
        return step.calls();
      },
    }));
  });
  return [send, ...answersOf];
}

/** Which conversation and lines the RFQ made for this producer. */
async function joinRfq(tx: TransactionSql, deal: Deal, rfq: string): Promise<void> {
  if (deal.inquiry) return;
  const [found] = await tx<{ id: string; lines: string[] }[]>`
    select i.id, array(select l.id from public.rfq_lines l where l.rfq_id = ${rfq} order by l.position) as lines
    from public.inquiries i where i.rfq_id = ${rfq} and i.producer_id = ${producerId(deal.producer)}`;
  deal.inquiry = found!.id;
  deal.rfqLines = found!.lines;
}
