import { Injectable } from '@nestjs/common';
import { orRefuse, type ParticipantId, RefusedError, refuse } from '#domain';
import {
  type EventState,
  nodeSha256,
  type TrailCheckpoint,
  type VerificationContext,
  verifyConsistency,
  verifyTrailCheckpoint,
} from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { bytesOf } from './trail-check.ts';
import { TrailFaults } from './trail-faults.ts';
import {
  findLinkedHead,
  findWitnessedAt,
  insertWitnessed,
  listDoubtful,
  listLinked,
  lockWitnessed,
} from './witness-statements.ts';
import { followLinks } from './witnessed-links.ts';

const PAGE = 100;
/** Of each kind: a history that was made anew goes on for long, and must not hide what was witnessed before. */
const MOST_DOUBTFUL = 20;

interface WitnessedRow {
  readonly size: number;
  readonly token: string;
  readonly received_at: string;
  readonly agrees: boolean;
  readonly linked: boolean;
}

/** Where a trail stood, as it is kept here. */
export interface WitnessedStand extends Pick<TrailCheckpoint, 'size' | 'root' | 'head'> {
  readonly token: string;
}

interface Kept {
  readonly token: string;
  readonly claims: TrailCheckpoint;
}

/**
 * Keeps where others' audit trails stood, in their own signed words: two that contradict each other are the proof. One that
 * is not proven to be of one trail with what was kept before is kept unlinked, until CheckpointLinks has asked.
 */
@Injectable()
export class WitnessedCheckpoints {
  constructor(
    private readonly database: Database,
    private readonly faults: TrailFaults,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps it, whether it agrees with what was kept before or not. Twice, late and out of order it comes to the same.
   *
   * @param context with the trust list
   * @throws RefusedError as verifyTrailCheckpoint, `event-not-yours` where it is another's
   */
  async keep(
    tx: Transaction,
    issuer: ParticipantId,
    { checkpoint, previous }: EventState<'audit-trail.sealed'>,
    context: VerificationContext,
  ): Promise<void> {
    const verify = async (token: string): Promise<Kept> => {
      const claims = orRefuse(await verifyTrailCheckpoint(token, witnessedNow(context)));
      if (claims.iss !== issuer) throw new RefusedError(refuse('event-not-yours', 'a checkpoint of someone else'));
      return { token, claims };
    };
    const present = await verify(checkpoint);
    const before = previous === undefined ? undefined : await verify(previous.checkpoint);
    if (before !== undefined && before.claims.role !== present.claims.role)
      throw new RefusedError(refuse('schema-mismatch', 'previous'));
    tx.write(lockWitnessed, [issuer]);
    const { role } = present.claims;
    const [newest] = await tx.query<WitnessedStand>(findLinkedHead, [issuer, role]);
    const flaw =
      (await findFlaw(before?.claims, present.claims, previous?.proof ?? [])) ??
      findStepBack(newest, before?.claims, present.claims);
    if (before !== undefined) await this.insert(tx, before, { isLinked: newest === undefined });
    await this.insert(tx, present, {
      isLinked: extendsNewest(newest, before?.claims, present.claims),
      extendsRoot: before?.claims.root,
      flaw,
    });
    await followLinks(tx, issuer, role);
  }

  /** Until the transaction ends nobody else keeps one of this issuer. */
  async lock(tx: Transaction, issuer: ParticipantId): Promise<void> {
    await tx.query(lockWitnessed, [issuer]);
  }

  /** Of a checkpoint that verifies. @throws RefusedError as verifyTrailCheckpoint */
  async sizeOf(token: string, context: VerificationContext): Promise<number> {
    return orRefuse(await verifyTrailCheckpoint(token, witnessedNow(context))).size;
  }

  /** The newest that is proven to be of one trail with all that are. */
  async findNewest(issuer: ParticipantId, role: string, tx?: Transaction): Promise<WitnessedStand | undefined> {
    const [newest] = await this.database.read<WitnessedStand>(findLinkedHead, [issuer, role], tx);
    return newest;
  }

  /**
   * The newest first, a page of them; before them all, on the first, some that contradict them or are not linked yet.
   *
   * @param before only those of fewer entries
   */
  async list(issuer: ParticipantId, role: string, before?: number) {
    const doubtful =
      before === undefined ? await this.database.read<WitnessedRow>(listDoubtful, [issuer, role, MOST_DOUBTFUL]) : [];
    const most = PAGE - doubtful.length;
    const values = [issuer, role, before ?? Number.MAX_SAFE_INTEGER, most + 1];
    const linked = await this.database.read<WitnessedRow>(listLinked, values);
    const checkpoints = [...doubtful, ...linked.slice(0, most)].map(({ received_at, ...row }) => ({
      ...row,
      receivedAt: received_at,
    }));
    return { checkpoints, more: linked.length > most };
  }

  private async insert(tx: Transaction, { token, claims }: Kept, link: Link): Promise<void> {
    const { iss, role, size, root, head } = claims;
    const there = await tx.query<Pick<TrailCheckpoint, 'root' | 'head'>>(findWitnessedAt, [iss, role, size]);
    const isOther = there.some((kept) => kept.root !== root || kept.head !== head);
    const wrong = isOther ? 'there is another of this size' : link.flaw;
    const agrees = wrong === undefined;
    const extendsRoot = (agrees ? link.extendsRoot : undefined) ?? null;
    const values = [iss, role, size, root, head, token, this.clock.now(), agrees, agrees && link.isLinked, extendsRoot];
    tx.write(insertWitnessed, values);
    if (!agrees) this.faults.tellWith(tx, 'contradiction', `${iss} as ${role}, checkpoint of ${size}: ${wrong}`);
  }
}

interface Link {
  readonly isLinked: boolean;
  readonly extendsRoot?: string | undefined;
  readonly flaw?: string | undefined;
}

/** Who hands over begins with what it handed over last: only one that was rolled back begins before what it had said. */
function findStepBack(
  newest: WitnessedStand | undefined,
  before: TrailCheckpoint | undefined,
  present: TrailCheckpoint,
): string | undefined {
  if (newest === undefined || before === undefined) return undefined;
  const isOver = before.size < newest.size && newest.size < present.size;
  return isOver ? `it was not proven to extend that of ${newest.size}` : undefined;
}

/** The first that is heard of a trail is believed: there is nothing to hold against it. */
function extendsNewest(
  newest: WitnessedStand | undefined,
  before: TrailCheckpoint | undefined,
  present: TrailCheckpoint,
): boolean {
  if (newest === undefined) return true;
  return before?.size === newest.size && before.root === newest.root && present.size > newest.size;
}

/** Where a trail stood is told by who says it: a clock that was fast as it was signed takes nothing from it. */
const witnessedNow = (context: VerificationContext): VerificationContext => ({
  ...context,
  evidence: { witnessedAt: context.now },
});

async function findFlaw(
  before: TrailCheckpoint | undefined,
  present: TrailCheckpoint,
  proof: readonly string[],
): Promise<string | undefined> {
  if (before === undefined) return undefined;
  const claim = {
    from: before.size,
    to: present.size,
    fromRoot: bytesOf(before.root),
    toRoot: bytesOf(present.root),
    path: proof.map(bytesOf),
  };
  return (await verifyConsistency(claim, nodeSha256)) ? undefined : `it does not extend that of ${before.size}`;
}
