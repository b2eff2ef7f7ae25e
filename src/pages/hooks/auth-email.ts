import type { APIRoute } from 'astro';
import { authMailRequest } from '#src/server/auth/auth-mail.ts';
import { sendAuthMails } from '#src/server/auth/send-auth-mails.ts';
import { verifyWebhook } from '#src/server/auth/webhook.ts';
import { env } from '#src/server/env.ts';

/** Answers as the sign-in service expects: `{}` when the mail is taken, else an error that it shows to nobody. */
const refuse = (status: number, message: string) =>
  Response.json({ error: { http_code: status, message } }, { status });

/** The sign-in service asks us to send a mail. */
export const POST: APIRoute = async ({ request, locals }) => {
  const secret = env().authHookSecret;
  if (!secret) return refuse(503, 'SEND_EMAIL_HOOK_SECRET is not set');
  const body = await request.text();
  const header = (name: string) => request.headers.get(`webhook-${name}`);
  const signed = {
    id: header('id'),
    timestamp: header('timestamp'),
    signature: header('signature'),
  };
  if (!verifyWebhook(body, signed, secret)) return refuse(401, 'bad signature');
  const parsed = authMailRequest.safeParse(JSON.parse(body));
  if (!parsed.success) return refuse(400, 'not a mail request');
  const result = await sendAuthMails(parsed.data, locals.log);
  return result.ok ? Response.json({}) : refuse(503, result.failure.code);
};
