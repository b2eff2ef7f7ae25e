import pg from 'pg';
import { databaseUrl } from './running-database.ts';

/**
 * `npm run operator -- email@example.org`: makes an account an operator of this site. For the first one, and for when
 * nobody can sign in any more; operators make each other on the desk. Talks to DATABASE_URL, or to the instance that
 * runs on the data folder.
 */
const ANSWERS: Record<string, (email: string) => string> = {
  made: (email) => `${email} is an operator now.`,
  already: (email) => `${email} is an operator already.`,
  unknown: (email) => `There is no account for ${email}: sign up on the site first.`,
};

async function main(email: string | undefined): Promise<number> {
  if (!email?.includes('@')) return say('Usage: npm run operator -- email@example.org', 64);
  const url = databaseUrl();
  if (!url) {
    return say('No database: start the site first, or set DATABASE_URL (or DATA_DIR).', 69);
  }
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: string }>(
      'select private.make_operator($1) as answer',
      [email],
    );
    const answer = rows[0]?.answer ?? 'unknown';
    return say(ANSWERS[answer]?.(email) ?? answer, answer === 'unknown' ? 1 : 0);
  } catch (error) {
    return say(`The database refused: ${(error as Error).message}`, 1);
  } finally {
    await client.end();
  }
}

function say(sentence: string, code: number): number {
  (code === 0 ? console.log : console.error)(sentence);
  return code;
}

process.exitCode = await main(process.argv[2]);
