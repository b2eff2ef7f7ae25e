import { ok, type Result } from '#src/domain/result.ts';
import { serviceClient, type Db } from '../db/client.ts';
import { toFailure } from '../db/failure.ts';
import { env } from '../env.ts';
import type { Log } from '../log.ts';
import { authMails, type AuthMailRequest } from './auth-mail.ts';

/** Puts the mails into the outbox; from there they go out at least once. */
export async function sendAuthMails(
  request: AuthMailRequest,
  log: Log,
  service: Db = serviceClient('sign-in mails: the person is not signed in yet'),
): Promise<Result<void>> {
  const orders = authMails(request, env().siteUrl);
  if (orders.length === 0)
    log.warn('no mail of this type', { type: request.email_data.email_action_type });
  for (const order of orders) {
    const { error } = await service.rpc('enqueue_mail', {
      p_to: order.to,
      p_template: order.template,
      p_locale: order.locale,
      p_data: order.data,
    });
    if (error) return { ok: false, failure: toFailure(error, log) };
  }
  return ok(undefined);
}
