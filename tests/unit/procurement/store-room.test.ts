import { describe, expect, it } from 'vitest';
import { numberIn } from '#src/features/procurement/receiving/count.ts';
import { findByCode } from '#src/features/procurement/receiving/find.ts';
import { shareText } from '#src/server/notices/share-text.ts';

const uuid = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
const order = (n: number, label: string) => ({ id: uuid(n), label }) as never;
const member = (n: number, name: string) => ({ id: uuid(n), name, slug: `m-${n}` }) as never;
const desk = {
  orders: [order(1, 'PO-2026-0012'), order(2, 'PO-2026-0013')],
  members: [member(3, 'Koperative Umucyo'), member(4, 'Kéza Leather'), member(5, 'Keza Bags')],
};

describe('a scanned or typed code', () => {
  it('is the address in a QR code, a number, or the beginning of a name', () => {
    const address = `https://isoko.example/fr/coordination/masoro/rounds/${uuid(9)}/receiving?member=${uuid(3)}`;
    expect(findByCode(address, desk)).toEqual({ member: uuid(3) });
    expect(findByCode(`https://isoko.example/purchase-orders/${uuid(2)}?key=x`, desk)).toEqual({
      order: uuid(2),
    });
    expect(findByCode(' po-2026-0012 ', desk)).toEqual({ order: uuid(1) });
    expect(findByCode('13', desk)).toEqual({ order: uuid(2) });
    expect(findByCode('koperative', desk)).toEqual({ member: uuid(3) });
    expect(findByCode('keza l', desk)).toEqual({ member: uuid(4) });
  });

  it('that could be two, or is nothing, finds nothing', () => {
    for (const code of ['', '  ', 'keza', '99', uuid(8)]) expect(findByCode(code, desk)).toBeNull();
  });
});

describe('a count as it is typed', () => {
  it('is read in the language of the page, and never guessed', () => {
    expect(numberIn('', 'en')).toBe(0);
    expect(numberIn('12.5', 'en')).toBe(12.5);
    expect(numberIn('1 250,5', 'fr')).toBe(1250.5);
    expect(numberIn('twelve', 'en')).toBeNaN();
  });
});

describe('why a share changed', () => {
  const news = { unit: 'XRO', decimals: 0, was: 12, now: 11, ordered: 50, counted: 50, damaged: 4 };

  it('is said with the figures of everybody and the member’s own', () => {
    expect(shareText({ ...news, share: 46, closed: true }, 'en')).toBe(
      '4 of 50 rolls came damaged. There is 8% less to share. You get 11 rolls instead of 12.',
    );
  });

  it('is left out when the figures are not there', () => {
    expect(shareText({ ...news, share: '46' }, 'en')).toBe('');
  });
});
