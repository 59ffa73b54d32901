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
import type { PreparedTrail } from '../audit-trail/audit-trail.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { isUniqueViolation } from '../database/database-errors.ts';
import type { Statement } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import { CallRates } from '../rates/call-rates.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { Verifier } from '../trust-list/verifier.ts';
import {
  claimedBefore,
  keptCommand,
  recordRefused,
  recordRefusedAlone,
  recordRefusedNoted,
  seenBefore,
} from './command-statements.ts';

/** A command whose sender, form and freshness hold. */
export type VerifiedCommand<P> = VerifiedMessage<P, 'command'>;

type Act<P, A> = (tx: Transaction, command: VerifiedCommand<P>) => Promise<A>;

/** Writes down a refusal, when what the act did is undone: in a transaction of its own, or an entry of the audit trail. */
export type AfterRefusal<P> =
  | { readonly write: (tx: Transaction, command: VerifiedCommand<P>, refusal: Refusal) => Promise<void> }
  | {
      readonly note: (command: VerifiedCommand<P>, refusal: Refusal) => PreparedTrail;
      /** A row of the role's own that is written with the entry. */
      readonly beside?: (command: VerifiedCommand<P>, refusal: Refusal) => Beside | undefined;
    };

interface Beside {
  /** Of `recordRefusedWith`. */
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** Keeps the id of a refused message, and with it what is to be written down of the refusal. */
type Keep<A> = (values: readonly unknown[]) => Promise<Refused<A>[]>;

/** What is kept of a command, beside its sender and its id. */
interface Taken {
  readonly seenUntil: string;
  readonly requestId: string;
  /** Of its type and content. */
  readonly digest: string;
}

/** What came of keeping the id of a refused message. */
interface Refused<A> {
  /** False where it was seen before. */
  readonly fresh: boolean;
  /** Of the command that was taken under its request id; null where none was. */
  readonly digest: string | null;
  readonly body: A | null;
}

const nothingKept: Refused<never> = { fresh: false, digest: null, body: null };

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
   *   RefusedError from it undoes all it did, and the message counts as seen all the same. It is done before it is known
   *   that the message is new: nothing it does may have an effect but through `tx`, and no key of its own may be one
   *   that a retry breaks.
   * @param afterRefusal with what keeps the id of a refused message
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
    if (isRefusal(message)) return this.refuse(envelope, { seenUntil }, new RefusedError(message));
    const digest = sha256Base64url(
      `${definition.typ} ${await digestOfContent(message.claims, nodeCryptography.sha256)}`,
    );
    const { requestId } = message.claims;
    const taken = { seenUntil, requestId, digest };
    try {
      return await this.database.transaction((tx) => this.act(tx, message, taken, act));
    } catch (error) {
      if (isUniqueViolation(error, seenBefore)) throw replayed();
      const reused = isUniqueViolation(error, claimedBefore);
      if (!reused && !(error instanceof RefusedError)) throw error;
      const refused = reused ? new RefusedError(refuse('request-id-reused', requestId)) : (error as RefusedError);
      const keep = afterRefusal && this.keeping<P, A>(message, refused.refusal, afterRefusal);
      return this.refuse<A>(envelope, taken, refused, keep);
    }
  }

  private async act<P, A>(tx: Transaction, command: VerifiedCommand<P>, taken: Taken, act: Act<P, A>): Promise<A> {
    const { iss, jti } = command.claims;
    const answer = await act(tx, command);
    const { seenUntil, requestId, digest } = taken;
    tx.attach(keptCommand, [iss, jti, seenUntil, requestId, digest, this.clock.now(), JSON.stringify(answer ?? null)]);
    return answer;
  }

  /**
   * Keeps the id of a message that is refused, so that it is judged once. A refusal is no outcome: the same request may
   * be made again, in another message, when what stood in its way is gone. And what was taken before is not refused now.
   *
   * @returns the outcome of the same command, where it came before. @throws RefusedError
   */
  private async refuse<A>(
    { claims: { iss, jti } }: VerifiedEnvelope,
    { seenUntil, requestId, digest }: Pick<Taken, 'seenUntil'> & Partial<Taken>,
    refused: RefusedError,
    keep: Keep<A> = (values) => this.database.read(recordRefusedAlone, values),
  ): Promise<A> {
    const kept = await keep([iss, jti, seenUntil, requestId ?? null]);
    const [{ fresh, digest: before, body } = nothingKept] = kept;
    if (!fresh) throw replayed();
    if (before !== null && before === digest) return body as A;
    throw before === null ? refused : new RefusedError(refuse('request-id-reused', requestId));
  }

  private keeping<P, A>(command: VerifiedCommand<P>, refusal: Refusal, after: AfterRefusal<P>): Keep<A> {
    if ('write' in after) {
      return (values) =>
        this.database.transaction(async (tx) => {
          const rows = await tx.query<Refused<A>>(recordRefused, values);
          if (isFirst(rows)) await after.write(tx, command, refusal);
          return rows;
        });
    }
    return async (values) => {
      const noted = after.note(command, refusal);
      const { statement, values: more } = after.beside?.(command, refusal) ?? {
        statement: recordRefusedNoted,
        values: [],
      };
      const rows = await this.database.read<Refused<A>>(statement, [...values, ...noted.values, ...more]);
      if (isFirst(rows)) noted.begin();
      return rows;
    };
  }

  private seenUntil({ claims }: VerifiedEnvelope): string {
    return addSeconds(fromNumericDate(claims.exp ?? claims.iat), this.settings.CLOCK_SKEW_SECONDS + 1);
  }
}

const isFirst = ([row]: readonly Refused<unknown>[]) => row?.fresh === true && row.digest === null;

function replayed(): RefusedError {
  return new RefusedError(refuse('message-replayed'));
}
