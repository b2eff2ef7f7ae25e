import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';

export type DeskRate = {
  currency: string;
  perEur: string;
  day: string;
  source: 'typed' | 'csv' | 'ecb';
  /** Days since `day`. */
  age: number;
  /** For how many days there is a rate. */
  days: number;
};
export type RatesDesk = { rates: DeskRate[]; missing: string[] };

/** For operators; null for everybody else. */
export async function ratesDesk(db: Db): Promise<RatesDesk | null> {
  return expectData(await db.rpc('operator_rates')) as unknown as RatesDesk | null;
}
