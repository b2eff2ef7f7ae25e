import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import webpush from 'web-push';
import { PrivateTarget, publicLookup } from '../outgoing/private-address.ts';
import { mayBeEndpoint } from './endpoint.ts';

/** The one door to the push library: it encrypts and signs, we connect. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

export type PushSender = {
  vapid: { publicKey: string; privateKey: string };
  /** Whom a push service may write to about this site: `mailto:` or its address. */
  subject: string;
  /** Tests only. */
  allowPrivate: boolean;
};

export type PushOutcome = 'sent' | 'gone';

const ANSWER_MS = 20_000;
/** A push service keeps the message so long for a browser that is off. */
const KEEP_SECONDS = 24 * 3600;

/** One try is under way for so long at most; the queue tries again. */
export async function sendPush(
  target: PushTarget,
  payload: object,
  sender: PushSender,
): Promise<PushOutcome> {
  if (!mayBeEndpoint(target.endpoint, sender.allowPrivate)) return 'gone';
  const details = webpush.generateRequestDetails(
    { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
    JSON.stringify(payload),
    {
      vapidDetails: { subject: sender.subject, ...sender.vapid },
      contentEncoding: 'aes128gcm',
      TTL: KEEP_SECONDS,
      urgency: 'normal',
    },
  );
  const status = await post(target.endpoint, details, sender.allowPrivate).catch(
    (error: unknown) => {
      if (error instanceof PrivateTarget) return 410;
      throw error;
    },
  );
  if (status === 404 || status === 410) return 'gone';
  if (status >= 200 && status < 300) return 'sent';
  throw new Error(`the push service answered ${status}`);
}

type Details = { method: string; headers: Record<string, unknown>; body: Buffer | null };

/** Answers the status. Redirects are not followed: an endpoint leads nowhere else. */
function post(endpoint: string, details: Details, allowPrivate: boolean): Promise<number> {
  const request = endpoint.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      endpoint,
      {
        method: 'POST',
        headers: details.headers as Record<string, string>,
        timeout: ANSWER_MS,
        signal: AbortSignal.timeout(ANSWER_MS),
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', reject);
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('the push service is silent')));
    outgoing.on('error', reject);
    outgoing.end(details.body);
  });
}
