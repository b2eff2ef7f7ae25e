import { isStanding, quoteRole } from '#src/domain/quote.ts';
import type { Db } from '#src/server/db/client.ts';
import { claimInquiries } from './commands.ts';
import { readQuote, type Quote, type QuoteThread } from './queries.ts';

/** A version that a signed-in person may want to accept or counter. `stands`: it is theirs to answer now. */
export type Answerable = { thread: QuoteThread; quote: Quote; stands: boolean };

/**
 * The version with its conversation. Who asked without an account and has one now, with the same confirmed address,
 * gets what they asked brought into it first.
 */
export async function answerable(db: Db, id: string): Promise<Answerable | null> {
  let thread = await readQuote(db, id);
  if (!thread && (await claimInquiries({ db })) > 0) thread = await readQuote(db, id);
  const quote = thread?.quotes.find((one) => one.id === id);
  if (!thread || !quote) return null;
  const mine = quoteRole(quote.side, thread.side) === 'recipient';
  return { thread, quote, stands: mine && isStanding(quote, new Date()) };
}
