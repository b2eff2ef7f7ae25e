import type { Messages } from '#src/i18n/messages.ts';
import type { Db } from '#src/server/db/client.ts';
import { publicRound } from './queries.ts';

/** What the card of a shared purchase says; null when there is no such public thing. */
export async function roundSubject(db: Db, slug: string, t: Messages) {
  const round = await publicRound(db, slug);
  if (!round) return null;
  const { facts } = round;
  return {
    title: facts.title,
    lines: [facts.cluster.name, t.rounds.states[facts.state]],
    photo: null,
    tags: [`round:${facts.id}`],
  };
}
