import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isMachine, MOST_SEEN_LENGTH, readSeen, type Seen } from '#src/domain/exhibitions/seen.ts';
import {
  AddressBudget,
  SeenCounter,
  type CountedSeen,
} from '#src/features/exhibitions/numbers/seen-counter.ts';
import { exhibitionPaths } from '#src/exhibition-paths.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);

describe('what a page says of itself', () => {
  it('is read back from every address of ours, in any language', () => {
    const p = exhibitionPaths;
    fc.assert(
      fc.property(
        slug,
        slug,
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('', '/fr', '/rw', '/sw'),
        fc.constantFrom('view', 'zoom', 'listen'),
        (one, two, stop, prefix, metric) => {
          const pages: [string, Partial<Seen>][] = [
            [p.exhibition(one), { subject: 'exhibition', slug: null }],
            [p.hall(one, two), { subject: 'hall', slug: two }],
            [p.booth(one, two), { subject: 'booth', slug: two }],
            [p.exhibit(one, two), { subject: 'exhibit', slug: two }],
            [p.tourStop(one, two, stop), { subject: 'stop', slug: two, stop }],
            [p.boothEmbed(one, two), { subject: 'booth', slug: two, channel: 'embed' }],
          ];
          for (const [path, place] of pages)
            expect(readSeen(`${metric} ${prefix}${path}`)).toEqual({
              exhibition: one,
              stop: null,
              channel: 'web',
              metric,
              ...place,
            });
        },
      ),
    );
  });

  it('is nothing for any other words, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const seen = readSeen(text);
        if (seen) expect(text).toMatch(/^(view|zoom|listen) /);
      }),
    );
    const bad = [
      '',
      'view',
      'view /exhibitions',
      'order /exhibitions/leather',
      'save /exhibitions/leather',
      'view /exhibitions/leather/search',
      'view /exhibitions/leather/booths/akagera/meetings',
      'view /exhibitions/leather/tours/t/0',
      'view /exhibitions/Leather',
      'view /exhibitions/../operator',
      'view /exhibitions/leather kiosk:1',
      'view /exhibitions/leather poster x',
      `view /exhibitions/${'a'.repeat(MOST_SEEN_LENGTH)}`,
    ];
    for (const text of bad) expect(readSeen(text), text).toBeNull();
    expect(readSeen('view /exhibitions/leather poster')!.channel).toBe('code:poster');
    expect(readSeen('view /embed/leather/akagera poster')!.channel).toBe('embed');
  });

  it('comes from people', () => {
    const people = [
      'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) AppleWebKit/605.1.15 Version/17.1 Safari/605.1.15',
      'Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0',
    ];
    for (const name of people) expect(isMachine(name), name).toBe(false);
    const machines = [
      null,
      '',
      'Googlebot/2.1 (+http://www.google.com/bot.html)',
      'facebookexternalhit/1.1 preview',
      'Mozilla/5.0 HeadlessChrome/131.0',
      'curl/8.5',
      'python-requests/2.32',
    ];
    for (const name of machines) expect(isMachine(name), String(name)).toBe(true);
  });
});

const view = (exhibition: string): Seen => ({
  exhibition,
  subject: 'exhibition',
  slug: null,
  stop: null,
  metric: 'view',
  channel: 'web',
});

describe('the counter', () => {
  it('sums up, and keeps what could not be handed on', async () => {
    const got: CountedSeen[][] = [];
    let works = false;
    const counter = new SeenCounter(async (counted) => {
      got.push(counted);
      return works;
    });
    for (let n = 0; n < 5; n += 1) counter.add(view('leather'));
    counter.add(view('salt'));
    await counter.flush();
    counter.add(view('leather'));
    works = true;
    await counter.flush();
    await counter.flush();
    expect(got).toHaveLength(2);
    expect(got[1]!.map(({ exhibition, count }) => [exhibition, count])).toEqual([
      ['leather', 6],
      ['salt', 1],
    ]);
  });

  it('hands on by itself after a while', async () => {
    vi.useFakeTimers();
    const got: CountedSeen[][] = [];
    const counter = new SeenCounter(async (counted) => got.push(counted) > 0, { waitMs: 4000 });
    counter.add(view('leather'));
    await vi.advanceTimersByTimeAsync(3999);
    expect(got).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(2);
    expect(got).toHaveLength(1);
    vi.useRealTimers();
  });

  it('holds so many things and no more, however many are made up', async () => {
    const counter = new SeenCounter(async () => true, { mostKinds: 100 });
    for (let n = 0; n < 5000; n += 1) counter.add(view(`fair-${n}`));
    counter.add(view('fair-1'));
    expect(counter.size).toBe(100);
    await counter.flush();
    expect(counter.size).toBe(0);
  });

  it('lets one address count so often a minute, and forgets it then', () => {
    let now = 0;
    const budget = new AddressBudget(3, () => now);
    const tries = (address: string) => Array.from({ length: 5 }, () => budget.admits(address));
    expect(tries('10.0.0.1')).toEqual([true, true, true, false, false]);
    expect(tries('10.0.0.2')).toEqual([true, true, true, false, false]);
    now = 60_000;
    expect(budget.admits('10.0.0.1')).toBe(true);
  });

  it('knows only so many addresses at once', () => {
    const budget = new AddressBudget(3, () => 0);
    let admitted = 0;
    for (let n = 0; n < 25_000; n += 1) if (budget.admits(`a${n}`)) admitted += 1;
    expect(admitted).toBe(20_000);
    expect(budget.admits('a1')).toBe(true);
  });
});
