/** The mailbox process: takes the instance's mail by SMTP and shows it in the browser. Started by start.ts. */
import { log } from '#src/server/log.ts';
import { serveFetch } from './http-server.ts';
import { mailboxHandler } from './mailbox-http.ts';
import { startSmtp } from './mailbox-smtp.ts';
import { MailboxStore } from './mailbox-store.ts';

export type MailboxEnvironment = {
  MAILBOX_FOLDER: string;
  MAILBOX_PORT: string;
  MAILBOX_SMTP_PORT: string;
};

const env = process.env as unknown as MailboxEnvironment;
const failed = (error: unknown) => log.error('the mailbox failed', { error });
const store = await MailboxStore.open(env.MAILBOX_FOLDER);
const smtp = await startSmtp(store, Number(env.MAILBOX_SMTP_PORT), failed);
const http = await serveFetch(mailboxHandler(store), Number(env.MAILBOX_PORT), failed);

process.once('SIGTERM', () => {
  http.close();
  http.closeAllConnections();
  // Its callback waits up to 30 s for clients that keep a connection open; ours (the worker) is gone by now.
  smtp.close();
  process.exit();
});
process.send?.({ ready: true });
