import { type ParticipantId, type RefusalCode, RefusedError, refusalCodes, refuse } from '#domain';

/** What a problem answer of a counterpart said (RFC 9457). */
export interface PeerProblem {
  readonly status: number;
  /** As told; empty where the answer was no problem document. */
  readonly code: string;
  readonly detail: string;
  readonly retryAfterSeconds?: number | undefined;
}

/** What a counterpart says of its caller's proof concerns this participant, not whoever asked this participant. */
function passedOn({ code, status }: PeerProblem): RefusalCode {
  const known = Object.hasOwn(refusalCodes, code) && status !== 401 && status !== 400;
  return known ? (code as RefusalCode) : 'peer-refused';
}

/** The counterpart answered no. Left uncaught it reaches our own caller under the same code. */
export class PeerRefusal extends RefusedError {
  readonly status: number;
  readonly code: string;
  readonly detail: string;

  constructor(
    readonly participantId: ParticipantId,
    problem: PeerProblem,
  ) {
    const said = [problem.code, problem.detail].filter((text) => text !== '').join(': ') || `status ${problem.status}`;
    super(refuse(passedOn(problem), `${participantId} says: ${said}`), problem.retryAfterSeconds);
    this.name = 'PeerRefusal';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
  }
}

/** What is known of a call that got no answer to go by. */
export interface Silence {
  /** Of an answer that says no more than that. */
  readonly status?: number;
  readonly retryAfterSeconds?: number | undefined;
  readonly cause?: unknown;
}

/** No answer, an answer cut short, or a fault at the counterpart: trying again may help. */
export class PeerUnavailable extends RefusedError {
  readonly status: number | undefined;

  constructor(
    readonly participantId: ParticipantId,
    reason: string,
    { status, retryAfterSeconds, cause }: Silence = {},
  ) {
    super(refuse('peer-unavailable', `${participantId}: ${reason}`), retryAfterSeconds);
    this.name = 'PeerUnavailable';
    this.status = status;
    this.cause = cause;
  }
}

/** No connection came about, so nothing was sent. */
export class PeerUnreachable extends PeerUnavailable {}
