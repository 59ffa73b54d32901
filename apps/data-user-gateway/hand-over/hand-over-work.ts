import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type HandOverState, moveHandOver } from '#domain';
import { Clock, Replicas, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import type { HandOver } from './hand-over.ts';
import { type HandOverLease, HandOverStore } from './hand-over-store.ts';
import { HandOverLost, HandOverProblem } from './hand-over-target.ts';

const DAY_SECONDS = 86_400;
const LONGEST_WAIT_SECONDS = 3600;

type Settings = Pick<DataUserGatewaySettings, 'FETCH_LEASE_SECONDS' | 'HAND_OVER_RETRY_DAYS'>;

type Go = (lease: HandOverLease, handOver: HandOver) => Promise<void>;

export interface HandOverGo {
  /** What it must be waiting for. */
  readonly state: HandOverState;
  readonly work: Go;
  /** After the days of retrying; where absent, it only changes its state. */
  readonly giveUp?: Go;
}

/** One go at a hand-over, of either kind: takes the lease, keeps it while it works, and lets go. */
@Injectable()
export class HandOverWork {
  private readonly logger = new Logger('HandOver');

  constructor(
    readonly handOvers: HandOverStore,
    readonly clock: Clock,
    private readonly replicas: Replicas,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(id: string, go: HandOverGo): Promise<void> {
    const lease = { id, worker: uuidv7(), replica: this.replicas.self };
    const seconds = this.settings.FETCH_LEASE_SECONDS;
    const handOver = await this.handOvers.lease(lease, go.state, this.clock.now(), seconds);
    if (handOver === undefined) return;
    const beat = setInterval(() => void this.renew(lease, seconds), (seconds * 1000) / 3);
    try {
      await go.work(lease, handOver).catch((error: unknown) => this.letGo(lease, handOver, error, go));
    } catch (error) {
      if (!(error instanceof HandOverLost)) throw error;
    } finally {
      clearInterval(beat);
    }
  }

  /** A lease that could not be renewed shows in the next thing that is written under it. */
  private async renew(lease: HandOverLease, seconds: number): Promise<void> {
    await this.handOvers.renew(lease, seconds).catch(() => undefined);
  }

  private async letGo(lease: HandOverLease, handOver: HandOver, error: unknown, { giveUp }: HandOverGo): Promise<void> {
    if (error instanceof HandOverLost) throw error;
    const { id, kind, tries, state, tryingSince } = handOver;
    const problem = describe(error);
    const now = this.clock.now();
    const givenUp = now >= addSeconds(tryingSince, this.settings.HAND_OVER_RETRY_DAYS * DAY_SECONDS);
    const next = givenUp ? (moveHandOver(state, 'give-up') ?? state) : state;
    if (givenUp) this.logger.error(`hand-over ${id} by ${kind} is given up as ${next}: ${problem}`);
    if (givenUp && giveUp !== undefined) return giveUp(lease, handOver);
    const asked = error instanceof HandOverProblem ? (error.retryAfterSeconds ?? 0) : 0;
    const wait = Math.min(2 ** Math.min(tries, 20), LONGEST_WAIT_SECONDS) * (0.75 + 0.5 * Math.random());
    await this.handOvers.putOff(
      lease,
      next,
      problem,
      addSeconds(now, Math.max(wait, Math.min(asked, LONGEST_WAIT_SECONDS))),
    );
    if (!givenUp && tries % 10 === 0) this.logger.warn(`hand-over ${id} by ${kind} did not go through: ${problem}`);
    if (!(error instanceof HandOverProblem)) this.logger.error(error, `hand-over ${id} broke`);
  }
}

/** What an operator reads. A fault may quote anything: only its kind is kept, the rest is in the log. */
function describe(error: unknown): string {
  if (error instanceof HandOverProblem) return error.message.slice(0, 300);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? `a fault: ${code.slice(0, 50)}` : 'a fault; the log has it';
}
