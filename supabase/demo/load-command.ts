/** `npm run demo:load`: for an instance that was started with DEMO=0, or, with the flag, for a Supabase project. */
import { log } from '#src/server/log.ts';
import { ACCOUNTS } from '#supabase/demo/content/accounts.ts';
import { command, openInstance } from '#supabase/demo/db/instance.ts';
import { loadDemo } from '#supabase/demo/load.ts';
import { progressLine } from '#supabase/embedded/progress.ts';

const FLAG = '--yes-into-my-project';

async function run(): Promise<string> {
  const instance = await openInstance(process.env, process.argv.slice(2), FLAG);
  const progress = progressLine(log);
  try {
    const { loaded } = await loadDemo({
      databaseUrl: instance.databaseUrl,
      siteUrl: instance.siteUrl,
      dataDir: instance.dataDir ?? undefined,
      apiUrl: instance.project?.url,
      secretKey: instance.project?.secretKey,
      onProgress: progress.show,
    });
    progress.end();
    if (!loaded) return 'The demo is there already; nothing was changed.';
    const emails = ACCOUNTS.map(({ email }) => email).join(', ');
    return `The demo is loaded. Its accounts are ${emails}; their password is in the README.`;
  } finally {
    await instance.close();
  }
}

process.exit(await command(run));
