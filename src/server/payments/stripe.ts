import Stripe from 'stripe';
import { env } from '../env.ts';
import { log as processLog, type Log } from '../log.ts';
import { serviceClient } from '../db/client.ts';
import { cardBooks, serviceCall, type CardBooks } from './books.ts';
import type { StripeSettings } from './settings.ts';

/** The one door to Stripe. The version is pinned: a new one is a change of code, with its tests. */
const API_VERSION = '2026-10-28.endive';
const TIMEOUT_MS = 20_000;

export type { Stripe };

/** What everything here works with: Stripe's API, and our books. */
export type Cards = {
  stripe: Stripe;
  live: boolean;
  webhookSecrets: readonly string[];
  books: CardBooks;
  log: Log;
};

export function cardsOver(settings: StripeSettings, books: CardBooks, log: Log): Cards {
  const base = settings.apiBase ? new URL(settings.apiBase) : undefined;
  return {
    stripe: new Stripe(settings.secretKey, {
      apiVersion: API_VERSION,
      timeout: TIMEOUT_MS,
      maxNetworkRetries: 3,
      telemetry: false,
      appInfo: { name: 'isoko' },
      ...(base && {
        host: base.hostname,
        protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
        port: base.port || 443,
      }),
    }),
    live: settings.secretKey.includes('_live_'),
    webhookSecrets: settings.webhookSecrets,
    books,
    log,
  };
}

let known: Cards | null | undefined;

/** Null without a key: then cards are offered nowhere. */
export function cards(): Cards | null {
  if (known !== undefined) return known;
  const settings = env().stripe;
  const books = () => cardBooks(serviceCall(serviceClient('cards: the processor is nobody’s')));
  known = settings && cardsOver(settings, books(), processLog);
  return known;
}

/** Where a form that leads to Stripe may end, for the Content-Security-Policy of its page. */
export function cardFormTargets(): string {
  const base = env().stripe?.apiBase;
  return `https://checkout.stripe.com https://connect.stripe.com${base ? ` ${base}` : ''}`;
}

/** Ask again later: Stripe does not answer, is busy, or does not know everything yet. */
export class AskLater extends Error {
  override name = 'AskLater';
}

export type Refusal = { code: string; message: string };

/** Stripe's final no, with its own words; null when the same request may work later. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const { statusCode = 0 } = error;
  const busy = statusCode === 429 || statusCode === 409;
  // A key that is wrong or may not do this is the operator's to mend; nothing has failed by that.
  const key = statusCode === 401 || (statusCode === 403 && error.code !== 'account_invalid');
  if (statusCode < 400 || statusCode >= 500 || busy || key) return null;
  return { code: error.code ?? error.type, message: error.message };
}

/** Whether Stripe says that there is no such object (of this account). */
export function isMissing(error: unknown): boolean {
  return refusalOf(error)?.code === 'resource_missing';
}

/** Whether it is Stripe, or the way to it, that does not answer. */
export function isStripeError(error: unknown): boolean {
  return error instanceof AskLater || error instanceof Stripe.errors.StripeError;
}

/** The id of something that Stripe may have sent whole. */
export function idOf(thing: string | { id: string } | null | undefined): string | null {
  return typeof thing === 'string' ? thing : (thing?.id ?? null);
}
