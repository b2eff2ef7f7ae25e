import type { Db } from '../db/client.ts';
import { codeOf } from '../db/failure.ts';

/** Amounts in our minor units; `intent` is Stripe's PaymentIntent once the money is booked. */
export type CardPayment = {
  id: string;
  orderId: string;
  state: string;
  currency: string;
  amount: number;
  confirmedAmount: number | null;
  intent: string | null;
};
export type CardRefund = {
  id: string;
  paymentId: string;
  state: 'pending' | 'succeeded' | 'failed';
  amount: number;
  currency: string;
  intent: string | null;
  ref: string | null;
  reason: string;
};
export type CardPayout = {
  id: string;
  state: 'pending' | 'sent' | 'paid' | 'failed';
  amount: number;
  currency: string;
  ref: string | null;
  producerId: string;
  account: string | null;
};
export type Message = { id: string; type: string; payload: About };
/** Which object of whose account a message is about. */
export type About = { object: string; id: string; account?: string };
export type Work = {
  sessions: string[];
  /** Payments that nobody can make any more. */
  abandoned: string[];
  refunds: string[];
  /** Chargebacks that nobody decided yet. */
  disputes: string[];
  payouts: string[];
  events: Message[];
};
export type Booking = {
  kind: 'payment' | 'refund' | 'transfer';
  ref: string | null;
  currency: string;
  amount: number;
  fee: number;
  at: string;
};
export type AccountFacts = {
  charges: boolean;
  payouts: boolean;
  transfers: boolean;
  submitted: boolean;
  due: number;
  disabled: string | null;
};
export type AlertKind = 'dispute' | 'difference' | 'mismatch' | 'event' | 'payout' | 'refund';
export type Alert = {
  ref?: string;
  detail: string;
  orderId?: string;
  amount?: number;
  currency?: string;
};

/** Runs one function of the database for the server; rejects with the code of a refusal as its message. */
export type Call = (name: string, args: Record<string, unknown>) => Promise<unknown>;

export class BooksRefuse extends Error {
  override name = 'BooksRefuse';
}

export function serviceCall(db: Db): Call {
  return async (name, args) => {
    const { data, error } = await db.rpc(name as 'card_work', args as never);
    if (error) throw new BooksRefuse(codeOf(error), { cause: error });
    return data;
  };
}

/** The functions of the database that only the server may call, by what they are for. */
export function cardBooks(call: Call) {
  return {
    payment: (id: string) => call('card_payment', { p_payment: id }) as Promise<CardPayment | null>,
    paymentOf: (intent: string) =>
      call('card_payment', { p_intent: intent }) as Promise<CardPayment | null>,
    recordPayment: (id: string, intent: string, amount: number, fee: number) =>
      call('record_card_payment', {
        p_payment: id,
        p_provider_ref: intent,
        p_amount: amount,
        p_fee: fee,
        p_held: true,
      }) as Promise<string>,
    failPayment: (id: string, reason: string | null) =>
      call('fail_card_payment', { p_payment: id, p_reason: reason }),
    keepSession: (payment: string, attempt: number, session: string) =>
      call('keep_card_session', { p_payment: payment, p_attempt: attempt, p_session: session }),
    closeSession: (session: string) =>
      call('close_card_session', { p_session: session }) as Promise<string | null>,
    ...refunds(call),
    ...payouts(call),
    ...messages(call),
  };
}

function refunds(call: Call) {
  return {
    refund: (id: string) => call('card_refund', { p_refund: id }) as Promise<CardRefund | null>,
    refundOf: (ref: string) => call('card_refund', { p_ref: ref }) as Promise<CardRefund | null>,
    claimRefund: (id: string) =>
      call('claim_card_refund', { p_refund: id }) as Promise<CardRefund | null>,
    startRefund: (id: string, ref: string) =>
      call('start_card_refund', { p_refund: id, p_provider_ref: ref }),
    recordRefund: (
      payment: string,
      ref: string,
      amount: number,
      reason: string,
      asked: string | null,
    ) =>
      call('record_card_refund', {
        p_payment: payment,
        p_provider_ref: ref,
        p_amount: amount,
        p_reason: reason,
        p_refund: asked,
      }),
    failRefund: (id: string, reason: string) =>
      call('fail_card_refund', { p_refund: id, p_reason: reason }),
  };
}

function payouts(call: Call) {
  return {
    payout: (id: string) => call('card_payout', { p_payout: id }) as Promise<CardPayout | null>,
    payoutOf: (ref: string) => call('card_payout', { p_ref: ref }) as Promise<CardPayout | null>,
    movePayout: (
      id: string,
      state: 'sent' | 'paid' | 'failed',
      ref: string | null,
      reason?: string,
    ) =>
      call('record_payout', {
        p_payout: id,
        p_state: state,
        p_provider_ref: ref,
        p_reason: reason ?? null,
      }),
    saveAccount: (
      producer: string | null,
      account: string,
      country: string | null,
      facts: AccountFacts,
    ) =>
      call('save_stripe_account', {
        p_producer: producer,
        p_account: account,
        p_country: country,
        p_facts: facts,
      }),
  };
}

function messages(call: Call) {
  return {
    takeEvent: (id: string, type: string, created: Date, about: About) =>
      call('take_stripe_event', {
        p_id: id,
        p_type: type,
        p_created: created.toISOString(),
        p_payload: about,
      }) as Promise<boolean>,
    settleEvent: (id: string, failure?: string) =>
      call('settle_stripe_event', { p_id: id, p_failure: failure ?? null }),
    noteDispute: (intent: string, ref: string, amount: number, reason: string, open: boolean) =>
      call('note_card_dispute', {
        p_intent: intent,
        p_ref: ref,
        p_amount: amount,
        p_reason: reason,
        p_open: open,
      }),
    alert: (key: string, kind: AlertKind, data: Alert) =>
      call('alert_operators', { p_key: key, p_kind: kind, p_data: data }) as Promise<boolean>,
    work: (olderSeconds: number) =>
      call('card_work', { p_older_seconds: olderSeconds }) as Promise<Work>,
    bookings: (from: Date, to: Date) =>
      call('card_bookings', { p_from: from.toISOString(), p_to: to.toISOString() }) as Promise<
        Booking[]
      >,
  };
}

export type CardBooks = ReturnType<typeof cardBooks>;
