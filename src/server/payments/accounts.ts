import { mayReceiveTransfers } from '#src/domain/card-countries.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { Cards, Stripe } from './stripe.ts';

export type Connecting = {
  producer: string;
  name: string;
  country: string;
  account: string | null;
};
export type Ends = { back: string; again: string };

let home: { key: Cards; country: string } | undefined;

/** Where the operator's own account is at home; asked once. */
export async function homeCountry(cards: Cards): Promise<string> {
  if (home?.key === cards) return home.country;
  const own = await cards.stripe.accounts.retrieveCurrent();
  const country = own.country ?? '';
  home = { key: cards, country };
  return country;
}

/** Opens (or goes on with) a producer's account at Stripe; answers the address of Stripe's own form. */
export async function connectLink(
  cards: Cards,
  asked: Connecting,
  ends: Ends,
): Promise<Result<string>> {
  if (!mayReceiveTransfers(await homeCountry(cards), asked.country)) return fail('card_country');
  const account = asked.account ?? (await openAccount(cards, asked));
  const link = await cards.stripe.accountLinks.create({
    account,
    type: 'account_onboarding',
    return_url: ends.back,
    refresh_url: ends.again,
    collection_options: { fields: 'eventually_due' },
  });
  return ok(link.url);
}

/** Stripe collects what the law asks for and shows the producer their payouts; the platform answers for losses. */
async function openAccount(cards: Cards, asked: Connecting): Promise<string> {
  const account = await cards.stripe.accounts.create(
    {
      country: asked.country,
      controller: {
        stripe_dashboard: { type: 'express' },
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
      },
      capabilities: { transfers: { requested: true } },
      business_profile: { name: asked.name },
      metadata: { isoko_producer: asked.producer },
    },
    { idempotencyKey: `isoko:account:${asked.producer}:${asked.country}` },
  );
  await save(cards, asked.producer, account);
  return account.id;
}

/** What Stripe says of an account now, whatever the message said. Accounts that are none of ours change nothing. */
export async function settleAccount(cards: Cards, id: string): Promise<void> {
  await save(cards, null, await cards.stripe.accounts.retrieve(id));
}

async function save(cards: Cards, producer: string | null, account: Stripe.Account): Promise<void> {
  const { requirements } = account;
  await cards.books.saveAccount(producer, account.id, account.country ?? null, {
    charges: account.charges_enabled,
    payouts: account.payouts_enabled,
    transfers: account.capabilities?.transfers === 'active',
    submitted: account.details_submitted,
    due: requirements?.currently_due?.length ?? 0,
    disabled: requirements?.disabled_reason ?? null,
  });
}
