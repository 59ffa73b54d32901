import { Injectable } from '@nestjs/common';
import { checkConsent, isEnded, orRefuse, type Refusal, RefusedError, refuse } from '#domain';
import { Clock } from '#platform';
import type { VerifiedAccess } from './access-gate.ts';
import { QuestionOfConsent } from './consent-question.ts';
import type { SessionStanding } from './data-session.ts';
import { DataSessionStore, type HandedPart } from './data-session-store.ts';
import { FreshParts } from './fresh-parts.ts';
import { RefusedReading } from './refused-reading.ts';
import { SessionFiller } from './session-filler.ts';
import { SpoolStore } from './spool-store.ts';

const pollSeconds = 1;

/** A session that may be read now, and the part that was asked for, where it is there. */
export interface EnteredSession {
  readonly session: SessionStanding;
  readonly part?: HandedPart | undefined;
  readonly access: VerifiedAccess;
}

/** Hands out what was sealed. Every call asks anew whether it still may. */
@Injectable()
export class SessionReading {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly spool: SpoolStore,
    private readonly fresh: FreshParts,
    private readonly questions: QuestionOfConsent,
    private readonly filler: SessionFiller,
    private readonly refused: RefusedReading,
    private readonly clock: Clock,
  ) {}

  /**
   * @param n the part that is asked for
   * @throws RefusedError `session-unknown`, alike for a session that is not there and one of somebody else
   */
  async enter(sessionId: string, shown: VerifiedAccess | Refusal, n?: number): Promise<EnteredSession> {
    const access = orRefuse(shown);
    const { manager, dataUser, proof } = callerOf(sessionId, access);
    const held = n === undefined ? undefined : this.fresh.take(sessionId, n);
    const asked = n === undefined ? undefined : { n, held };
    const { fresh, session, consent, unlinkedAccounts, part } = await this.sessions.view(sessionId, proof, asked);
    if (!fresh) throw seenBefore();
    const isTheirs = session?.manager === manager && session.dataUser === dataUser;
    if (!isTheirs || consent === undefined) throw unknown();
    const inactiveParticipants = await this.questions.inactive(manager, dataUser);
    const refusal = checkConsent(this.questions.ask(consent, session, { unlinkedAccounts, inactiveParticipants }));
    if (refusal !== undefined) return this.refused.refuse(refusal, access);
    if (session.waiting) await this.filler.wake(session);
    return { session, part, access };
  }

  /** Hands out this one part and no other. */
  async part({ session, part, access }: EnteredSession, n: number): Promise<HandedPart> {
    if (part !== undefined && (await this.spool.markFetched(session, n))) return part;
    // A part that was there and is not any more is gone: fetched long ago, acknowledged, or the consent ended just now.
    const isGone = part !== undefined || isEnded(session.state) || n < session.parts;
    if (isGone) return this.refused.refuse(refuse('session-ended'), access);
    throw new RefusedError(refuse('part-not-ready'), pollSeconds);
  }

  /** Everything was received: the sealed parts are deleted, however the consent stands by now. */
  async acknowledge(sessionId: string, access: VerifiedAccess | Refusal): Promise<void> {
    const caller = callerOf(sessionId, orRefuse(access));
    const { fresh, state } = await this.sessions.acknowledge({ sessionId, ...caller, at: this.clock.now() });
    if (!fresh) throw seenBefore();
    if (state === undefined) throw unknown();
    if (!isEnded(state)) throw new RefusedError(refuse('manifest-not-ready'), pollSeconds);
  }
}

/** @throws RefusedError where the token is for another session */
function callerOf(sessionId: string, { token, proof }: VerifiedAccess) {
  const { authorization, issuer } = token;
  if (authorization.sessionId !== sessionId) throw unknown();
  return { manager: issuer, dataUser: authorization.dataUser, proof };
}

function seenBefore(): RefusedError {
  return new RefusedError(refuse('proof-of-possession-invalid', 'jti'));
}

function unknown(): RefusedError {
  return new RefusedError(refuse('session-unknown'));
}
