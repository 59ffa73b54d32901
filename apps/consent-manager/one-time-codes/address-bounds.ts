import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Instant, RefusedError, refuse } from '#domain';
import { Clock, KeyRing, SETTINGS, type Transaction } from '#platform';
import { ActCountStore, type CountedAct } from '../act-counts/act-count-store.ts';
import { hour, secondsUntil, windowEnd } from '../act-counts/window-end.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

type Bounds = Pick<
  ConsentManagerSettings,
  'CODES_PER_CLIENT_ADDRESS_PER_HOUR' | 'WRONG_CODES_PER_CLIENT_ADDRESS_PER_HOUR'
>;

const recoveriesPerHour = 20;

/**
 * What one address may do in an hour, whomever it names: nobody has codes sent to many people, or guesses at the codes
 * of many. Addresses are counted under a keyed digest.
 */
@Injectable()
export class AddressBounds {
  constructor(
    private readonly counts: ActCountStore,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Bounds,
  ) {}

  /** @throws RefusedError `too-many-requests` with the seconds to wait */
  async countCode(tx: Transaction, address: string): Promise<void> {
    await this.count(tx, 'code-asked', address, this.settings.CODES_PER_CLIENT_ADDRESS_PER_HOUR);
  }

  /**
   * Counts a try before anyone knows whether it is right, so that tries at once cannot slip past.
   * @returns what takes the try off again, for one that was right
   * @throws RefusedError `too-many-requests` with the seconds to wait
   */
  async countTry(tx: Transaction, address: string): Promise<() => Promise<void>> {
    const most = this.settings.WRONG_CODES_PER_CLIENT_ADDRESS_PER_HOUR;
    const counted = await this.count(tx, 'code-tried', address, most);
    return () => this.counts.giveBack(tx, counted);
  }

  /**
   * As countTry, for the recovery codes of one person, here or not, from wherever they are tried.
   * @throws RefusedError `too-many-requests` with the seconds to wait
   */
  async countRecovery(tx: Transaction, principal: string): Promise<() => Promise<void>> {
    const counted = await this.count(tx, 'recovery-tried', principal, recoveriesPerHour);
    return () => this.counts.giveBack(tx, counted);
  }

  private async count(tx: Transaction, act: CountedAct['act'], address: string, most: number): Promise<CountedAct> {
    const now = this.clock.now();
    const counted = { act, subject: this.digest(address), windowEndsAt: windowEnd(now, hour) };
    if ((await this.counts.count(tx, counted, most)) === undefined) throw tooMany(counted, now);
    return counted;
  }

  private digest(address: string): string {
    return createHmac('sha256', this.keys.secret('one-time-code')).update(`address\n${address}`).digest('base64url');
  }
}

function tooMany({ act, windowEndsAt }: CountedAct, now: Instant): RefusedError {
  const what = act === 'recovery-tried' ? 'recovery codes for this person' : 'codes from this address';
  return new RefusedError(refuse('too-many-requests', what), secondsUntil(windowEndsAt, now));
}
