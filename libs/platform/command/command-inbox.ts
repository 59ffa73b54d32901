import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, fromNumericDate, isRefusal, orRefuse, type Refusal, RefusedError, refuse } from '#domain';
import {
  digestOfContent,
  type MessageDefinition,
  nodeCryptography,
  parsePayload,
  sha256Base64url,
  type VerifiedEnvelope,
  type VerifiedMessage,
  verifyEnvelope,
} from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { CallRates } from '../rates/call-rates.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { Verifier } from '../trust-list/verifier.ts';
import {
  beginAct,
  claimCommand,
  findOutcome,
  recordOutcome,
  recordSeenMessage,
  releaseCommand,
  undoAct,
} from './command-statements.ts';

/** A command whose sender, form and freshness hold. */
export type VerifiedCommand<P> = VerifiedMessage<P, 'command'>;

type Act<P, A> = (tx: Transaction, command: VerifiedCommand<P>) => Promise<A>;

/** Writes down a refusal: what it does stays, where what the act did is undone. */
type AfterRefusal<P> = (tx: Transaction, command: VerifiedCommand<P>, refusal: Refusal) => Promise<void>;

/** What is known of a command before the transaction opens. */
interface OpenedCommand<P> {
  readonly command: VerifiedCommand<P>;
  readonly seenUntil: string;
  readonly digest: string;
}

/** Takes signed commands: verifies, refuses replays, answers a retry with the recorded outcome. */
@Injectable()
export class CommandInbox {
  constructor(
    private readonly database: Database,
    private readonly verifier: Verifier,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'CLOCK_SKEW_SECONDS'>,
    private readonly rates: CallRates,
  ) {}

  /**
   * @param act does what is asked, inside the transaction, which may start anew; its answer must survive JSON. A
   *   RefusedError from it undoes all it did, and the message counts as seen all the same.
   * @param afterRefusal in the same transaction, once all that `act` did is undone
   * @returns what `act` answered, now or when the same request came before
   * @throws RefusedError
   */
  async handle<P, A>(
    raw: string,
    definition: MessageDefinition<P, 'command'>,
    act: Act<P, A>,
    afterRefusal?: AfterRefusal<P>,
  ): Promise<A> {
    // A JSON body arrives parsed: it is no signed message.
    if (typeof raw !== 'string') throw new RefusedError(refuse('media-type-not-supported'));
    const envelope = orRefuse(await verifyEnvelope(definition, raw, this.verifier.context()));
    await this.rates.countParticipant(envelope.issuer);
    const message = parsePayload(definition, envelope);
    const seenUntil = this.seenUntil(envelope);
    if (isRefusal(message)) return this.refuseOnce(envelope, seenUntil, message);
    const digest = sha256Base64url(
      `${definition.typ} ${await digestOfContent(message.claims, nodeCryptography.sha256)}`,
    );
    const opened: OpenedCommand<P> = { command: message, seenUntil, digest };
    const outcome = await this.database.transaction((tx) => this.act(tx, opened, act, afterRefusal));
    if (outcome instanceof RefusedError) throw outcome;
    return outcome.answer;
  }

  /** @returns an answer, or the refusal to tell once this transaction has kept the message's id */
  private async act<P, A>(
    tx: Transaction,
    opened: OpenedCommand<P>,
    act: Act<P, A>,
    afterRefusal?: AfterRefusal<P>,
  ): Promise<{ answer: A } | RefusedError> {
    const { iss, jti, requestId } = opened.command.claims;
    const values = [iss, jti, opened.seenUntil, requestId, opened.digest, this.clock.now()];
    const [claim] = await tx.query<{ fresh: boolean; claimed: boolean }>(claimCommand, values);
    if (!claim?.fresh) throw replayed();
    if (!claim.claimed) return this.recall<A>(tx, opened);
    tx.write(beginAct);
    try {
      const answer = await act(tx, opened.command);
      tx.write(recordOutcome, [iss, requestId, JSON.stringify(answer ?? null)]);
      return { answer };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      tx.write(undoAct);
      tx.write(releaseCommand, [iss, requestId]);
      await afterRefusal?.(tx, opened.command, error.refusal);
      return error;
    }
  }

  private async recall<A>(tx: Transaction, { command, digest }: OpenedCommand<unknown>) {
    const [outcome] = await tx.query<{ digest: string; body: A }>(findOutcome, [
      command.claims.iss,
      command.claims.requestId,
    ]);
    if (outcome?.digest === digest) return { answer: outcome.body };
    return new RefusedError(refuse('request-id-reused', command.claims.requestId));
  }

  /** The replay guard comes before the schema: what does not fit it is told so once. */
  private async refuseOnce({ claims }: VerifiedEnvelope, seenUntil: string, refusal: Refusal): Promise<never> {
    const fresh = await this.database.read(recordSeenMessage, [claims.iss, claims.jti, seenUntil]);
    throw fresh.length === 0 ? replayed() : new RefusedError(refusal);
  }

  private seenUntil({ claims }: VerifiedEnvelope): string {
    return addSeconds(fromNumericDate(claims.exp ?? claims.iat), this.settings.CLOCK_SKEW_SECONDS + 1);
  }
}

function replayed(): RefusedError {
  return new RefusedError(refuse('message-replayed'));
}
