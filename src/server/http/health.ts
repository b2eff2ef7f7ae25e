import { serviceClient, type Db } from '#src/server/db/client.ts';

/** Which part does not answer, in one word for a probe: `database` or `api`; undefined when all is well. */
export type Ailment = 'database' | 'api' | undefined;

const KEPT_MS = 1000;
const PATIENCE_MS = 3000;

/** Asks the API for one row, which only comes when the database answers too. Keeps the answer for a second. */
export function healthProbe(
  db: () => Db = () => serviceClient('health check: no person behind it'),
  now: () => number = Date.now,
): () => Promise<Ailment> {
  let asked = 0;
  let answer: Promise<Ailment> | undefined;
  return () => {
    if (!answer || now() - asked >= KEPT_MS) {
      asked = now();
      answer = probe(db());
    }
    return answer;
  };
}

async function probe(db: Db): Promise<Ailment> {
  const { error, status } = await db
    .from('site_settings')
    .select('only_row')
    .limit(1)
    .retry(false)
    .abortSignal(AbortSignal.timeout(PATIENCE_MS));
  if (!error) return undefined;
  // The API answered, so what is missing lies behind it: no connection, or no schema yet.
  return status > 0 ? 'database' : 'api';
}
