import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PeerPools, type RoleSettings, readBounded, SETTINGS } from '#platform';
import { HandOverProblem } from '../hand-over/hand-over-target.ts';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';

const ANSWER_BYTES = 65_536;

type Settings = Pick<RoleSettings, 'NETWORK_IS_LOCAL'> & Pick<DataUserGatewaySettings, 'HAND_OVER_PUSH_URLS'>;

export interface PushCall {
  /** The signed command. */
  readonly command: string;
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
}

/**
 * Posts to the addresses of the settings alone: no redirects, public addresses by https unless the network is local,
 * the socket connected to the address that was checked.
 */
@Injectable()
export class PushClient implements OnApplicationShutdown {
  /** For the whole exchange, however slowly the other side goes on. */
  timeoutMs = 30_000;
  private readonly pools: PeerPools;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.pools = new PeerPools(settings.NETWORK_IS_LOCAL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.close();
  }

  /** Returns once the receiver has acknowledged: a whole answer of at most 64 KiB, 2xx. @throws HandOverProblem */
  async post(address: string, call: PushCall): Promise<void> {
    if (this.settings.HAND_OVER_PUSH_URLS?.includes(address) !== true) {
      throw new HandOverProblem('the address is no longer listed in HAND_OVER_PUSH_URLS');
    }
    const { status, retryAfter } = await this.exchange(new URL(address), call).catch((error: Error) => {
      throw new HandOverProblem(`no answer: ${error.name}`);
    });
    if (status >= 200 && status < 300) return;
    throw new HandOverProblem(`answered ${status}`, retryAfter);
  }

  private async exchange(url: URL, { command, idempotencyKey, body }: PushCall) {
    const answer = await this.pools.poolFor(url).request({
      method: 'POST',
      path: url.pathname,
      headers: {
        'content-type': 'application/x-ndjson',
        'hand-over': command,
        'idempotency-key': idempotencyKey,
      },
      body,
      signal: AbortSignal.timeout(this.timeoutMs),
    });
    // What it says is of no interest; that it ends is.
    await readBounded(answer.body, ANSWER_BYTES);
    const asked = String(answer.headers['retry-after'] ?? '');
    return { status: answer.statusCode, retryAfter: /^\d{1,6}$/.test(asked) ? Number(asked) : undefined };
  }
}
