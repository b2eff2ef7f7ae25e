/** Each act of the trade as the one call that a form of the site would make. */
import type { PendingQuery, Row as SqlRow, TransactionSql } from 'postgres';
import type { Act, DealSeed, FileSeed } from '#supabase/demo/content/trade/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { buyerId, coordinatorOf, productId } from '#supabase/demo/db/people.ts';
import { buyerActor, producerActor } from '#supabase/demo/db/trade/cast.ts';
import type { StoredFile } from '#supabase/demo/db/trade/files.ts';
import { counterOf, draftOf } from '#supabase/demo/db/trade/offers.ts';

/** A deal under way. `inquiry` is found where an RFQ made the conversation. */
export type Deal = Pick<DealSeed, 'key' | 'buyer' | 'producer' | 'locale' | 'country'> & {
  /** Lines of the RFQ in their order. */
  rfqLines?: readonly string[];
  inquiry: string;
  /** How many quotes were put forward. */
  version: number;
  payments: number;
  said: number;
};

export type Scene = {
  tx: TransactionSql;
  calendar: Calendar;
  files: ReadonlyMap<FileSeed, StoredFile>;
};

type Call = PendingQuery<SqlRow[]>;

export const orderId = (key: string) => demoId('order', key);
const quoteId = (key: string, version: number) => demoId('quote', key, String(version));
const paymentId = (key: string, n: number) => demoId('payment', key, String(n));
const stepId = (key: string, n: number) => demoId('milestone', key, String(n));
const disputeId = (key: string) => demoId('dispute', key);

const jsonOf = ({ tx }: Scene, value: unknown) => tx.json(value as never);

/** Who does it. */
export function actorOf(act: Act, deal: Deal): string {
  const side = SIDES[act.act] ?? ('side' in act ? act.side : 'party' in act ? act.party : 'buyer');
  if (side === 'mediator') return coordinatorOf('masoro-footwear-leather')!;
  return side === 'producer' ? producerActor(deal.producer) : buyerActor(deal.buyer);
}

const SIDES: Partial<Record<Act['act'], 'buyer' | 'producer'>> = {
  quote: 'producer',
  confirm: 'producer',
  plan: 'producer',
  tick: 'producer',
  start: 'producer',
  inspect: 'producer',
  ready: 'producer',
  ship: 'producer',
  propose_end: 'producer',
  refund: 'producer',
  thank: 'producer',
};

const EXPECTED = {
  start: 'confirmed',
  inspect: 'in_production',
  ready: 'inspected',
  close: 'delivered',
};

/** The calls of an act, in order. */
export function callsOf(scene: Scene, deal: Deal, act: Act, at: Date): Call[] {
  const { tx } = scene;
  const order = orderId(deal.key);
  switch (act.act) {
    case 'ask':
      return [
        tx`select public.send_inquiry(${deal.inquiry}, ${productId(act.product)}, ${act.words}, ${act.quantity},
          current_date + ${act.neededInDays}::integer, ${deal.country}, '', ${deal.locale}, ${buyerId(deal.buyer)})`,
      ];
    case 'write':
      return [
        tx`select public.reply_inquiry(${deal.inquiry}, ${demoId('message', deal.key, String((deal.said += 1)))}, ${act.words})`,
      ];
    case 'quote': {
      const quote = quoteId(deal.key, (deal.version += 1));
      return [
        tx`select public.save_quote_draft(${quote}, ${deal.inquiry}, ${jsonOf(scene, draftOf(act.offer, deal))})`,
        tx`select public.send_quote(${quote})`,
      ];
    }
    case 'counter': {
      const standing = quoteId(deal.key, deal.version);
      const counter = jsonOf(scene, counterOf(act.offer, deal));
      return [
        tx`select public.counter_quote(${quoteId(deal.key, (deal.version += 1))}, ${standing}, ${counter}, ${buyerId(deal.buyer)})`,
      ];
    }
    case 'decline':
      return [tx`select public.decline_quote(${quoteId(deal.key, deal.version)}, ${act.words})`];
    case 'accept':
      return [
        tx`select public.accept_quote(${quoteId(deal.key, deal.version)}, ${order}, ${buyerId(deal.buyer)})`,
      ];
    default:
      return orderCalls(scene, deal, act, at);
  }
}

type OrderAct = Exclude<Act, { act: 'ask' | 'write' | 'quote' | 'counter' | 'decline' | 'accept' }>;

function orderCalls(scene: Scene, deal: Deal, act: OrderAct, at: Date): Call[] {
  const { tx, files } = scene;
  const order = orderId(deal.key);
  switch (act.act) {
    case 'announce':
      return [announcement(scene, deal, act)];
    case 'confirm':
      return [
        tx`select public.confirm_payment(p.id, p.amount, p.paid_on) from public.payments p where p.id = ${paymentId(deal.key, deal.payments)}`,
      ];
    case 'plan': {
      const steps = act.steps.map(({ dueInDays, note = '', ...step }, n) => ({
        ...step,
        note,
        id: stepId(deal.key, n),
        dueOn: scene.calendar.day(dueInDays),
      }));
      return [tx`select public.plan_milestones(${order}, ${jsonOf(scene, steps)})`];
    }
    case 'tick': {
      const stored = (act.files ?? []).flatMap((seed) => files.get(seed) ?? []);
      const step = stepId(deal.key, act.step);
      const ids = stored.map(({ id }) => id);
      const added = [
        tx`select public.add_files('order', ${order}, ${jsonOf(scene, stored)})`,
        tx`select public.add_milestone_files(${step}, ${ids}::uuid[])`,
      ];
      return [
        ...(stored.length > 0 ? added : []),
        tx`select public.tick_milestone(${step}, true, ${act.words})`,
      ];
    }
    case 'start':
    case 'inspect':
    case 'ready':
    case 'close':
      return [
        tx`select public.advance_order(${order}, ${act.act}, ${EXPECTED[act.act]}::public.order_state, ${act.words ?? null})`,
      ];
    case 'ship': {
      const { carrier, tracking, packages, grossGrams, travelDays } = act.parcel;
      const day = (later: number) =>
        new Date(at.getTime() + later * 86_400_000).toISOString().slice(0, 10);
      return [
        tx`select public.record_shipment(${order}, ${demoId('parcel', deal.key)}, ${carrier}, ${tracking}, null, ${packages}, ${grossGrams}, ${day(0)}, ${day(travelDays)})`,
      ];
    }
    case 'deliver':
      return [tx`select public.confirm_delivery(${order}, ${act.words ?? null})`];
    default:
      return endCalls(scene, deal, act);
  }
}

/** What is owed at that moment, to the first account that takes the order's currency. */
function announcement(scene: Scene, deal: Deal, act: Extract<Act, { act: 'announce' }>): Call {
  const { tx, calendar, files } = scene;
  const order = orderId(deal.key);
  const stored = act.proof ? files.get(act.proof) : undefined;
  const paid = calendar.day(-act.paidDaysAgo);
  return tx`select public.announce_payment(${paymentId(deal.key, (deal.payments += 1))}, o.id, ${act.pay}, a.method,
            case ${act.pay} when 'deposit' then m.deposit_outstanding else m.outstanding end, a.id, ${paid}, ${act.note}, ${jsonOf(scene, stored ? [stored] : [])})
          from public.orders o, private.order_money(o.id) m, lateral (
            select x.id, x.method from public.payment_accounts x where x.producer_id = o.producer_id and x.currency = o.currency
            order by x.method, x.id limit 1) a where o.id = ${order}`;
}

type EndAct = Extract<
  Act,
  {
    act:
      'dispute' | 'argue' | 'cancel' | 'propose_end' | 'agree_end' | 'refund' | 'review' | 'thank';
  }
>;

function endCalls({ tx }: Scene, deal: Deal, act: EndAct): Call[] {
  const order = orderId(deal.key);
  const change = demoId('change', deal.key);
  switch (act.act) {
    case 'dispute':
      return [
        tx`select public.open_dispute(${order}, ${disputeId(deal.key)}, ${act.reason}, ${act.words})`,
      ];
    case 'argue':
      return [
        tx`select public.write_in_dispute(${disputeId(deal.key)}, ${demoId('argument', deal.key, String((deal.said += 1)))}, ${act.words})`,
      ];
    case 'cancel':
      return [tx`select public.cancel_order(${order}, ${act.words})`];
    case 'propose_end':
      return [
        tx`select public.propose_cancellation(${order}, ${change}, ${act.words}, h.held - k.kept, k.kept)
          from private.order_held(${order}) as h (held), private.share_bp(h.held, ${act.keptBp}) as k (kept)`,
      ];
    case 'agree_end':
      return [tx`select public.answer_change(${change}, true, ${act.words})`];
    case 'refund':
      return [
        tx`select public.settle_refund(r.id) from public.refunds r where r.order_id = ${order} and r.state = 'pending'`,
      ];
    case 'review': {
      const { rating, quality, communication, punctuality, words } = act.review;
      return [
        tx`select public.write_review(${order}, ${rating}, ${quality}, ${communication}, ${punctuality}, ${words}, b.name, true, ${deal.locale})
          from public.buyers b where b.id = ${buyerId(deal.buyer)}`,
      ];
    }
    case 'thank':
      return [tx`select public.reply_review(${order}, ${act.words})`];
  }
}
