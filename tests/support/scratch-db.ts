/**
 * Applies every migration to a fresh database and prints what fails: `node tests/support/scratch-db.ts`.
 * With `--keep` the server stays up and its addresses are printed until Ctrl-C.
 */
import { SUPERUSER } from '#supabase/embedded/postgres.ts';
import { copyTemplate, makeTemplate, startCluster, testUrl } from '#supabase/embedded/throwaway.ts';

const cluster = await startCluster();
try {
  const started = performance.now();
  const count = await makeTemplate(cluster.port);
  console.log(`${count} migrations applied in ${Math.round(performance.now() - started)} ms`);
  if (process.argv.includes('--keep')) {
    await copyTemplate(cluster.port, 'scratch');
    console.log(`as postgres:   ${testUrl(cluster.port, 'postgres', 'scratch')}`);
    console.log(`as superuser:  ${testUrl(cluster.port, SUPERUSER, 'scratch')}`);
    await new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
      // Without a timer nothing keeps Node awake while it waits for a signal.
      setInterval(() => undefined, 60_000);
    });
  }
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  await cluster.stop();
}
process.exit();
