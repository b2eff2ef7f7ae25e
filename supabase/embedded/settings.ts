import { resolve } from 'node:path';
import { Sentence } from './sentence.ts';

export type Project = {
  url: string;
  publishableKey: string;
  secretKey: string;
  databaseUrl: string;
};

export type Settings = {
  port: number;
  host: string;
  /** Where visitors reach the site. */
  siteUrl: string;
  /** Where this machine reaches it. */
  localUrl: string;
  dataDir: string;
  demo: boolean;
  dev: boolean;
  /** The Supabase project to use; null = the embedded backend. */
  project: Project | null;
};

const PROJECT = [
  'SUPABASE_PUBLISHABLE_KEY',
  'SUPABASE_SECRET_KEY',
  'DATABASE_URL',
  'SMTP_URL',
] as const;

function projectOf(env: NodeJS.ProcessEnv): Project | null {
  if (!env.SUPABASE_URL) return null;
  const missing = PROJECT.filter((name) => !env[name]);
  if (missing.length) {
    throw new Sentence(
      `SUPABASE_URL is set but ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing: ` +
        'take them from the project’s settings and your mail server’s, or unset SUPABASE_URL to use the embedded backend.',
    );
  }
  if (!/^https?:$/.test(URL.canParse(env.SUPABASE_URL) ? new URL(env.SUPABASE_URL).protocol : '')) {
    throw new Sentence(
      'SUPABASE_URL must be an address such as https://abc.supabase.co; check it for typing mistakes.',
    );
  }
  return {
    url: env.SUPABASE_URL.replace(/\/+$/, ''),
    publishableKey: env.SUPABASE_PUBLISHABLE_KEY!,
    secretKey: env.SUPABASE_SECRET_KEY!,
    databaseUrl: env.DATABASE_URL!,
  };
}

function portOf(text: string | undefined): number {
  if (!text) return 4321;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Sentence('PORT must be a whole number from 1 to 65535.');
}

/** Reads the settings of a start from the environment; throws one sentence about the first mistake. */
export function readSettings(env: NodeJS.ProcessEnv, args: string[]): Settings {
  const port = portOf(env.PORT);
  const host = env.HOST || '127.0.0.1';
  const reach = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const local = `http://${reach.includes(':') ? `[${reach}]` : reach}:${port}`;
  return {
    port,
    host,
    siteUrl: (env.SITE_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    localUrl: local,
    dataDir: resolve(env.DATA_DIR || '.data'),
    demo: env.DEMO !== '0',
    dev: args.includes('--dev'),
    project: projectOf(env),
  };
}
