import { z } from 'zod';

/** What the environment says of Stripe; src/server/env.ts reads it. */
export type StripeSettings = {
  secretKey: string;
  /** Several while a secret is being replaced, and one for each endpoint. */
  webhookSecrets: string[];
  /** Tests only: a server that answers as Stripe's API does. */
  apiBase: string | undefined;
};

const SECRETS = /^whsec_\S{8,}$/;

export const stripeFields = {
  secretKey: z.string().regex(/^(sk|rk)_(test|live)_\w{8,}$/, {
    error: 'STRIPE_SECRET_KEY must look like sk_live_… (or rk_live_…, or the same with test).',
  }),
  webhookSecret: z.string().refine((text) => listed(text).every((one) => SECRETS.test(one)), {
    error: 'STRIPE_WEBHOOK_SECRET must look like whsec_…; several are separated by commas.',
  }),
  apiBase: z.string().regex(/^(http:\/\/127\.0\.0\.1:\d+|https:\/\/[\w.-]+(:\d+)?)\/?$/, {
    error: 'STRIPE_API_BASE must start with https:// or http://127.0.0.1: and have no path.',
  }),
};

const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean);

type Given = {
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_WEBHOOK_SECRET?: string | undefined;
  STRIPE_API_BASE?: string | undefined;
};

/** The settings, null without a key, or the sentence that says what is missing. */
export function stripeSettings(given: Given): StripeSettings | null | string {
  if (!given.STRIPE_SECRET_KEY) return null;
  if (!given.STRIPE_WEBHOOK_SECRET)
    return 'STRIPE_WEBHOOK_SECRET is missing: copy the signing secret of the endpoint /hooks/stripe.';
  return {
    secretKey: given.STRIPE_SECRET_KEY,
    webhookSecrets: listed(given.STRIPE_WEBHOOK_SECRET),
    apiBase: given.STRIPE_API_BASE?.replace(/\/$/, ''),
  };
}
