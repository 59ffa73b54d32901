import { type Refusal, refuse, toMilliseconds } from '#domain';
import { uuidv7 } from '../claims/forms.ts';
import type { JsonObject } from '../strict-json/parse-strict-json.ts';
import type { EnvelopeClaims, Expectation, SignedKind, VerificationContext } from './verification.ts';

const defaultSkewSeconds = 60;
/** So far the clock of who made a statement may have been fast: within a day its evidence stands without a witness. */
const furthestAheadSeconds = 86_400;
const longestLifeSeconds: Record<SignedKind, number> = { command: 300, call: 60, statement: 0 };

export function checkAudience(aud: unknown, context: VerificationContext): Refusal | undefined {
  if (context.audience === undefined)
    return context.evidence === undefined ? refuse('audience-not-me', 'no audience to compare with') : undefined;
  const mine = Array.isArray(aud) ? aud.includes(context.audience) : aud === context.audience;
  return mine ? undefined : refuse('audience-not-me');
}

/** The form of `iat`, `exp` and `jti`, which the steps up to the replay guard rely on. */
export function checkTimeForm(payload: JsonObject, kind: SignedKind): Refusal | undefined {
  const { iat, exp, jti } = payload;
  if (!isNumericDate(iat)) return refuse('schema-mismatch', 'iat');
  if (kind === 'statement' ? exp !== undefined : !isNumericDate(exp)) return refuse('schema-mismatch', 'exp');
  return uuidv7.safeParse(jti).success ? undefined : refuse('schema-mismatch', 'jti');
}

function isNumericDate(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function checkTime(claims: EnvelopeClaims, expected: Expectation, context: VerificationContext) {
  const { skewSeconds = defaultSkewSeconds } = context;
  const now = toMilliseconds(context.now) / 1000;
  const { iat, exp } = claims;
  const ahead = isDatedAhead(iat, expected, context) ? furthestAheadSeconds : 0;
  if (iat > now + skewSeconds + ahead) return refuse('message-not-yet-valid');
  if (exp === undefined) return undefined;
  if (exp <= now - skewSeconds || exp <= iat) return refuse('message-expired');
  const longest = expected.maxLifeSeconds ?? longestLifeSeconds[expected.kind];
  return exp - iat > longest ? refuse('message-lives-too-long', `more than ${longest} s`) : undefined;
}

/** A statement that claims a later time than that at which it was witnessed to exist. */
export function isDatedAhead(iat: number, { kind }: Expectation, context: VerificationContext): boolean {
  const { skewSeconds = defaultSkewSeconds, evidence } = context;
  if (kind !== 'statement' || evidence?.witnessedAt === undefined) return false;
  return iat > toMilliseconds(evidence.witnessedAt) / 1000 + skewSeconds;
}
