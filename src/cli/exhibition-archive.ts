import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { makeArchive } from '../server/archive/make-archive.ts';
import { siteReader } from '../server/archive/read-site.ts';
import { databaseUrl } from './running-database.ts';

/**
 * `npm run exhibition:archive -- <slug> <file>`: writes a closed exhibition of the running site into a zip that opens from a
 * disk. Reads the site at SITE_URL, or the instance that runs on the data folder (DATA_DIR).
 */
async function main(slug: string | undefined, file: string | undefined): Promise<number> {
  if (!slug || !file) return say('Usage: npm run exhibition:archive -- <slug> <file.zip>', 64);
  const [url, siteUrl] = [databaseUrl(), siteAddress()];
  if (!url || !siteUrl)
    return say('No site: start it first, or set DATABASE_URL and SITE_URL (or DATA_DIR).', 69);
  const state = await stateOf(url, slug);
  if (state !== 'closed' && state !== 'archived')
    return say(
      state ? `The exhibition is ${state}, not closed.` : `There is no exhibition “${slug}”.`,
      1,
    );
  const day = new Date().toISOString().slice(0, 10);
  const made = await makeArchive({ slug, siteUrl, get: siteReader(siteUrl), to: file, day });
  return say(
    `${file}: ${made.pages} pages, ${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB.`,
    0,
  );
}

async function stateOf(url: string, slug: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ state: string }>(
      'select private.exhibition_state(e) as state from public.exhibitions e where e.slug = $1',
      [slug],
    );
    return rows[0]?.state;
  } finally {
    await client.end();
  }
}

function siteAddress(): string | undefined {
  if (process.env['SITE_URL']) return process.env['SITE_URL'].replace(/\/+$/, '');
  const file = path.join(process.env['DATA_DIR'] ?? '.data', 'runtime.json');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { siteUrl: string }).siteUrl;
  } catch {
    return undefined;
  }
}

function say(sentence: string, code: number): number {
  (code === 0 ? console.log : console.error)(sentence);
  return code;
}

process.exitCode = await main(process.argv[2], process.argv[3]).catch((error: unknown) =>
  say(`The archive could not be made: ${(error as Error).message}`, 1),
);
