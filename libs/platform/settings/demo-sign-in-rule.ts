import type { z } from 'zod';
import type { RoleSettings } from './role-settings.ts';

export type DemoSettings = Pick<
  RoleSettings,
  'DEMO_SIGN_IN' | 'NODE_ENV' | 'NETWORK_IS_LOCAL' | 'HOST' | 'PUBLIC_URL' | 'TRUSTED_PROXY_COUNT'
>;

const loopback = ['127.0.0.1', '::1', '[::1]', 'localhost'];

/** @returns why DEMO_SIGN_IN must not be on beside these settings; undefined where it may, or is off */
export function whyNoDemo(settings: DemoSettings): string | undefined {
  const { DEMO_SIGN_IN, NODE_ENV, NETWORK_IS_LOCAL, HOST, PUBLIC_URL, TRUSTED_PROXY_COUNT } = settings;
  if (!DEMO_SIGN_IN) return undefined;
  if (NODE_ENV === 'production') return 'is on, and NODE_ENV is production';
  if (!NETWORK_IS_LOCAL) return 'is on, and NETWORK_IS_LOCAL is not';
  if (!loopback.includes(HOST)) return 'is on, and HOST is not an address of this machine alone';
  if (TRUSTED_PROXY_COUNT > 0) return 'is on, and TRUSTED_PROXY_COUNT names a proxy';
  const host = PUBLIC_URL === undefined ? HOST : new URL(PUBLIC_URL).hostname;
  return loopback.includes(host) ? undefined : 'is on, and PUBLIC_URL is not an address of this machine alone';
}

/** For `superRefine` of each role's settings. */
export function demoSignInRule(settings: DemoSettings, context: z.RefinementCtx): void {
  const message = whyNoDemo(settings);
  if (message !== undefined) context.addIssue({ code: 'custom', path: ['DEMO_SIGN_IN'], message });
}
