import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { BodyBudget } from '#src/server/http/front/body-budget.ts';

const MB = 1024 * 1024;
let drained = 0;
const request = (headers: Record<string, string>, method = 'POST') =>
  ({ method, headers, resume: () => (drained += 1) }) as unknown as IncomingMessage;
const response = () => new EventEmitter() as unknown as ServerResponse;

describe('the budget of bodies in flight', () => {
  it('takes forms until it is full, and again once an answer is through', () => {
    const budget = new BodyBudget(100 * MB);
    const large = request({ 'content-length': String(40 * MB) });
    const first = response();
    expect(budget.admits(large, first)).toBe(true);
    expect(budget.admits(large, response())).toBe(true);
    expect(budget.admits(large, response())).toBe(false);
    expect(drained).toBe(1);
    first.emit('close');
    expect(budget.admits(large, response())).toBe(true);
  });

  it('never counts words or pages, and counts a body of unsaid length as a long one', () => {
    const budget = new BodyBudget(70 * MB);
    const chunked = request({ 'transfer-encoding': 'chunked' });
    expect(budget.admits(chunked, response())).toBe(true);
    expect(budget.admits(chunked, response())).toBe(false);
    for (const small of [
      request({ 'content-length': '900000' }),
      request({}),
      request({ 'content-length': String(90 * MB) }, 'GET'),
    ])
      expect(budget.admits(small, response())).toBe(true);
  });
});
