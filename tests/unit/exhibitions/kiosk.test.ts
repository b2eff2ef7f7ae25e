import { createCipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idlePhase,
  nextItems,
  phoneNumber,
  readPlace,
  sealContext,
  SENT_AT_ONCE,
  WARNING_MS,
} from '#src/domain/exhibitions/kiosk.ts';
import { seal } from '#src/features/exhibitions/kiosk/shell/seal.ts';
import { sealingKey, unseal } from '#src/server/kiosk/seal.ts';

const SECRET = 'a secret of this test alone';
const [kiosk, other] = [randomUUID(), randomUUID()];

describe('the seal of a kiosk', () => {
  it('opens what a browser locked, and nothing else', async () => {
    const lock = { key: sealingKey(kiosk, SECRET), kiosk };
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.record({ name: fc.string() }), async (id, content) => {
        const item = await seal(lock, 'card', id, content);
        expect(unseal(kiosk, item, SECRET)).toEqual(JSON.parse(JSON.stringify(content)));
        expect(unseal(other, item, SECRET)).toBeNull();
        expect(unseal(kiosk, item, 'another secret')).toBeNull();
        expect(unseal(kiosk, { ...item, kind: 'entry' }, SECRET)).toBeNull();
        expect(unseal(kiosk, { ...item, id: randomUUID() }, SECRET)).toBeNull();
        expect(unseal(kiosk, { ...item, half: 'AAAA' }, SECRET)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it('looks different each time and holds no word of what was typed', async () => {
    const lock = { key: sealingKey(kiosk, SECRET), kiosk };
    const id = randomUUID();
    const made = await Promise.all([1, 2].map(() => seal(lock, 'card', id, { name: 'Mukamana' })));
    expect(made[0]!.data).not.toBe(made[1]!.data);
    expect(made[0]!.half).not.toBe(made[1]!.half);
    expect(Buffer.from(made[0]!.data, 'base64url').toString('latin1')).not.toContain('Mukamana');
  });

  it('takes what another implementation of the same words makes', () => {
    const id = randomUUID();
    const own = createECDH('prime256v1');
    const half = own.generateKeys();
    const theirs = Buffer.from(sealingKey(kiosk, SECRET), 'base64url');
    const context = sealContext(kiosk, 'entry', id);
    const salt = Buffer.concat([half, theirs]);
    const key = Buffer.from(hkdfSync('sha256', own.computeSecret(theirs), salt, context, 32));
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update('{"a":1}'), cipher.final(), cipher.getAuthTag()]);
    const text = (bytes: Buffer) => bytes.toString('base64url');
    const item = { id, kind: 'entry' as const, half: text(half), iv: text(iv), data: text(body) };
    expect(unseal(kiosk, item, SECRET)).toEqual({ a: 1 });
  });
});

describe('a kiosk', () => {
  it('is busy, then warns, then goes back, and never the other way round', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.integer({ min: 20_000, max: 900_000 }), (quiet, idle) => {
        const { phase, leftMs } = idlePhase(quiet, idle);
        const order = ['busy', 'warning', 'away'];
        expect(order.indexOf(idlePhase(quiet + 1, idle).phase)).toBeGreaterThanOrEqual(
          order.indexOf(phase),
        );
        expect(phase === 'away').toBe(leftMs === 0);
        expect(phase === 'busy').toBe(quiet < idle);
        if (phase === 'warning') expect(leftMs).toBeLessThanOrEqual(WARNING_MS);
      }),
    );
  });

  it('sends every item sooner or later, whatever is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (bad, good) => {
        const item = (refused: boolean, n: number) => ({
          id: `${refused}${n}`,
          at: n,
          tries: 0,
          refused,
        });
        let queue = [
          ...Array.from({ length: bad }, (_, n) => item(true, n)),
          ...Array.from({ length: good }, (_, n) => item(false, n + bad)),
        ];
        const rounds = Math.ceil((bad + good) / SENT_AT_ONCE) + 1;
        for (let round = 0; round < rounds; round += 1) {
          const sent = new Set(nextItems(queue).map(({ id }) => id));
          expect(sent.size).toBeLessThanOrEqual(SENT_AT_ONCE);
          queue = queue
            .filter(({ id, refused }) => !sent.has(id) || refused)
            .map((one) => (sent.has(one.id) ? { ...one, tries: one.tries + 1 } : one));
        }
        expect(queue.filter(({ refused }) => !refused)).toEqual([]);
        expect(queue).toHaveLength(bad);
      }),
    );
  });

  it('reads places, and anything else as the entrance', () => {
    expect(readPlace('/objects/red-boot')).toEqual({ room: 'objects', slug: 'red-boot' });
    expect(readPlace('/tours/t/3')).toEqual({ room: 'tours', slug: 't', stop: 3 });
    expect(readPlace('/tours/t')).toEqual({ room: 'tours', slug: 't', stop: null });
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^\/(halls|booths|objects|tours|card|guest-book)/.test(text))
          expect(readPlace(text)).toEqual({ room: 'entrance' });
      }),
    );
  });

  it('takes a phone number with its country, however it is written', () => {
    for (const typed of ['+250 788 123 456', '00250788123456', '+250-788-(123)-456'])
      expect(phoneNumber(typed)).toBe('+250788123456');
    for (const typed of ['0788 123 456', '+0123456789', 'call me', ''])
      expect(phoneNumber(typed)).toBeNull();
  });
});
