import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';

/** The one door to the mail library. */
export type OutgoingMail = {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  /** Who gets the answer, when it is not the sender. */
  replyTo?: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  attachments?: { filename: string; contentType: string; content: string }[];
  /** RFC 3834: a machine wrote it, so no machine should answer. */
  headers?: Record<string, string>;
};

export type Mailer = { send: (mail: OutgoingMail) => Promise<void>; close: () => void };

const CONNECT_MS = 15_000;
const ANSWER_MS = 60_000;

/** Sends by SMTP over kept connections. `smtpUrl` is `smtp(s)://user:password@host:port`. Rejects when the server refuses. */
export function smtpMailer(smtpUrl: string): Mailer {
  const transport: Transporter = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  } as SMTPPool.Options);
  return {
    send: async (mail) => {
      await transport.sendMail({
        ...mail,
        headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
