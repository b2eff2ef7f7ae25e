import { connect } from './database.ts';
import { readMigrations } from './migrate.ts';
import { Sentence } from './sentence.ts';
import type { Project } from './settings.ts';

const PATIENCE_MS = 10_000;

function causeOf(failure: unknown): string {
  const { cause, message, code } = failure as {
    cause?: { code?: string };
    message?: string;
    code?: string;
  };
  return cause?.code ?? code ?? message ?? 'no answer';
}

async function checkApi(project: Project): Promise<void> {
  let status: number;
  try {
    const response = await fetch(`${project.url}/auth/v1/settings`, {
      headers: { apikey: project.publishableKey },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    status = response.status;
  } catch (failure) {
    throw new Sentence(
      `SUPABASE_URL ${project.url} does not answer (${causeOf(failure)}): check the address and the network.`,
    );
  }
  if (status === 401 || status === 403) {
    throw new Sentence(
      `SUPABASE_URL ${project.url} refuses SUPABASE_PUBLISHABLE_KEY: copy the key of this very project.`,
    );
  }
  if (status !== 200) {
    throw new Sentence(
      `SUPABASE_URL ${project.url} is no Supabase project (it answered ${status}): check the address.`,
    );
  }
}

async function checkDatabase(project: Project, migrationsFolder: string): Promise<void> {
  const sql = connect(project.databaseUrl, { connect_timeout: PATIENCE_MS / 1000 });
  try {
    const [ledger] = await sql`select to_regclass('supabase_migrations.schema_migrations') as name`;
    const rows = ledger?.name
      ? await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`
      : [];
    const done = new Set(rows.map(({ version }) => version));
    const open = (await readMigrations(migrationsFolder)).filter(
      ({ version }) => !done.has(version),
    );
    if (open.length) {
      throw new Sentence(
        `The database behind DATABASE_URL lacks ${open.length} migrations: run "npx supabase db push" first.`,
      );
    }
  } catch (failure) {
    if (failure instanceof Sentence) throw failure;
    throw new Sentence(
      `The database behind DATABASE_URL does not let us in (${causeOf(failure)}): check the address and its password.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Makes sure that a configured project can be used; throws one sentence when not. */
export async function checkProject(project: Project, migrationsFolder: string): Promise<void> {
  await checkApi(project);
  await checkDatabase(project, migrationsFolder);
}
