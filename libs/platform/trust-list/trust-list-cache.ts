import type { ParticipantId } from '#domain';
import type { ListedKey, Participant, ParticipantDirectory, TrustList } from '#protocol';

/** FRESH: as new as expected. STALE: a newer one is due. EXPIRED: not relied on any more. UNKNOWN: there is none yet. */
export type TrustListState = 'FRESH' | 'STALE' | 'EXPIRED' | 'UNKNOWN';

/** The list of who is in the network, as this role knows it: kept on disk, refreshed in the background. */
export abstract class TrustListCache implements ParticipantDirectory {
  /** The list to rely on now; undefined where there is none or it has expired. */
  abstract current(): TrustList | undefined;
  abstract state(): TrustListState;
  /** An unknown one causes a refresh, which is awaited briefly. @throws RefusedError `trust-list-unavailable` */
  abstract findParticipant(id: ParticipantId): Promise<Participant | undefined>;
  abstract findKey(issuer: ParticipantId, kid: string): Promise<ListedKey | undefined>;
}
