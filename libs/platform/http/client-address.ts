import { isIPv4, isIPv6 } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Where a call came from, as far as it can be bounded by: an IPv4 address, or the /64 an IPv6 address lies in, which one
 * subscriber has whole. What cannot be read is one place, so that nobody escapes a bound by writing nonsense.
 */
export function clientPlace(address: string): string {
  const plain = address.replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return 'unreadable';
  const groups = groupsOf(plain);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return `${groups.slice(0, 4).map(toHex).join(':')}::/64`;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** The place the call came from, behind the proxies that TRUSTED_PROXY_COUNT says. */
export const ClientAddress = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  clientPlace(context.switchToHttp().getRequest<FastifyRequest>().ip),
);

/** The URL parser writes each IPv6 address in its one canonical form, also where its end is written as IPv4. */
function groupsOf(ipv6: string): number[] {
  const canonical = new URL(`http://[${ipv6}]`).hostname.slice(1, -1);
  const [left = [], right] = canonical.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = right === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...(right ?? [])].map((group) => Number.parseInt(group, 16));
}

const toHex = (group: number): string => group.toString(16);
