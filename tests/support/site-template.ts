import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, TEMPLATE } from './site.ts';

/** Tests forget their data, so PostgreSQL need not wait for the disk. */
const HASTY = ['fsync', 'synchronous_commit', 'full_page_writes'];

/**
 * Global setup of the browser tests: builds the site and makes one empty instance, of whose data folder every
 * `start` without a folder of its own takes a copy. Making a cluster and migrating it for each file costs seconds.
 */
export default async function setup(): Promise<() => void> {
  // `npm test` makes one for all of its browser sections.
  if (process.env[TEMPLATE]) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'isoko-template-'));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  const dataDir = join(folder, 'data');
  const first = await start({ dataDir });
  try {
    await first.ready;
  } catch (failure) {
    forget();
    throw failure;
  }
  await first.stop();
  // Copies choose ports of their own: these may be somebody else's by then.
  rmSync(join(dataDir, 'ports.json'));
  const settings = HASTY.map((name) => `${name} = off\n`).join('');
  appendFileSync(join(dataDir, 'postgres/postgresql.auto.conf'), settings);
  process.env[TEMPLATE] = dataDir;
  return forget;
}
