import { type Refusal, refuse } from '#domain';
import type { BrowserCall } from './browser-call.ts';

/**
 * A cookie goes along with whatever call a browser makes: one that changes something has to come from an own page.
 *
 * @param own origins
 * @returns `cross-site-call`, also where nothing says where the call came from
 */
export function checkSameOrigin(own: readonly string[], { site, origin }: BrowserCall): Refusal | undefined {
  const isOwn = site === undefined ? origin !== undefined && own.includes(origin) : site === 'same-origin';
  return isOwn ? undefined : refuse('cross-site-call');
}
