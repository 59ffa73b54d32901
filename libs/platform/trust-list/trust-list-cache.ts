import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { isRefusal, type ParticipantId, RefusedError, refuse } from '#domain';
import {
  type ListedKey,
  nodeCryptography,
  type Participant,
  type ParticipantDirectory,
  type TrustList,
  verifyTrustList,
} from '#protocol';
import { Clock } from '../clock/clock.ts';
import { readPrivateFile, replacePrivateFile } from '../keys/private-file.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListSource } from './download-trust-list.ts';
import { RefreshPace } from './refresh-pace.ts';
import { readTrustRoots } from './trust-roots.ts';

/** FRESH: as new as expected. STALE: a newer one is due. EXPIRED: not relied on any more. UNKNOWN: there is none yet. */
export type TrustListState = 'FRESH' | 'STALE' | 'EXPIRED' | 'UNKNOWN';

type TrustListSettings = Pick<
  RoleSettings,
  | 'PARTICIPANT_ID'
  | 'CLOCK_SKEW_SECONDS'
  | 'TRUST_LIST_URL'
  | 'TRUST_ROOTS_FILE'
  | 'TRUST_LIST_CACHE_FILE'
  | 'TRUST_LIST_REFRESH_SECONDS'
  | 'NETWORK_IS_LOCAL'
>;

/** The list of who is in the network, as this role knows it: kept on disk, refreshed in the background. */
@Injectable()
export class TrustListCache implements ParticipantDirectory, OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(TrustListCache.name);
  private readonly source: TrustListSource | undefined;
  private readonly pace: RefreshPace;
  private list: TrustList | undefined;
  private token: string | undefined;
  private etag: string | undefined;
  private complaint = '';
  private readonly followers: Array<(list: TrustList) => void> = [];

  constructor(
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: TrustListSettings,
  ) {
    const url = settings.TRUST_LIST_URL;
    this.source = url === undefined ? undefined : new TrustListSource(url, settings.NETWORK_IS_LOCAL);
    this.pace = new RefreshPace(settings.TRUST_LIST_REFRESH_SECONDS, () => this.fetchList());
  }

  async onModuleInit(): Promise<void> {
    await this.loadKept().catch((error: unknown) => this.complain(error));
    if (this.source !== undefined) this.pace.start();
    else this.logger.warn('TRUST_LIST_URL is not set: only a list kept on disk is relied on');
  }

  async onApplicationShutdown(): Promise<void> {
    this.pace.stop();
    await this.source?.close();
  }

  /** The list to rely on now; undefined where there is none or it has expired. */
  current(): TrustList | undefined {
    return this.list !== undefined && this.clock.now() < this.list.validUntil ? this.list : undefined;
  }

  /** Also one that is not relied on any more. */
  newest(): TrustList | undefined {
    return this.list;
  }

  /** The list to rely on now as it was signed, for those who verify it themselves; undefined as `current`. */
  signed(): string | undefined {
    return this.current() === undefined ? undefined : this.token;
  }

  state(): TrustListState {
    if (this.list === undefined) return 'UNKNOWN';
    if (this.current() === undefined) return 'EXPIRED';
    return this.clock.now() < this.list.nextUpdate ? 'FRESH' : 'STALE';
  }

  /** Whether this participant is in the list itself. */
  isListed(): boolean {
    return this.current()?.findParticipant(this.settings.PARTICIPANT_ID)?.status === 'active';
  }

  /** An unknown one causes a refresh, which is awaited briefly. @throws RefusedError `trust-list-unavailable` */
  async findParticipant(id: ParticipantId): Promise<Participant | undefined> {
    return this.find((list) => list.findParticipant(id));
  }

  /** As `findParticipant`. */
  async findKey(issuer: ParticipantId, kid: string): Promise<ListedKey | undefined> {
    return this.find((list) => list.findKey(issuer, kid));
  }

  /** Fetches the list now, or joins the fetch under way; a failure is logged. */
  async refresh(): Promise<void> {
    if (this.source !== undefined) await this.pace.now();
  }

  /** Something met does not fit the list: a fetch within 2 s, which is awaited briefly. */
  async refreshSoon(): Promise<void> {
    if (this.source !== undefined) await this.pace.soon();
  }

  /** Tells of each new list. */
  whenChanged(follow: (list: TrustList) => void): void {
    this.followers.push(follow);
  }

  private async find<T>(look: (list: TrustList) => T | undefined): Promise<T | undefined> {
    const list = this.current();
    const found = list === undefined ? undefined : look(list);
    if (found !== undefined) return found;
    await this.refreshSoon();
    const newer = this.current();
    if (newer === undefined) throw new RefusedError(refuse('trust-list-unavailable'), 2);
    return look(newer);
  }

  /** @returns whether all is as it should be: then the next fetch can wait its usual time */
  private async fetchList(): Promise<boolean> {
    try {
      const downloaded = await this.source?.download(this.etag);
      if (downloaded !== undefined) {
        const list = await this.accept(downloaded.token);
        if (list !== undefined) this.etag = downloaded.etag;
        await this.keep(list === undefined ? undefined : downloaded.token);
      }
    } catch (error) {
      this.complain(error);
    }
    return this.isListed();
  }

  private async loadKept(): Promise<void> {
    const path = this.settings.TRUST_LIST_CACHE_FILE;
    const kept = path === undefined ? undefined : await readPrivateFile(path);
    if (kept !== undefined) await this.accept(kept);
  }

  /** Verified anew wherever it comes from; an older or unverifiable one never replaces what is here. */
  private async accept(token: string): Promise<TrustList | undefined> {
    const path = this.settings.TRUST_ROOTS_FILE;
    const roots = path === undefined ? undefined : await readTrustRoots(path);
    if (roots === undefined)
      throw new Error(`TRUST_ROOTS_FILE ${path === undefined ? 'is not set' : 'is not there yet'}`);
    const now = this.clock.now();
    // The registry's own entry names its next root: an old one signs the new.
    const list = await verifyTrustList(token, {
      roots: [...roots, ...(this.current()?.roots(now) ?? [])],
      now,
      skewSeconds: this.settings.CLOCK_SKEW_SECONDS,
      last: this.list,
      endedRoots: this.list?.endedRoots(now) ?? [],
      cryptography: nodeCryptography,
    });
    if (isRefusal(list)) throw new Error(`${list.code} ${list.detail}`);
    if (list.digest === this.list?.digest) return undefined;
    this.list = list;
    this.token = token;
    this.complaint = '';
    this.logger.log(`trust list ${list.sequence}, valid until ${list.validUntil}`);
    for (const follow of this.followers) follow(list);
    return list;
  }

  private async keep(token: string | undefined): Promise<void> {
    const path = this.settings.TRUST_LIST_CACHE_FILE;
    if (path === undefined || token === undefined) return;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await replacePrivateFile(path, token);
  }

  /** Once per cause: a registry that is away for an hour need not fill the log. */
  private complain(error: unknown): void {
    const complaint = error instanceof Error ? error.message : String(error);
    if (complaint === this.complaint) return;
    this.complaint = complaint;
    this.logger.warn(`the trust list was not taken: ${complaint}`);
  }
}
