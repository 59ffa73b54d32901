import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock, SETTINGS } from '#platform';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { ChangeStore } from './change-store.ts';
import { ChangeStream } from './change-stream.ts';
import { SeenEntries } from './seen-entries.ts';

const everyMs = 1000;
const beatMs = 15_000;
const mostOfOne = 8;
const retrySeconds = 30;

/**
 * Everyone who looks on at this replica. One look into the database serves them all, at most every second and only while
 * somebody looks on; what another replica did is found alike.
 */
@Injectable()
export class ChangeBoard implements OnModuleDestroy {
  private readonly logger = new Logger(ChangeBoard.name);
  private readonly streams = new Set<ChangeStream>();
  private readonly seen = new SeenEntries();
  private readonly beats = setInterval(() => this.beat(), beatMs).unref();
  private looking: NodeJS.Timeout | undefined;
  private hasStopped = false;

  constructor(
    private readonly store: ChangeStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'CHANGE_STREAMS_PER_REPLICA'>,
  ) {}

  /**
   * Changes from now on: a page asks for what there is once the stream is open.
   *
   * @throws RefusedError `too-many-requests` where she has as many open, or all together have
   */
  async open({ principalId, sessionId }: SignedInPrincipal): Promise<ChangeStream> {
    const own = [...this.streams].filter((stream) => stream.principalId === principalId).length;
    if (own >= mostOfOne || this.streams.size >= this.settings.CHANGE_STREAMS_PER_REPLICA || this.hasStopped) {
      throw new RefusedError(refuse('too-many-requests', 'streams of changes'), retrySeconds);
    }
    const stream = new ChangeStream(principalId, sessionId);
    this.streams.add(stream);
    stream.bytes.once('close', () => this.leave(stream));
    await this.learn(principalId).catch((error: unknown) => {
      stream.bytes.destroy();
      throw error;
    });
    this.lookSoon();
    return stream;
  }

  onModuleDestroy(): void {
    this.hasStopped = true;
    clearInterval(this.beats);
    clearTimeout(this.looking);
    for (const stream of this.streams) stream.end();
  }

  /** What there is already is no news; another stream of hers may have learnt it meanwhile. */
  private async learn(principalId: string): Promise<void> {
    if (this.seen.has(principalId)) return;
    const entries = await this.store.newest([principalId]);
    if (!this.seen.has(principalId)) this.seen.compare(entries, [principalId]);
  }

  private lookSoon(): void {
    if (this.looking !== undefined || this.hasStopped || this.streams.size === 0) return;
    this.looking = setTimeout(() => void this.look(), everyMs).unref();
  }

  private async look(): Promise<void> {
    try {
      await this.endClosed();
      await this.tellNews();
    } catch (error) {
      // They go on waiting: the next look finds it all.
      this.logger.warn(`changes could not be looked up: ${error instanceof Error ? error.message : ''}`);
    }
    this.looking = undefined;
    this.lookSoon();
  }

  private async endClosed(): Promise<void> {
    const sessions = [...new Set([...this.streams].map(({ sessionId }) => sessionId))];
    const open = new Set(await this.store.stillOpen(sessions, this.clock.now()));
    for (const stream of this.streams)
      if (sessions.includes(stream.sessionId) && !open.has(stream.sessionId)) stream.end();
  }

  private async tellNews(): Promise<void> {
    const people = [...new Set([...this.streams].map(({ principalId }) => principalId))];
    const changed = this.seen.compare(await this.store.newest(people), people);
    for (const stream of this.streams) stream.tell(changed.get(stream.principalId) ?? []);
  }

  private leave(stream: ChangeStream): void {
    this.streams.delete(stream);
    const others = [...this.streams].some(({ principalId }) => principalId === stream.principalId);
    if (!others) this.seen.forget(stream.principalId);
  }

  private beat(): void {
    for (const stream of this.streams) stream.beat();
  }
}
