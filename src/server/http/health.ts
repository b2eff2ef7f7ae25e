import type { Db } from '#src/server/db/client.ts';
import type { Log } from '#src/server/log.ts';

/** Which part does not answer, in one word for a probe: `database` or `api`; undefined when all is well. */
export type Ailment = 'database' | 'api' | undefined;

const KEPT_MS = 1000;
const PATIENCE_MS = 3000;

type Probe = (db: Db, log: Log) => Promise<Ailment>;

/** Asks the API for one row, which only comes when the database answers too. Keeps the answer for a second. */
export function healthProbe(now: () => number = Date.now): Probe {
  let asked = 0;
  let answer: Promise<Ailment> | undefined;
  return (db, log) => {
    if (!answer || now() - asked >= KEPT_MS) {
      asked = now();
      answer = probe(db, log);
    }
    return answer;
  };
}

const probe: Probe = async (db, log) => {
  const { error, status } = await db
    .from('site_settings')
    .select('only_row')
    .limit(1)
    .retry(false)
    .abortSignal(AbortSignal.timeout(PATIENCE_MS));
  if (!error) return undefined;
  log.warn('not healthy', { status, code: error.code, why: error.message });
  // The API answered, so what is missing lies behind it: no connection, or no schema yet.
  return status > 0 ? 'database' : 'api';
};
