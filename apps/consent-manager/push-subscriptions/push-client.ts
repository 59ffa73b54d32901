import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PeerPools, type RoleSettings, readBounded, SETTINGS } from '#platform';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { isListedPushService } from '../settings/push-services.ts';
import type { PushAddress } from './push-subscription.ts';
import { openVapidKey, type VapidKey } from './vapid-key.ts';

const ANSWER_BYTES = 65_536;
const TIMEOUT_MS = 15_000;

type Settings = Pick<RoleSettings, 'NETWORK_IS_LOCAL' | 'KEYS_FOLDER'> &
  Pick<ConsentManagerSettings, 'WEB_PUSH_CONTACT' | 'WEB_PUSH_SERVICES'>;
type MakeRequest = typeof import('web-push').generateRequestDetails;

interface OpenedPush {
  readonly key: VapidKey;
  readonly subject: string;
  readonly makeRequest: MakeRequest;
}

/** What a push service did with a message. */
export type PushOutcome =
  | { readonly is: 'taken' }
  /** The browser does not want to be told any more, or is no more. */
  | { readonly is: 'gone' }
  | { readonly is: 'not-taken'; readonly why: string; readonly retryAfterSeconds?: number };

export interface PushMessage {
  readonly text: string;
  /** How long it is worth something. */
  readonly lifeSeconds: number;
  /** While one of a topic has not reached the browser, a newer one takes its place. */
  readonly topic: string;
}

/**
 * Hands messages to the push services of the settings alone: no redirects, public addresses by https unless the network
 * is local. What makes the requests is loaded only where push is switched on.
 */
@Injectable()
export class PushClient implements OnApplicationShutdown {
  private readonly pools: PeerPools;
  private opened: OpenedPush | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.pools = new PeerPools(settings.NETWORK_IS_LOCAL);
  }

  async onModuleInit(): Promise<void> {
    const { WEB_PUSH_CONTACT: subject, KEYS_FOLDER } = this.settings;
    if (subject === undefined) return;
    const { default: webPush } = await import('web-push');
    this.opened = { key: await openVapidKey(KEYS_FOLDER), subject, makeRequest: webPush.generateRequestDetails };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.close();
  }

  /** What browsers subscribe under; null where push is switched off. */
  publicKey(): string | null {
    return this.opened?.key.publicKey ?? null;
  }

  isListed(endpoint: string): boolean {
    const { WEB_PUSH_SERVICES, NETWORK_IS_LOCAL } = this.settings;
    return isListedPushService(endpoint, WEB_PUSH_SERVICES, NETWORK_IS_LOCAL);
  }

  async send(address: PushAddress, message: PushMessage): Promise<PushOutcome> {
    if (this.opened === undefined) return { is: 'not-taken', why: 'push is switched off' };
    if (!this.isListed(address.endpoint)) return { is: 'not-taken', why: 'its service is no longer listed' };
    return this.exchange(this.opened, address, message).catch((error: Error) => ({
      is: 'not-taken',
      why: `no answer: ${error.name}`,
    }));
  }

  private async exchange({ key, subject, makeRequest }: OpenedPush, address: PushAddress, message: PushMessage) {
    const { text, lifeSeconds: TTL, topic } = message;
    const { method, headers, body } = makeRequest(address, text, {
      ...{ TTL, topic, urgency: 'high', contentEncoding: 'aes128gcm', vapidDetails: { subject, ...key } },
    });
    const url = new URL(address.endpoint);
    const answer = await this.pools.poolFor(url).request({
      ...{ method, headers: headers as Record<string, string>, body, path: `${url.pathname}${url.search}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // What it says is of no interest; that it ends is.
    await readBounded(answer.body, ANSWER_BYTES);
    return outcomeOf(answer.statusCode, String(answer.headers['retry-after'] ?? ''));
  }
}

/** RFC 8030, sections 5 and 7.3. */
function outcomeOf(status: number, retryAfter: string): PushOutcome {
  if (status >= 200 && status < 300) return { is: 'taken' };
  if (status === 404 || status === 410) return { is: 'gone' };
  const asked = /^\d{1,6}$/.test(retryAfter) ? { retryAfterSeconds: Number(retryAfter) } : {};
  return { is: 'not-taken', why: `answered ${status}`, ...asked };
}
