import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTICE_GROUPS } from '#src/domain/notices.ts';
import {
  addressHash,
  readUnsubscribeToken,
  unsubscribeToken,
} from '#src/server/mail/unsubscribe-token.ts';
import { isPublicAddress, publicLookup } from '#src/server/outgoing/private-address.ts';
import { mayBeEndpoint } from '#src/server/push/endpoint.ts';
import { shortNumber } from '#src/server/sms/sms.ts';

const SECRET = 'a secret of sixteen and more';
const user = '8d1f0a2e-1234-4000-8000-000000000001';

describe('a link that stops mails', () => {
  const made = fc.record({
    who: fc.oneof(
      fc.uuid().map((id) => ({ user: id })),
      fc.emailAddress().map((address) => ({ addressHash: addressHash(address) })),
    ),
    group: fc.constantFrom(...NOTICE_GROUPS, 'digest' as const),
  });

  test('says what was put into it, and fits into an address as it is', () => {
    fc.assert(
      fc.property(made, (wanted) => {
        const token = unsubscribeToken(wanted, SECRET);
        expect(readUnsubscribeToken(token, SECRET)).toEqual(wanted);
        expect(encodeURIComponent(token)).toBe(token);
      }),
    );
  });

  test('is worth nothing when a single sign is changed, or made with another secret', () => {
    const token = unsubscribeToken({ who: { user }, group: 'trade' }, SECRET);
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...'abcdef0123456789.-_AZ'),
        (at, sign) => {
          const forged = token.slice(0, at) + sign + token.slice(at + 1);
          // The last sign of base64 carries bits that mean nothing, so only the text itself counts.
          if (forged !== token) expect(readUnsubscribeToken(forged, SECRET)).toBeNull();
        },
      ),
    );
    expect(readUnsubscribeToken(token, `${SECRET}!`)).toBeNull();
    expect(readUnsubscribeToken(`${token}.x`, SECRET)).toBeNull();
    expect(readUnsubscribeToken('', SECRET)).toBeNull();
    expect(readUnsubscribeToken(`u.${user}.trade.`, SECRET)).toBeNull();
  });

  test('for one person or group is none for another', () => {
    const [, , , signature] = unsubscribeToken({ who: { user }, group: 'trade' }, SECRET).split(
      '.',
    );
    expect(readUnsubscribeToken(`u.${user}.money.${signature}`, SECRET)).toBeNull();
    expect(
      readUnsubscribeToken(`u.${user.replace('8d', '9d')}.trade.${signature}`, SECRET),
    ).toBeNull();
  });
});

describe('a browser’s endpoint', () => {
  test.each([
    'https://127.0.0.1/x',
    'https://127.1/x',
    'https://0x7f000001/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://[64:ff9b::a00:1]/x',
    'https://[2002:a00:1::]/x',
    'https://[fe80::1]/x',
    'https://[fd00::1]/x',
    'https://10.1.2.3/x',
    'https://169.254.169.254/latest/meta-data',
    'https://172.16.0.1/x',
    'https://192.168.1.1/x',
    'https://100.64.0.1/x',
    'https://0.0.0.0/x',
    'https://localhost/x',
    'https://db.internal/x',
    'https://printer.local/x',
    'http://push.example.org/x',
    'https://push.example.org:8443/x',
    'https://me:you@push.example.org/x',
    'ftp://push.example.org/x',
    'nonsense',
    `https://push.example.org/${'x'.repeat(1000)}`,
  ])('%s is refused', (endpoint) => {
    expect(mayBeEndpoint(endpoint, false)).toBe(false);
  });

  test.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('%s is taken', (endpoint) => {
    expect(mayBeEndpoint(endpoint, false)).toBe(true);
  });

  test('addresses out in the world are told from the others', () => {
    expect(['8.8.8.8', '2a00:1450:4001:830::200e'].map(isPublicAddress)).toEqual([true, true]);
    expect(['', 'x', '255.255.255.255', '::', '::ffff:8.8.8.8'].some(isPublicAddress)).toBe(false);
  });

  test('a name that leads to this machine is not looked up', async () => {
    const failed = await new Promise<Error | null>((done) =>
      publicLookup('localhost', {}, (error) => done(error)),
    );
    expect(failed?.name).toBe('PrivateTarget');
  });
});

test('a number in the log cannot be called', () => {
  expect(shortNumber('+250788123456')).toBe('+25…56');
});
