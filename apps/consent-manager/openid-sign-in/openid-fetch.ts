import type { CustomFetch } from 'openid-client';
import { type PeerPools, readBounded } from '#platform';

const ANSWER_BYTES = 262_144;
const withoutBody = [204, 205, 304];

/** A provider names an address that its description does not list. */
export class HostNotListed extends Error {
  override readonly name = 'HostNotListed';
}

/**
 * Calls to the listed hosts alone: no redirects, public addresses by https unless the network is local, answers of at
 * most 256 KiB.
 */
export function openIdFetch(pools: PeerPools, hosts: readonly string[]): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = checkListed(address, hosts);
    const answer = await pools.poolFor(url).request({
      ...{ method: method as 'GET', headers, path: `${url.pathname}${url.search}` },
      body: body == null ? null : String(body),
      ...(signal && { signal }),
    });
    const content = await readBounded(answer.body, ANSWER_BYTES);
    const { statusCode: status } = answer;
    return new Response(withoutBody.includes(status) ? null : new Uint8Array(content), {
      status,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
  };
}

/** @throws HostNotListed */
export function checkListed(address: string | undefined, hosts: readonly string[]): URL {
  const url = URL.parse(address ?? '');
  if (url === null || !hosts.includes(url.host))
    throw new HostNotListed(`${url?.host} is not listed for this provider`);
  return url;
}
