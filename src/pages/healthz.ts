import type { APIRoute } from 'astro';
import { serviceClient } from '#src/server/db/client.ts';
import { healthProbe } from '#src/server/http/health.ts';

const probe = healthProbe(() => serviceClient('health check: no person behind it'));

export const GET: APIRoute = async () => {
  const ailment = await probe();
  return Response.json(ailment ? { ok: false, why: ailment } : { ok: true }, {
    status: ailment ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
};
