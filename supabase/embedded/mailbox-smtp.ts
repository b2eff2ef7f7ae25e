import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { MailboxStore } from './mailbox-store.ts';

const MAX_MAIL_BYTES = 30 * 1024 * 1024;

/** Takes every mail on a loopback port and delivers none. */
export function startSmtp(
  store: MailboxStore,
  port: number,
  onError: (failure: unknown) => void,
): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    banner: 'local mailbox',
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => store.add(raw, to))
        .then(
          () => done(),
          (failure: Error) => {
            onError(failure);
            done(failure);
          },
        );
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      server.on('error', onError);
      resolve(server);
    });
  });
}
