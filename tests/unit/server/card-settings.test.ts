import { describe, expect, test } from 'vitest';
import { type EnvError, readEnv } from '#src/server/env.ts';

const BASE = {
  SITE_URL: 'https://market.example',
  SUPABASE_URL: 'https://db.example',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_0',
  SUPABASE_SECRET_KEY: 'sb_secret_0123',
  DATABASE_URL: 'postgres://db.example/x',
};
const KEY = { STRIPE_SECRET_KEY: 'sk_test_0123456789', STRIPE_WEBHOOK_SECRET: 'whsec_0123456789' };
const stripe = (given: Record<string, string>) => readEnv({ ...BASE, ...given }).stripe;
const problems = (given: Record<string, string>) => {
  try {
    readEnv({ ...BASE, ...given });
  } catch (error) {
    return (error as EnvError).problems;
  }
  return [];
};

describe('what the environment says of Stripe', () => {
  test('no key: cards are not offered', () => {
    expect(stripe({})).toBeNull();
    expect(stripe({ STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' })).toBeNull();
  });
  test('several secrets, for two endpoints or while one is replaced', () => {
    expect(
      stripe({ ...KEY, STRIPE_WEBHOOK_SECRET: 'whsec_one11111, whsec_two22222' }),
    ).toMatchObject({
      webhookSecrets: ['whsec_one11111', 'whsec_two22222'],
      apiBase: undefined,
    });
  });
  test('another address only over TLS or on this machine', () => {
    expect(stripe({ ...KEY, STRIPE_API_BASE: 'http://127.0.0.1:8080/' })?.apiBase).toBe(
      'http://127.0.0.1:8080',
    );
    for (const address of [
      'http://stripe.example',
      'http://127.0.0.1.evil.example:80',
      'https://a.example/path',
    ])
      expect(problems({ ...KEY, STRIPE_API_BASE: address })).toHaveLength(1);
  });
  test('a mistake is one sentence that never repeats the key', () => {
    const told = [
      ...problems({ STRIPE_SECRET_KEY: 'pk_live_0123456789' }),
      ...problems({ STRIPE_SECRET_KEY: KEY.STRIPE_SECRET_KEY }),
      ...problems({ ...KEY, STRIPE_WEBHOOK_SECRET: 'secret' }),
    ];
    expect(told).toHaveLength(3);
    expect(told.join(' ')).not.toContain('0123456789');
  });
});
