import { createTransport, type Transporter } from 'nodemailer';

/** The one door to the mail library. */
export type OutgoingMail = {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** RFC 3834: a machine wrote it, so no machine should answer. */
  headers?: Record<string, string>;
};

export type Mailer = { send: (mail: OutgoingMail) => Promise<void>; close: () => void };

/** Sends by SMTP over kept connections. `smtpUrl` is `smtp(s)://user:password@host:port`. Rejects when the server refuses. */
export function smtpMailer(smtpUrl: string): Mailer {
  const transport: Transporter = createTransport(smtpUrl, {});
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
