import { fromCardAmount, inCardUnits } from '#src/domain/card.ts';
import type { CardPayout } from './books.ts';
import { ours } from './intents.ts';
import { idOf, refusalOf, type Cards, type Stripe } from './stripe.ts';

const groupOf = (payout: string) => `isoko_payout_${payout}`;

/** Sends a payout to the producer's account at Stripe, once, however often it is asked to. */
export async function sendTransfer(cards: Cards, id: string): Promise<void> {
  const payout = await cards.books.payout(id);
  if (!payout || payout.state !== 'pending') return;
  try {
    const made = (await alreadyMade(cards, id)) ?? (await make(cards, payout));
    await settle(cards, payout, made);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    await failed(cards, payout, null, refusal.message);
  }
}

async function alreadyMade(cards: Cards, id: string): Promise<Stripe.Transfer | undefined> {
  const list = await cards.stripe.transfers.list({ transfer_group: groupOf(id), limit: 1 });
  return list.data[0];
}

function make(cards: Cards, payout: CardPayout): Promise<Stripe.Transfer> {
  return cards.stripe.transfers.create(
    {
      amount: inCardUnits(payout.amount, payout.currency) ?? payout.amount,
      currency: payout.currency.toLowerCase(),
      destination: payout.account ?? '',
      transfer_group: groupOf(payout.id),
      metadata: { isoko_payout: payout.id },
    },
    { idempotencyKey: `isoko:payout:${payout.id}` },
  );
}

export async function settleTransfer(cards: Cards, id: string): Promise<void> {
  const transfer = await cards.stripe.transfers.retrieve(id);
  const asked = ours(transfer.metadata, 'isoko_payout');
  const payout =
    (await cards.books.payoutOf(id)) ?? (asked ? await cards.books.payout(asked) : null);
  if (payout) await settle(cards, payout, transfer);
}

/** A transfer that came back whole has failed; one that came back in part is for an operator to look at. */
async function settle(cards: Cards, payout: CardPayout, transfer: Stripe.Transfer): Promise<void> {
  if (payout.state === 'failed') return;
  const wrong = strangeness(payout, transfer);
  if (wrong) return void (await alert(cards, payout, `${transfer.id}: ${wrong}`));
  if (transfer.reversed) return failed(cards, payout, transfer.id, 'the transfer was reversed');
  if (transfer.amount_reversed > 0)
    await alert(cards, payout, `${transfer.amount_reversed} of the transfer came back`);
  if (payout.state === 'pending') await cards.books.movePayout(payout.id, 'sent', transfer.id);
}

/** Why a transfer that names a payout of ours is not that payout: whatever becomes of it moves nothing in the books. */
function strangeness(payout: CardPayout, transfer: Stripe.Transfer): string | null {
  if (payout.ref !== null && payout.ref !== transfer.id) return 'another transfer is this payout';
  if (transfer.currency.toUpperCase() !== payout.currency) return 'in another currency';
  if (fromCardAmount(transfer.amount, transfer.currency) !== payout.amount)
    return 'of another amount';
  return idOf(transfer.destination) === payout.account ? null : 'to another account';
}

async function failed(
  cards: Cards,
  payout: CardPayout,
  ref: string | null,
  why: string,
): Promise<void> {
  await cards.books.movePayout(payout.id, 'failed', ref, why);
  await alert(cards, payout, why);
}

function alert(cards: Cards, payout: CardPayout, detail: string) {
  return cards.books.alert(`payout:${payout.id}:${detail}`.slice(0, 200), 'payout', {
    ref: payout.ref ?? payout.id,
    detail,
    amount: payout.amount,
    currency: payout.currency,
  });
}

/**
 * From the producer's account to their bank. Only that makes a payout paid. When the bank refuses it, the transfer is
 * taken back first, so that the books never say that money is here while it lies there.
 */
export async function settleBankPayout(
  cards: Cards,
  id: string,
  account: string | undefined,
): Promise<void> {
  const bank = await cards.stripe.payouts.retrieve(id, {}, under(account));
  const refused = bank.status === 'failed' || bank.status === 'canceled';
  const why = bank.failure_message ?? bank.status;
  if (!account) {
    if (refused) await cards.books.alert(`bank:${id}`, 'payout', { ref: id, detail: why });
    return;
  }
  if (!refused && bank.status !== 'paid') return;
  for (const transfer of await transfersIn(cards, id, account)) {
    const payout = await cards.books.payoutOf(transfer);
    // What lies in one account is no news of a payout to another.
    if (!payout || payout.state === 'failed' || payout.account !== account) continue;
    if (refused) await takeBack(cards, payout, transfer, why);
    else if (payout.state !== 'paid') await cards.books.movePayout(payout.id, 'paid', transfer);
  }
}

const under = (account: string | undefined) => (account ? { stripeAccount: account } : {});

async function transfersIn(cards: Cards, payout: string, account: string): Promise<string[]> {
  const moves = await cards.stripe.balanceTransactions
    .list({ payout, limit: 100, expand: ['data.source'] }, under(account))
    .autoPagingToArray({ limit: 5000 });
  return moves.flatMap(({ source }) => {
    const charge = typeof source === 'object' && source?.object === 'charge' ? source : null;
    const transfer = idOf(charge?.source_transfer);
    return transfer ? [transfer] : [];
  });
}

async function takeBack(
  cards: Cards,
  payout: CardPayout,
  transfer: string,
  why: string,
): Promise<void> {
  try {
    await cards.stripe.transfers.createReversal(
      transfer,
      { metadata: { isoko_payout: payout.id } },
      { idempotencyKey: `isoko:payout:${payout.id}:back` },
    );
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    // Taken back already counts as done; anything else stays as it is, and an operator hears of it.
    const { reversed } = await cards.stripe.transfers.retrieve(transfer);
    if (!reversed) return void (await alert(cards, payout, `${why}; ${refusal.message}`));
  }
  await failed(cards, payout, transfer, why);
}

/** What the producer's bank said to payouts since `since`, for messages that never came. */
export async function settleBankPayoutsOf(
  cards: Cards,
  account: string,
  since: Date,
): Promise<void> {
  const list = await cards.stripe.payouts
    .list({ created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 }, under(account))
    .autoPagingToArray({ limit: 300 });
  for (const { id } of list) await settleBankPayout(cards, id, account);
}
