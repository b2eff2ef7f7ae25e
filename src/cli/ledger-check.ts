import pg from 'pg';
import { checkLedger, type Finding } from './ledger-checks.ts';
import { databaseUrl } from './running-database.ts';

/**
 * `npm run ledger:check`: proves the books of a running instance (DATABASE_URL, or the one on the data folder). Prints a
 * table, names what is wrong, and ends with 1 when anything is. Only reads, and sees everything at one moment.
 */
const SHOWN = 20;

async function main(): Promise<number> {
  const url = databaseUrl();
  if (!url) {
    console.error('No database: start the site first, or set DATABASE_URL (or DATA_DIR).');
    return 69;
  }
  const client = new pg.Client({ connectionString: url, application_name: 'isoko ledger check' });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const findings = await checkLedger(async (sql) => (await client.query(sql)).rows);
    await client.query('commit');
    print(findings);
    return findings.every(({ problems }) => problems.length === 0) ? 0 : 1;
  } catch (error) {
    console.error(`The books could not be read: ${(error as Error).message}`);
    return 2;
  } finally {
    await client.end();
  }
}

function print(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ name }) => name.length));
  for (const { name, checked, problems } of findings) {
    const verdict = problems.length === 0 ? 'ok' : `${problems.length} WRONG`;
    console.log(`${name.padEnd(width)}  ${String(checked).padStart(9)}  ${verdict}`);
    for (const problem of problems.slice(0, SHOWN)) console.log(`    ${problem}`);
    if (problems.length > SHOWN) console.log(`    and ${problems.length - SHOWN} more`);
  }
}

process.exitCode = await main();
