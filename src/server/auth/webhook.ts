import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message older or newer than this is refused, in seconds: a recorded one cannot be played again later. */
const TOLERANCE_SECONDS = 300;

type SignedHeaders = { id: string | null; timestamp: string | null; signature: string | null };

/**
 * Checks a body against the standard-webhooks headers. `secret` is `v1,whsec_<base64>` (or without `v1,`).
 * Several signatures may be given, separated by spaces, while a secret is being changed; one has to fit.
 */
export function verifyWebhook(
  body: string,
  headers: SignedHeaders,
  secret: string,
  now: Date = new Date(),
): boolean {
  const { id, timestamp, signature } = headers;
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const key = Buffer.from(secret.replace(/^(?:v1,)?whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signature.split(' ').some((part) => {
    const [version, encoded] = part.split(',');
    const given = Buffer.from(encoded ?? '', 'base64');
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
