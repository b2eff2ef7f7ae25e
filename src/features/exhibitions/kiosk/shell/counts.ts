import { readFact, writeFact } from './store.ts';

/** What was looked at, as totals of a day by the fair's calendar. Nobody is in them. */
export type Subject = 'exhibition' | 'hall' | 'booth' | 'exhibit' | 'stop';
export type Metric = 'view' | 'zoom' | 'listen';
type Totals = Record<string, number>;
export type Count = { day: string; subject: Subject; id: string; metric: Metric; count: number };

const FACT = 'counts';
/** Days that the server still takes; and as many totals as it takes at once. */
const DAYS = 3;
const MOST_TOLD = 600;

let writing: Promise<void> = Promise.resolve();

export function countOne(zone: string, subject: Subject, id: string, metric: Metric): void {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const name = [day, subject, id, metric].join(' ');
  writing = writing
    .then(async () => {
      const totals = (await readFact<Totals>(FACT)) ?? {};
      await writeFact(FACT, recent({ ...totals, [name]: (totals[name] ?? 0) + 1 }));
    })
    .catch(() => undefined);
}

function recent(totals: Totals): Totals {
  const days = [...new Set(Object.keys(totals).map((name) => name.slice(0, 10)))].sort();
  const kept = new Set(days.slice(-DAYS));
  return Object.fromEntries(Object.entries(totals).filter(([name]) => kept.has(name.slice(0, 10))));
}

/** The newest first. */
export async function countsToTell(): Promise<Count[]> {
  await writing;
  const totals = (await readFact<Totals>(FACT)) ?? {};
  return Object.entries(totals)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, MOST_TOLD)
    .map(([name, count]) => {
      const [day = '', subject, id = '', metric] = name.split(' ');
      return { day, subject: subject as Subject, id, metric: metric as Metric, count };
    });
}
