import { isIP } from 'node:net';

/** What is counted as one asker where the address cannot be told: they share a limit, nobody gets past it. */
const NOWHERE = 'nowhere';

/** The groups of an IPv6 address, written out. */
function groupsOf(address: string): string[] {
  const [left = '', right] = address.split('::');
  const head = left ? left.split(':') : [];
  if (right === undefined) return head;
  const tail = right ? right.split(':') : [];
  return [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
}

/**
 * What one subscriber has: an IPv4 address, or the first half of an IPv6 one, whose other half anybody changes at will.
 * A port, a zone and brackets are dropped; what is no address at all is nowhere.
 */
export function networkOf(written: string | null | undefined): string {
  const text = (written ?? '').trim().toLowerCase();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? (/^[\d.]+:\d+$/.test(text) ? text.split(':')[0]! : text);
  const address = bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/, '');
  const kind = isIP(address);
  if (kind === 4) return address;
  if (kind !== 6) return NOWHERE;
  const groups = groupsOf(address).slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Behind Vercel, which sets these headers itself and takes nothing of them from outside. */
export function addressOnVercel(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1);
  return networkOf(request.headers.get('x-real-ip') ?? forwarded);
}

/**
 * In a host: the socket's address; behind `hops` proxies of one's own, each of which adds whom it heard from, the one the outermost heard from.
 * Whatever stands further left in the header was written by the asker.
 */
export function addressInHost(hops: number, forwardedFor: string | null, socketAddress: string | undefined): string {
  if (hops === 0) return networkOf(socketAddress);
  const heard = [...(forwardedFor ?? '').split(',').filter((part) => part.trim() !== ''), socketAddress ?? ''];
  // Fewer than there should be: it did not come through all of them, and the header proves nothing.
  if (heard.length <= hops) return networkOf(socketAddress);
  return networkOf(heard[heard.length - 1 - hops]);
}
