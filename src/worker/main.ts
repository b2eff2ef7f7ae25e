import { env, EnvError } from '#src/server/env.ts';
import { log } from '#src/server/log.ts';
import { smtpMailer } from '#src/server/mail/transport.ts';
import { onStop } from '#src/server/stop-signal.ts';
import { TASKS } from './registry.ts';
import { startWorker } from './start.ts';

/** The worker process: `node src/worker/main.ts`. */
async function main(): Promise<void> {
  const settings = env();
  if (!settings.smtpUrl) throw new EnvError(['SMTP_URL is missing: the worker sends the mails.']);
  const worker = await startWorker({
    env: settings,
    log,
    mailer: smtpMailer(settings.smtpUrl),
    tasks: TASKS,
  });
  onStop(() => worker.stop());
  log.info('working', { tasks: TASKS.length });
  process.send?.({ ready: true });
  await worker.ended;
}

main().catch((error: unknown) => {
  if (error instanceof EnvError) for (const problem of error.problems) log.error(problem);
  else log.error('the worker cannot go on', { error });
  process.exit(error instanceof EnvError ? 78 : 1);
});
