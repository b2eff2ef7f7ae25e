import type { APIContext } from 'astro';
import type { z } from 'zod';

const MOST_BYTES = 700_000;
const KEPT_BY_NOBODY = { headers: { 'cache-control': 'no-store' } };

/** A door for devices: JSON in, JSON out. What is not as agreed is refused without a word; null is `not found`. */
export function deviceDoor<I>(
  schema: z.ZodType<I>,
  answer: (context: APIContext, input: I) => Promise<unknown>,
) {
  return async (context: APIContext): Promise<Response> => {
    const { request } = context;
    if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return refusal(413);
    const input = schema.safeParse(await request.json().catch(() => null));
    if (!input.success) return refusal(400);
    const said = await answer(context, input.data);
    return said === null ? refusal(404) : Response.json(said, KEPT_BY_NOBODY);
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, ...KEPT_BY_NOBODY });
}
