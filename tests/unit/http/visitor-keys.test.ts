import type { AstroCookies } from 'astro';
import { describe, expect, it } from 'vitest';
import { exhibitionKeys, keepVisitorKey, visitorKeys } from '#src/server/http/visitor-keys.ts';

const ID = '3936afc5-5d1e-499e-9a79-0e364f674094';
const KEY = 'aB3_-Zz9aB3_-Zz9aB3_-Zz9aB3_-Zz9';

function kept(id: string, key: string) {
  const jar: string[] = [];
  const cookies = { set: (name: string) => void jar.push(name) } as unknown as AstroCookies;
  keepVisitorKey({ cookies, url: new URL('https://market.example/') }, 'rfq', id, key);
  return jar;
}

describe('a key from a mail', () => {
  it('is kept in a cookie of its own', () => {
    expect(kept(ID, KEY)).toEqual([`rfq_${ID}`]);
    const headers = { cookie: `theme=dark; rfq_${ID}=${KEY}; rfq_x=${KEY}` };
    expect(visitorKeys(new Request('https://market.example/', { headers }))).toEqual([KEY]);
  });

  it('of an exhibition opens what hangs in exhibitions, and nothing else', () => {
    const headers = {
      cookie: `exhibition_leather=${KEY}; exhibition_Ups=${KEY}; rfq_${ID}=other-key`,
    };
    const request = new Request('https://market.example/', { headers });
    expect(exhibitionKeys(request)).toEqual([KEY]);
    expect(visitorKeys(request)).toEqual(['other-key']);
  });

  it.each([
    ['a room that is none', 'anything', KEY],
    ['another cookie’s name', `${ID}; Domain=example`, KEY],
    ['a key that fills the browser’s jar', ID, 'k'.repeat(3900)],
    ['words', ID, 'let me in, please, I am the buyer'],
    ['nothing', ID, ''],
  ])('from a link that anybody may write is not: %s', (_what, id, key) => {
    expect(kept(id, key)).toEqual([]);
  });
});
