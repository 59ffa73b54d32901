import type { RoleSettings } from '../settings/role-settings.ts';

/**
 * The origins the pages of this role are opened under: that of PUBLIC_URL first; on a local network at 127.0.0.1 also
 * that of localhost, as passkeys need a name.
 */
export function ownOrigins({
  PUBLIC_URL,
  NETWORK_IS_LOCAL,
}: Pick<RoleSettings, 'PUBLIC_URL' | 'NETWORK_IS_LOCAL'>): readonly [string, ...string[]] {
  if (PUBLIC_URL === undefined) throw new Error('PUBLIC_URL is not known');
  const url = new URL(PUBLIC_URL);
  if (!NETWORK_IS_LOCAL || url.hostname !== '127.0.0.1') return [url.origin];
  const named = new URL(url);
  named.hostname = 'localhost';
  return [url.origin, named.origin];
}
