import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Address ranges that no partner's system answers from: this machine, private nets, link-local and metadata services, tests. */
const BLOCKED_V4: [string, number][] = [
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const BLOCKED_V6: [string, number][] = [
  ['::', 128],
  ['::1', 128],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
/** IPv6 ranges that carry an IPv4 address in them, with the place of its four bytes. */
const EMBEDDING: [string, number, number][] = [
  ['::', 96, 12],
  ['::ffff:0:0', 96, 12],
  ['::ffff:0:0:0', 96, 12],
  ['64:ff9b::', 96, 12],
  ['64:ff9b:1::', 48, 12],
  ['2002::', 16, 2],
];

const blocked = new BlockList();
for (const [net, prefix] of BLOCKED_V4) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of BLOCKED_V6) blocked.addSubnet(net, prefix, 'ipv6');

/** Is this a public address, in IPv4 or IPv6, also where one hides in the other? Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIPv4(bare)) return !blocked.check(bare, 'ipv4');
  if (!isIPv6(bare) || blocked.check(bare, 'ipv6')) return false;
  for (const [net, prefix, at] of EMBEDDING) {
    const range = new BlockList();
    range.addSubnet(net, prefix, 'ipv6');
    if (
      range.check(bare, 'ipv6') &&
      !isPublicAddress(
        bytesOf(bare)
          .slice(at, at + 4)
          .join('.'),
      )
    )
      return false;
  }
  return true;
}

/** The sixteen bytes of an IPv6 address. */
function bytesOf(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const hex = (high: string, low: string): string => ((Number(high) << 8) | Number(low)).toString(16);
    return `${hex(a as string, b as string)}:${hex(c as string, d as string)}`;
  });
  const [head = '', tail] = plain.split('::');
  const groups = (part: string): string[] => part.split(':').filter(Boolean);
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const middle = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...middle, ...right].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
