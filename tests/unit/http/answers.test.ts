import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actionStatus, failureOf } from '#src/server/http/action-status.ts';
import { needsSignIn } from '#src/server/http/guard.ts';
import { addHeaders } from '#src/server/http/headers.ts';
import '#src/server/http/zod-codes.ts';

describe('refusals', () => {
  test('have the status that fits', () => {
    expect(actionStatus('not_found')).toBe('NOT_FOUND');
    expect(actionStatus('rate_limited')).toBe('TOO_MANY_REQUESTS');
    expect(actionStatus('unknown')).toBe('INTERNAL_SERVER_ERROR');
    expect(actionStatus('too_short')).toBe('BAD_REQUEST');
  });

  test('are read back from an action’s error', () => {
    expect(failureOf(undefined)).toBeUndefined();
    expect(failureOf({ message: 'conflict' })).toEqual({ code: 'conflict' });
    expect(failureOf({ message: 'Some text of the framework' })).toEqual({ code: 'unknown' });
    expect(failureOf({ message: '…', fields: { title: ['too_short', 'x'] } })).toEqual({
      code: 'invalid_input',
      fields: { title: 'too_short' },
    });
    expect(
      failureOf({
        message: '…',
        fields: { place: ['required'] },
        issues: [{ path: [], message: 'incoterm_place_required' }],
      }),
    ).toEqual({ code: 'incoterm_place_required', fields: { place: 'required' } });
  });
});

describe('complaints of the schemas', () => {
  const codeFor = (schema: z.ZodType, value: unknown) =>
    z.safeParse(schema, value).error?.issues[0]?.message;

  test.each([
    [z.string(), undefined, 'required'],
    [z.string().min(1), '', 'required'],
    [z.string().min(3), 'ab', 'too_short'],
    [z.string().max(3), 'abcd', 'too_long'],
    [z.number(), null, 'required'],
    [z.number(), Number.NaN, 'not_a_number'],
    [z.number().min(3), 2, 'out_of_range'],
    [z.int().max(3), 4, 'out_of_range'],
    [z.enum(['a', 'b']), 'c', 'not_a_choice'],
    [z.email(), 'nobody', 'email_invalid'],
    [z.array(z.string()).max(1), ['a', 'b'], 'too_long'],
    [z.string({ error: 'hs_code_invalid' }), 5, 'hs_code_invalid'],
  ])('are our codes: %#', (schema, value, code) => {
    expect(codeFor(schema, value)).toBe(code);
  });
});

test('rooms are guarded by the route that was matched', () => {
  expect(needsSignIn('/studio/[producer]')).toBe(true);
  expect(needsSignIn('/account')).toBe(true);
  expect(needsSignIn('/accounting')).toBe(false);
  expect(needsSignIn('/products/[slug]')).toBe(false);
});

describe('headers', () => {
  test('of a page keep its own policy', () => {
    const headers = new Headers({ 'content-type': 'text/html', 'content-security-policy': 'x' });
    addHeaders(headers, { https: true, personal: false });
    expect(headers.get('content-security-policy')).toBe('x');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  test('of data forbid everything, and HSTS is for https', () => {
    const headers = new Headers({
      'content-type': 'application/json',
      'cache-control': 'max-age=5',
    });
    addHeaders(headers, { https: false, personal: false });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.get('cache-control')).toBe('max-age=5');
  });

  test('of an empty refusal leave the policy to the page that stands in for it', () => {
    const headers = new Headers();
    addHeaders(headers, { https: false, personal: false, empty: true });
    expect(headers.has('content-security-policy')).toBe(false);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('of a personal answer let nobody keep it', () => {
    const headers = new Headers({ 'cache-control': 'public, max-age=5' });
    addHeaders(headers, { https: false, personal: true });
    expect(headers.get('cache-control')).toBe('private, no-store');
  });
});
