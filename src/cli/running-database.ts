import { readFileSync } from 'node:fs';
import path from 'node:path';

/** DATABASE_URL, else the database of the instance that runs on the data folder (DATA_DIR); undefined when none does. */
export function databaseUrl(): string | undefined {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  const file = path.join(process.env['DATA_DIR'] ?? '.data', 'runtime.json');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl: string }).databaseUrl;
  } catch {
    return undefined;
  }
}
