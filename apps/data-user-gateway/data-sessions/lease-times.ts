import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant } from '#domain';
import { Clock, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';

/** Until when a worker may be silent. */
@Injectable()
export class LeaseTimes {
  constructor(
    readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'FETCH_LEASE_SECONDS'>,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  leaseUntil(): Instant {
    return addSeconds(this.clock.now(), this.settings.FETCH_LEASE_SECONDS);
  }

  /** @returns until when it lasts from now on; undefined where most of it is left: each renewal moves its row in an index */
  renew(until: Instant): Instant | undefined {
    const most = addSeconds(this.clock.now(), this.settings.FETCH_LEASE_SECONDS * 0.75);
    return most < until ? undefined : this.leaseUntil();
  }
}
