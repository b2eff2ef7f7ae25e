import { BlockList, isIP } from 'node:net';
import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Networks that are nobody's public server: this machine, the local network, the cloud's own addresses, the rest. */
const CLOSED = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  CLOSED.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only what is given out to the world (2000::/3), less what wraps an IPv4 address or is for examples. */
const WORLD = new BlockList();
WORLD.addSubnet('2000::', 3, 'ipv6');
const CLOSED_6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CLOSED_6.addSubnet(network, bits, 'ipv6');

/** Whether an IP address is out in the world. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) === 4) return !CLOSED.check(bare, 'ipv4');
  if (isIP(bare) !== 6) return false;
  return WORLD.check(bare, 'ipv6') && !CLOSED_6.check(bare, 'ipv6');
}

/**
 * Looks a name up and gives only addresses out in the world. Handed to the connection itself, so that a name which
 * answers differently the second time gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return done(new PrivateTarget(), '', 0);
    if (options.all) return done(null, open);
    return done(null, first.address, first.family);
  });
};

/** The target lies on this machine or network. */
export class PrivateTarget extends Error {
  constructor() {
    super('the target is not out in the world');
    this.name = 'PrivateTarget';
  }
}

/** Whether a URL names its host by an IP address that is not out in the world, or by a name that only a local network has. */
export function isPrivateHost({ hostname }: URL): boolean {
  if (hostname.startsWith('[') || isIP(hostname) > 0) return !isPublicAddress(hostname);
  return (
    !hostname.includes('.') || /\.(?:local|localhost|internal|lan|home|arpa)\.?$/.test(hostname)
  );
}
