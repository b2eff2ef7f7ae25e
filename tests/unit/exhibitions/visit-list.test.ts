import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanUntil } from '#src/domain/exhibitions/span.ts';
import { changeVisit, readVisit, writeVisit } from '#src/domain/exhibitions/visit-list.ts';

const slug = fc.stringMatching(/^[a-z0-9]{2,12}(-[a-z0-9]{1,8}){0,3}$/);

describe('the list of a visit', () => {
  it('comes back from its cookie as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(slug, { maxLength: 60 }), (slugs) => {
        const list = slugs.reduce<string[]>((all, one) => changeVisit(all, one, 'add'), []);
        expect(readVisit(writeVisit(list))).toEqual(list);
      }),
    );
  });

  it('never outgrows a cookie, and the newest is always on it', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{60,80}$/), { maxLength: 80 }), (slugs) => {
        let list: string[] = [];
        for (const one of slugs) {
          list = changeVisit(list, one, 'add');
          expect(list.at(-1)).toBe(one);
          expect(writeVisit(list).length).toBeLessThan(4000);
          expect(list.length).toBeLessThanOrEqual(60);
        }
      }),
    );
  });

  it('takes off what was put on, and reads nothing out of a bent cookie', () => {
    fc.assert(
      fc.property(fc.uniqueArray(slug, { minLength: 1 }), fc.string(), (slugs, noise) => {
        const [first = ''] = slugs;
        const list = slugs.reduce<string[]>((all, one) => changeVisit(all, one, 'add'), []);
        expect(changeVisit(list, first, 'remove')).not.toContain(first);
        for (const one of readVisit(noise)) expect(one).toMatch(/^[a-z0-9-]{1,80}$/);
      }),
    );
    expect(readVisit('a.<b>.c/d.e--f.good-one')).toEqual(['a', 'good-one']);
    expect(readVisit(undefined)).toEqual([]);
  });
});

describe('how long until it opens', () => {
  const now = '2026-11-23T12:00:00Z';
  it.each([
    ['2026-11-23T12:04:00Z', null],
    ['2026-11-22T12:00:00Z', null],
    ['2026-11-23T12:40:00Z', { unit: 'minutes', n: 40 }],
    ['2026-11-23T14:00:00Z', { unit: 'hours', n: 2 }],
    ['2026-11-25T11:59:59Z', { unit: 'hours', n: 47 }],
    ['2026-11-25T12:00:00Z', { unit: 'days', n: 2 }],
    ['2026-12-24T12:00:00+02:00', { unit: 'days', n: 30 }],
  ])('%s', (at, span) => {
    expect(spanUntil(at, now)).toEqual(span);
  });
});
