import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type AuthMail, signWebhook } from '#supabase/embedded/auth-mail.ts';

/** Stands in for the site's `POST /hooks/auth-email`: checks the signature and keeps what it was handed. */
export async function startMailHook(secret: string) {
  const mails: AuthMail[] = [];
  async function take(request: IncomingMessage): Promise<number> {
    const body = await text(request);
    const id = String(request.headers['webhook-id']);
    const at = new Date(Number(request.headers['webhook-timestamp']) * 1000);
    const wanted = signWebhook(body, secret, id, at)['webhook-signature'];
    if (request.headers['webhook-signature'] !== wanted) return 401;
    mails.push(JSON.parse(body) as AuthMail);
    return 200;
  }
  const server = createServer((request, response) => {
    take(request).then(
      (status) => response.writeHead(status).end('{}'),
      () => response.writeHead(500).end('{}'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    mails,
    /** The newest mail to that address (its new address, for a change of address). */
    lastTo(email: string): AuthMail {
      const mail = mails.findLast(({ user }) => user.email === email || user.new_email === email);
      if (!mail) throw new Error(`No auth mail to ${email}.`);
      return mail;
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
