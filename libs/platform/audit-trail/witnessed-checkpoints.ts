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
  findWitnessedAt,
  findWitnessedBefore,
  insertWitnessed,
  listWitnessed,
  lockWitnessed,
} from './witness-statements.ts';

const PAGE = 100;

interface WitnessedRow {
  readonly size: number;
  readonly token: string;
  readonly received_at: string;
  readonly agrees: boolean;
}

interface Kept {
  readonly token: string;
  readonly claims: TrailCheckpoint;
}

/** Keeps where others' audit trails stood, in their own signed words: two that contradict each other are the proof. */
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
    const wrong =
      (await findFlaw(before?.claims, present.claims, previous?.proof ?? [])) ??
      (await this.findGap(tx, before?.claims, present.claims));
    if (before !== undefined) await this.insert(tx, before, undefined);
    await this.insert(tx, present, wrong);
  }

  /** Until the transaction ends nobody else keeps one of this issuer. */
  async lock(tx: Transaction, issuer: ParticipantId): Promise<void> {
    await tx.query(lockWitnessed, [issuer]);
  }

  /** Of a checkpoint that verifies. @throws RefusedError as verifyTrailCheckpoint */
  async sizeOf(token: string, context: VerificationContext): Promise<number> {
    return orRefuse(await verifyTrailCheckpoint(token, witnessedNow(context))).size;
  }

  /** The newest first, a page of them. @param before only those of fewer entries */
  async list(issuer: ParticipantId, role: string, before = Number.MAX_SAFE_INTEGER) {
    const rows = await this.database.read<WitnessedRow>(listWitnessed, [issuer, role, before, PAGE + 1]);
    const checkpoints = rows
      .slice(0, PAGE)
      .map(({ size, token, received_at, agrees }) => ({ size, token, receivedAt: received_at, agrees }));
    return { checkpoints, more: rows.length > PAGE };
  }

  private async insert(tx: Transaction, { token, claims }: Kept, flaw: string | undefined): Promise<void> {
    const { iss, role, size, root, head } = claims;
    const there = await tx.query<Pick<TrailCheckpoint, 'root' | 'head'>>(findWitnessedAt, [iss, role, size]);
    const isOther = there.some((kept) => kept.root !== root || kept.head !== head);
    const wrong = isOther ? 'there is another of this size' : flaw;
    tx.write(insertWitnessed, [iss, role, size, root, head, token, this.clock.now(), wrong === undefined]);
    if (wrong !== undefined)
      this.faults.tellWith(tx, 'contradiction', `${iss} as ${role}, checkpoint of ${size}: ${wrong}`);
  }

  /** Each checkpoint comes with a proof from the one handed over before it: that one is kept here, or comes late. */
  private async findGap(tx: Transaction, before: TrailCheckpoint | undefined, present: TrailCheckpoint) {
    const { iss, role, size } = present;
    const [kept] = await tx.query<{ size: number }>(findWitnessedBefore, [iss, role, size]);
    if (kept === undefined || (before !== undefined && before.size >= kept.size)) return undefined;
    return `it was not proven to extend that of ${kept.size}`;
  }
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
