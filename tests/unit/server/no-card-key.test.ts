import type { APIContext } from 'astro';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Db } from '#src/server/db/client.ts';
import { createLog } from '#src/server/log.ts';

// Without a key nothing of cards is there: no button, no route, no word to the database.

beforeAll(() => {
  vi.stubEnv('SITE_URL', 'https://market.example');
  vi.stubEnv('SUPABASE_URL', 'https://db.example');
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_0');
  vi.stubEnv('SUPABASE_SECRET_KEY', 'sb_secret_0123');
  vi.stubEnv('DATABASE_URL', 'postgres://db.example/x');
  for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API_BASE'])
    vi.stubEnv(name, '');
});
afterAll(() => void vi.unstubAllEnvs());

const log = createLog({ level: 'error', sink: () => {} });
const nobody = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`asked for ${String(name)}`);
    },
  },
) as Db;

test('the hook answers 404 and reads nothing', async () => {
  const { POST } = await import('#src/pages/hooks/stripe.ts');
  const request = new Request('https://market.example/hooks/stripe', {
    method: 'POST',
    body: '{}',
  });
  const answer = await POST({ request, locals: { log } } as unknown as APIContext);
  expect(answer.status).toBe(404);
  expect(request.bodyUsed).toBe(false);
});

test('no buttons, and the acts behind them find nothing', async () => {
  const { cardBox, paysOutIn } = await import('#src/features/cards/queries.ts');
  const { connectCard, payByCard } = await import('#src/features/cards/commands.ts');
  const id = crypto.randomUUID();
  expect(await cardBox(nobody, log, id, id)).toBeNull();
  expect(await paysOutIn('DE', log)).toBe(false);
  const deps = { db: nobody, log } as Parameters<typeof payByCard>[0];
  const actor = { id } as Parameters<typeof payByCard>[1];
  const refused = { ok: false, failure: { code: 'not_found' } };
  expect(await payByCard(deps, actor, { id, order: id, purpose: 'deposit' })).toEqual(refused);
  expect(await connectCard(deps, actor, { producer: id })).toEqual(refused);
});
