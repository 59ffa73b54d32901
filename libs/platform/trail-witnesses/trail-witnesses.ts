import { Injectable } from '@nestjs/common';
import { type ParticipantId, type ParticipantRole, toMilliseconds } from '#domain';
import {
  type EventState,
  encodeBase64url,
  nodeSha256,
  type Participant,
  type TrailCheckpoint,
  verifyConsistency,
} from '#protocol';
import { OwnCheckpoints } from '../audit-trail/own-checkpoints.ts';
import { readConsistency } from '../audit-trail/read-tree.ts';
import { type Ask, TrailBroken } from '../audit-trail/trail-broken.ts';
import { bytesOf, type CheckpointRow } from '../audit-trail/trail-check.ts';
import { TrailFaults } from '../audit-trail/trail-faults.ts';
import {
  findNewestCheckpoint,
  findUntoldWitnesses,
  lockTrail,
  nameWitnesses,
  saveTold,
} from '../audit-trail/trail-statements.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { Outbox, type OutgoingEvent } from '../events/outbox.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';

const AT_ONCE = 200;

interface UntoldRow {
  readonly participant: ParticipantId;
  readonly given_size: number;
  readonly given_token: string | null;
}

interface Signed {
  readonly token: string;
  readonly claims: TrailCheckpoint;
}

/** Hands the newest checkpoint to those whom new entries name, and to the registry: they keep it as witnesses. */
@Injectable()
export class TrailWitnesses {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly trustList: TrustListCache,
    private readonly own: OwnCheckpoints,
    private readonly clock: Clock,
    private readonly faults: TrailFaults,
  ) {}

  /** @returns how many were told */
  async handOver(): Promise<number> {
    let told = 0;
    for (;;) {
      const some = await this.database.transaction((tx) => this.tellSome(tx));
      told += some;
      if (some < AT_ONCE) return told;
    }
  }

  /** With what they were told, so that the next proof begins there: the event is saved with it. */
  private async tellSome(tx: Transaction): Promise<number> {
    const ask: Ask = (statement, values) => tx.query(statement, values);
    tx.write(lockTrail);
    const [newest] = await ask<CheckpointRow>(findNewestCheckpoint);
    if (newest === undefined) return 0;
    const list = this.trustList.current();
    // Without it nobody's address is known: they are told once there is one.
    if (list === undefined) return 0;
    tx.write(nameWitnesses, [[list.operator], newest.size]);
    const untold = await ask<UntoldRow>(findUntoldWitnesses, [newest.size, AT_ONCE]);
    const stand: Signed = { token: newest.token, claims: await this.own.verify(newest.token) };
    const events: OutgoingEvent[] = [];
    for (const row of untold) {
      const state = await this.stateFor(tx, row, stand);
      events.push(...this.eventsFor(row.participant, state));
      tx.write(saveTold, [row.participant, newest.size, newest.token]);
    }
    if (events.length > 0) await this.outbox.writeAll(tx, await Promise.all(events.map((one) => this.asBelieved(one))));
    return untold.length;
  }

  /**
   * What a witness is said to have been given and was not is told as a broken trail. It is handed the newest all the same,
   * without a proof: it asks, and finds out by what it really keeps.
   */
  private async stateFor(tx: Transaction, row: UntoldRow, newest: Signed): Promise<EventState<'audit-trail.sealed'>> {
    const { participant, given_size, given_token: token } = row;
    if (token === null && given_size === 0) return { checkpoint: newest.token };
    const proof = token === null ? undefined : await this.proveSince(tx, token, given_size, newest.claims);
    if (token !== null && proof !== undefined)
      return { checkpoint: newest.token, previous: { checkpoint: token, proof: proof.map(encodeBase64url) } };
    this.faults.tellWith(tx, 'broken', `what ${participant} is said to have been given is no checkpoint of this trail`);
    return { checkpoint: newest.token };
  }

  /** @returns undefined where that is no checkpoint of this trail */
  private async proveSince(tx: Transaction, token: string, givenSize: number, { size, root }: TrailCheckpoint) {
    const given = await this.own.verify(token).catch(ignoreBroken);
    if (given === undefined || given.size !== givenSize || given.size > size) return undefined;
    const ask: Ask = (statement, values) => tx.query(statement, values);
    const path = await readConsistency(ask, given.size, size);
    const claim = { from: given.size, to: size, fromRoot: bytesOf(given.root), toRoot: bytesOf(root), path };
    return (await verifyConsistency(claim, nodeSha256)) ? path : undefined;
  }

  /** A witness that hears of it only now does not believe what a compromised key signed. */
  private async asBelieved(event: OutgoingEvent): Promise<OutgoingEvent> {
    const { checkpoint, previous } = event.state as EventState<'audit-trail.sealed'>;
    const believed = async (token: string) => this.own.asBelieved(token);
    const before = previous && { previous: { ...previous, checkpoint: await believed(previous.checkpoint) } };
    return { ...event, state: { checkpoint: await believed(checkpoint), ...before } };
  }

  /** A participant may have several nodes: each keeps its own. One that is not listed (any more) hears nothing. */
  private eventsFor(to: ParticipantId, state: EventState<'audit-trail.sealed'>): OutgoingEvent[] {
    const participant = this.trustList.current()?.findParticipant(to);
    if (participant?.status !== 'active') return [];
    const version = Math.floor(toMilliseconds(this.clock.now()) / 1000);
    return rolesOf(participant).map((role) => ({
      to,
      role,
      type: 'audit-trail.sealed',
      subject: this.own.role,
      version,
      state,
    }));
  }
}

function ignoreBroken(error: unknown): undefined {
  if (!(error instanceof TrailBroken)) throw error;
  return undefined;
}

/** One for each address. */
function rolesOf({ endpoints }: Participant): ParticipantRole[] {
  const byAddress = new Map(Object.entries(endpoints).map(([role, url]) => [url, role as ParticipantRole]));
  return [...byAddress.values()];
}
