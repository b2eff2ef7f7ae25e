import { cardAmount } from '#src/domain/card.ts';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import { env } from '#src/server/env.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { connectLink } from '#src/server/payments/accounts.ts';
import { openPage, settlePage, shutPage, type Started } from '#src/server/payments/checkout.ts';
import { cards, isStripeError, refusalOf, type Cards } from '#src/server/payments/stripe.ts';
import { cardOffer, studioCard, type CardOffer } from './queries.ts';
import type { PayForm } from './schema.ts';

type Way = { url: string };
type StartedFully = Started & {
  orderReference: string;
  producer: string;
  purpose: PayForm['purpose'];
  session: string | null;
  stale: string[];
};

/** Announces a card payment once and opens Stripe's page for it; answers where to go. */
export async function payByCard(
  deps: Deps,
  _actor: SessionUser,
  form: PayForm,
): Promise<Result<Way>> {
  const open = cards();
  const offer = open && (await cardOffer(deps.db, form.order));
  if (!open || !offer) return fail('not_found');
  return orRefusal(deps, async () => {
    const begun = await whatIsBegun(open, deps, form, offer);
    if (begun) return ok({ url: begun });
    // Asked again: what was begun may have been paid just now.
    const due = (await cardOffer(deps.db, form.order))?.dues.find(
      ({ purpose }) => purpose === form.purpose,
    );
    if (!due) return fail('wrong_state');
    const fits = cardAmount(due.amount, offer.currency);
    if (!fits.ok) return fits;
    return begin(open, deps, form, due.amount);
  });
}

/** A page that is open already is used again; one that was paid meanwhile leads back to the order. */
async function whatIsBegun(
  open: Cards,
  deps: Deps,
  form: PayForm,
  offer: CardOffer,
): Promise<string | null> {
  if (!offer.open?.session) return null;
  const page = await settlePage(open, offer.open.session);
  if (page.state === 'paid' || page.state === 'waiting')
    return back(deps, form.order, offer.open.payment);
  const due = offer.dues.find(({ purpose }) => purpose === form.purpose);
  const same = offer.open.purpose === form.purpose && offer.open.amount === due?.amount;
  return same ? page.url : null;
}

async function begin(open: Cards, deps: Deps, form: PayForm, amount: number): Promise<Result<Way>> {
  const answer = settle(
    await deps.db.rpc('start_card_payment', {
      p_id: form.id,
      p_order: form.order,
      p_purpose: form.purpose,
      p_amount: amount,
    }),
    deps,
  );
  if (!answer.ok) return answer;
  const started = answer.value as unknown as StartedFully;
  for (const session of started.stale) await shutPage(open, session);
  const words = {
    name: messages(deps.locale).cards.line[started.purpose](started.orderReference),
    description: started.producer,
  };
  const ways = {
    success: env().siteUrl + back(deps, form.order, started.payment),
    cancel: env().siteUrl + back(deps, form.order, 'left'),
  };
  try {
    return ok({ url: await openPage(open, started, words, ways, deps.locale) });
  } catch (error) {
    // Two people in two languages at the same moment; the page of the first is the one.
    if (refusalOf(error) && !isKeyInUse(error)) await open.books.failPayment(started.payment, null);
    throw error;
  }
}

const isKeyInUse = (error: unknown) => refusalOf(error)?.code === 'StripeIdempotencyError';

function back(deps: Deps, order: string, card: string): string {
  return `${localized(paths.orderMoney(order), deps.locale)}?card=${card}`;
}

const REFUSALS: Record<string, ErrorCode> = {
  amount_too_small: 'card_amount_small',
  amount_too_large: 'card_amount_large',
  StripeIdempotencyError: 'conflict',
};

/** Stripe's no, in our words; what we have no words for is in the log. */
async function orRefusal<T>(deps: Deps, act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act();
  } catch (error) {
    if (!isStripeError(error)) throw error;
    deps.log.error('Stripe refused or did not answer', { error });
    return fail(REFUSALS[refusalOf(error)?.code ?? ''] ?? 'card_unreachable');
  }
}

/** Leads to Stripe's own form for a producer who wants to be paid out there. */
export async function connectCard(
  deps: Deps,
  _actor: SessionUser,
  form: { producer: string },
): Promise<Result<Way>> {
  const open = cards();
  const studio = open && (await studioCard(deps.db, form.producer));
  if (!open || !studio) return fail('not_found');
  if (!studio.keeps) return fail('not_allowed');
  const here = env().siteUrl + localized(paths.studioCard(studio.slug), deps.locale);
  return orRefusal(deps, async () => {
    const link = await connectLink(
      open,
      { ...studio, account: studio.account?.id ?? null },
      { back: here, again: here },
    );
    return link.ok ? ok({ url: link.value }) : link;
  });
}

export async function settleAlert(
  deps: Deps,
  _actor: SessionUser,
  form: { key: string },
): Promise<Result<void>> {
  const done = settle(await deps.db.rpc('settle_card_alert', { p_key: form.key }), deps);
  return done.ok ? ok(undefined) : done;
}

/** Lets a refund go whose money was paid out; the operator bears it until the producer's next payout. */
export async function releaseRefund(
  deps: Deps,
  _actor: SessionUser,
  form: { refund: string; reason: string },
): Promise<Result<void>> {
  const args = { p_refund: form.refund, p_reason: form.reason };
  const done = settle(await deps.db.rpc('release_refund', args), deps);
  return done.ok ? ok(undefined) : done;
}
