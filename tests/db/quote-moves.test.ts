import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareBp } from '#src/domain/money.ts';
import {
  QUOTE_ACTIONS,
  QUOTE_STATES,
  QUOTE_TRANSITIONS,
  quoteRole,
  type QuoteAction,
  type QuoteSide,
  type QuoteState,
} from '#src/domain/quote.ts';
import { next } from '#src/domain/transitions.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { answerOf, sceneOf } from './scene.ts';

/** The moves of a quote are written twice, in SQL and in src/domain: whatever one does, the other must. */
const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const q = await quoteSceneOf(db, scene);
const people: Record<QuoteSide, string> = { buyer: q.buyer, producer: q.maker };

/** A version in any state, as no path of moves could bring it there. */
async function versionIn(state: QuoteState, side: QuoteSide) {
  const { inquiry, quote } = await q.standing();
  if (side === 'buyer') {
    const counter = randomUUID();
    await q.counter(q.buyer, quote, undefined, counter);
    return { inquiry, quote: await put(counter, state) };
  }
  return { inquiry, quote: await put(quote, state) };
}
async function put(quote: string, state: QuoteState) {
  await sql`alter table public.quotes disable trigger quotes_keep`;
  await sql`update public.quotes set state = ${state}, sent_at = ${state === 'draft' ? null : new Date()},
    decided_at = ${state === 'draft' || state === 'sent' ? null : new Date()} where id = ${quote}`;
  await sql`alter table public.quotes enable trigger quotes_keep`;
  return quote;
}

function act(action: QuoteAction, who: string, side: QuoteSide, inquiry: string, quote: string) {
  const acts: Record<QuoteAction, () => Promise<unknown>> = {
    save: () => q.save(who, inquiry, draftOf([q.boots()]), quote),
    send: () => q.send(who, quote),
    // A side sends another version over what stands; the producer answers a counter the same way.
    replace: () => q.save(who, inquiry).then((draft) => q.send(who, draft)),
    counter: () =>
      side === 'buyer'
        ? q.counter(who, quote)
        : q.save(who, inquiry).then((draft) => q.send(who, draft)),
    withdraw: () => q.withdraw(who, quote),
    request_change: () => q.requestChange(who, quote),
    decline: () => q.decline(who, quote),
    accept: () => q.accept(who, quote),
    expire: () => sql`select private.expire_quotes()`,
  };
  return acts[action]();
}

describe('a quote moves in SQL as in the domain', () => {
  const cases = (['producer', 'buyer'] as const).flatMap((writtenBy) =>
    (['producer', 'buyer'] as const).flatMap((actor) =>
      QUOTE_STATES.map((state) => ({ writtenBy, actor, state })),
    ),
  );
  // A buyer has no drafts: a counter is sent as it is written. The clock is tried in quotes.test.ts.
  const possible = cases.filter(
    ({ writtenBy, state }) => writtenBy !== 'buyer' || state !== 'draft',
  );

  it.each(possible)(
    'of the $writtenBy, $state, by the $actor',
    async ({ writtenBy, actor, state }) => {
      const role = quoteRole(writtenBy, actor);
      for (const action of QUOTE_ACTIONS) {
        // Only one version stands: sending another from an ended one is a first quote, no replacing. And `counter` by
        // its own author or `replace` by the other side are the same act under the other name.
        const sendsAnother = action === 'replace' || (action === 'counter' && actor === 'producer');
        const fits = action === 'replace' ? role === 'author' : role === 'recipient';
        if (action === 'expire' || (sendsAnother && (state !== 'sent' || !fits))) continue;
        if (action === 'replace' && actor === 'buyer') continue;
        const { inquiry, quote } = await versionIn(state, writtenBy);
        const ruled = next(QUOTE_TRANSITIONS, {
          state,
          action,
          roles: [role],
          reason: 'too dear for us',
        });
        const answer = await answerOf(act(action, people[actor], actor, inquiry, quote));
        const [row] = await sql`select state from public.quotes where id = ${quote}`;
        const said = { writtenBy, actor, state, action };
        expect({ ...said, answer, now: row?.['state'] }).toEqual({
          ...said,
          answer: ruled.ok ? 'ok' : expectedRefusal(ruled.failure.code, action, state, role),
          now: ruled.ok ? ruled.value : state,
        });
      }
    },
  );
});

/** Where SQL knows more than the table: a draft is invisible to the other side, an end by time says so, sending twice is one. */
function expectedRefusal(code: string, action: QuoteAction, state: QuoteState, role: string) {
  if (state === 'draft' && role === 'recipient')
    return expect.stringMatching(/not_found|not_allowed|conflict/);
  if (action === 'send' && role === 'author' && state === 'sent') return 'ok';
  if (action === 'save' && role === 'recipient')
    return expect.stringMatching(/conflict|not_allowed/);
  if (action === 'save' && code === 'wrong_state')
    return expect.stringMatching(/wrong_state|conflict|not_allowed/);
  if (
    state === 'expired' &&
    (action === 'accept' || action === 'counter') &&
    code === 'wrong_state'
  ) {
    return 'quote_expired';
  }
  return code;
}

describe('rounding', () => {
  it('every sum that the domain works out is right to the database, in 0, 2 and 3 decimals', async () => {
    const inquiry = await q.ask();
    const id = randomUUID();
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 100_000 }),
      unitAmount: fc.integer({ min: 0, max: 9_999_999 }),
    });
    const draft = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
      currency: fc.constantFrom('RWF', 'USD', 'TND'),
      freightAmount: fc.integer({ min: 0, max: 1_000_000 }),
      taxBp: fc.integer({ min: 0, max: 10_000 }),
      depositBp: fc.integer({ min: 0, max: 10_000 }),
    });
    await fc.assert(
      fc.asyncProperty(draft, async ({ lines, ...terms }) => {
        expect(await answerOf(q.save(q.maker, inquiry, draftOf(lines, terms), id))).toBe('ok');
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in SQL and in the domain', async () => {
    const cases = Array.from({ length: 400 }, (_, n) => ({
      amount: n < 40 ? n : Math.floor(Math.random() * 10 ** (1 + (n % 15))),
      bp: n % 3 ? Math.floor(Math.random() * 10_001) : 5000,
    }));
    const rows = await sql<{ share: string }[]>`
      select private.share_bp((c ->> 'amount')::bigint, (c ->> 'bp')::integer)::text as share
      from jsonb_array_elements(${sql.json(cases)}) with ordinality as x (c, n) order by n`;
    expect(rows.map((row) => Number(row.share))).toEqual(
      cases.map(({ amount, bp }) => shareBp(amount, bp)),
    );
  });
});
