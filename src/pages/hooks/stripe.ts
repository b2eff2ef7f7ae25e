import type { APIRoute } from 'astro';
import { readMessage, takeMessage } from '#src/server/payments/messages.ts';
import { cards } from '#src/server/payments/stripe.ts';

const LIMIT_BYTES = 1_000_000;
const say = (status: number, text: string) => new Response(text, { status });

/** Stripe tells what happened. What is kept is answered with 200: from then on trying again is ours. */
export const POST: APIRoute = async ({ request, locals }) => {
  const open = cards();
  if (!open) return say(404, '');
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES) return say(413, '');
  const body = await request.text();
  const event = await readMessage(open, body, request.headers.get('stripe-signature'));
  if (!event) return say(400, 'bad signature');
  if (event.livemode !== open.live) return say(400, 'wrong mode');
  await takeMessage({ ...open, log: locals.log }, event);
  return say(200, 'kept');
};
