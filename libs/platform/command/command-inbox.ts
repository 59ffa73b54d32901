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
import { isUniqueViolation } from '../database/database-errors.ts';
import type { Transaction } from '../database/transaction.ts';
import { CallRates } from '../rates/call-rates.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { Verifier } from '../trust-list/verifier.ts';
import {
  claimCommand,
  claimedBefore,
  findOutcome,
  recordOutcome,
  recordRefusedMessage,
  recordSeenMessage,
  seenBefore,
} from './command-statements.ts';

/** A command whose sender, form and freshness hold. */
export type VerifiedCommand<P> = VerifiedMessage<P, 'command'>;

type Act<P, A> = (tx: Transaction, command: VerifiedCommand<P>) => Promise<A>;

/** Writes down a refusal, in a transaction of its own: what the act did is undone. */
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
   *   RefusedError from it undoes all it did, and the message counts as seen all the same. It begins before it is known
   *   that the message is new: nothing it does may have an effect but through `tx`.
   * @param afterRefusal in the transaction that keeps the id of a refused message
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
    if (isRefusal(message)) throw await this.refuseOnce(envelope, seenUntil, new RefusedError(message));
    const digest = sha256Base64url(
      `${definition.typ} ${await digestOfContent(message.claims, nodeCryptography.sha256)}`,
    );
    const opened: OpenedCommand<P> = { command: message, seenUntil, digest };
    try {
      return await this.database.transaction((tx) => this.act(tx, opened, act));
    } catch (error) {
      if (isUniqueViolation(error, seenBefore)) throw replayed();
      if (isUniqueViolation(error, claimedBefore)) return this.recall<A>(envelope, opened);
      if (!(error instanceof RefusedError)) throw error;
      const then = afterRefusal && ((tx: Transaction) => afterRefusal(tx, message, error.refusal));
      throw await this.refuseOnce(envelope, seenUntil, error, then);
    }
  }

  private async act<P, A>(tx: Transaction, opened: OpenedCommand<P>, act: Act<P, A>): Promise<A> {
    const { iss, jti, requestId } = opened.command.claims;
    tx.write(claimCommand, [iss, jti, opened.seenUntil, requestId, opened.digest, this.clock.now()]);
    const answer = await act(tx, opened.command);
    tx.write(recordOutcome, [iss, requestId, JSON.stringify(answer ?? null)]);
    return answer;
  }

  private async recall<A>(envelope: VerifiedEnvelope, { command, seenUntil, digest }: OpenedCommand<unknown>) {
    const { iss, requestId } = command.claims;
    const [outcome] = await this.database.read<{ digest: string; body: A }>(findOutcome, [iss, requestId]);
    const reused = new RefusedError(refuse('request-id-reused', requestId));
    const told = await this.refuseOnce(envelope, seenUntil, reused);
    if (told === reused && outcome?.digest === digest) return outcome.body;
    throw told;
  }

  /**
   * Keeps the id of a message that is refused, so that it is judged once. A refusal is no outcome: the same request may
   * be made again, in another message, when what stood in its way is gone.
   *
   * @returns what to tell
   */
  private async refuseOnce(
    { claims }: VerifiedEnvelope,
    seenUntil: string,
    refused: RefusedError,
    then?: (tx: Transaction) => Promise<void>,
  ): Promise<RefusedError> {
    const values = [claims.iss, claims.jti, seenUntil];
    if (then === undefined) {
      return (await this.database.read(recordRefusedMessage, values)).length > 0 ? refused : replayed();
    }
    return this.database.transaction(async (tx) => {
      if ((await tx.query(recordSeenMessage, values)).length === 0) return replayed();
      await then(tx);
      return refused;
    });
  }

  private seenUntil({ claims }: VerifiedEnvelope): string {
    return addSeconds(fromNumericDate(claims.exp ?? claims.iat), this.settings.CLOCK_SKEW_SECONDS + 1);
  }
}

function replayed(): RefusedError {
  return new RefusedError(refuse('message-replayed'));
}
