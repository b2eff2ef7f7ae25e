/**
 * Loaded before every child of the supervisor (`node --import`): when the supervisor is gone, even by
 * kill -9, the channel to it closes; the child then gets the chance to end itself and is ended otherwise.
 */
const PATIENCE_MS = 5000;

if (process.channel) {
  process.channel.unref();
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
}
