import { ratesOf, type Rate, type Rates } from '#src/domain/exchange.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import { lastSettingsChange } from './settings-changed.ts';

/** Longest time without asking again, in milliseconds: a rate that lay ahead comes into force at midnight. */
const KEEP_MS = 60_000;

let kept: { rates: Rates; at: number } | undefined;
let asking: Promise<Rates> | undefined;

/** The newest exchange rates, for reading; asked for at most once a minute or after a change, as the site's settings are. */
export async function readingRates(db: Db): Promise<Rates> {
  const now = performance.now();
  if (kept && kept.at > lastSettingsChange() && now - kept.at < KEEP_MS) return kept.rates;
  asking ??= ask(db).finally(() => (asking = undefined));
  const rates = await asking;
  kept = { rates, at: now };
  return rates;
}

async function ask(db: Db): Promise<Rates> {
  return ratesOf(expectData(await db.rpc('reading_rates')) as unknown as Rate[]);
}
