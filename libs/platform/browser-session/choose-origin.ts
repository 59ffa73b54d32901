import { type Refusal, refuse } from '#domain';
import type { BrowserCall } from './browser-call.ts';

/**
 * Which of the own origins a call came from. What the call says is looked up among them and never taken over.
 *
 * @returns the first where the call names none; `cross-site-call` where it names another's
 */
export function chooseOrigin(
  own: readonly [string, ...string[]],
  { origin, host }: Pick<BrowserCall, 'origin' | 'host'>,
): string | Refusal {
  if (origin !== undefined) return own.find((one) => one === origin) ?? refuse('cross-site-call');
  return own.find((one) => new URL(one).host === host) ?? own[0];
}
