import { fromNumericDate, type Instant, isRefusal, type Refusal, refuse, toMilliseconds } from '#domain';
import { digestOf } from '../digest/sha256.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { describeMismatch } from '../message/describe-mismatch.ts';
import type { Participant } from '../participant/participant.ts';
import type { Cryptography } from '../signature/cryptography.ts';
import { isSignedBy } from '../signature/imported-keys.ts';
import { type CompactToken, parseCompactToken } from '../signature/parse-compact-token.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { longestValiditySeconds, trustListTyp } from './create-trust-list.ts';
import { type TrustListClaims, trustListClaims } from './list-of-trusted-entities.ts';
import { reachRoots } from './root-succession.ts';
import { TrustList, type TrustRoot } from './trust-list.ts';
import { hasRepeats, parseParticipant } from './trusted-entity.ts';

export interface TrustListContext {
  readonly roots: readonly TrustRoot[];
  readonly now: Instant;
  /** 60 where absent. Grants nothing to a list that has expired. */
  readonly skewSeconds?: number;
  /** The newest list relied on so far: an older one, or another of the same number, is refused. */
  readonly last?: { readonly sequence: number; readonly digest: string } | undefined;
  /** Kids of roots known to have retired or been compromised: they sign nothing and name nobody, though still pinned. */
  readonly endedRoots?: readonly string[];
  /** WebCrypto where absent. */
  readonly cryptography?: Cryptography;
}

const form = { typ: trustListTyp, maxBytes: 64 * 1024 * 1024, maxItems: 10_000_000 };

/**
 * @returns refusals, in this order: those of parseCompactToken, `trust-list-not-from-root`, `schema-mismatch` (also a
 * list that contradicts itself), `message-not-yet-valid`, `trust-list-expired`, `message-lives-too-long`,
 * `trust-list-older`, `trust-list-contradictory`
 */
export async function verifyTrustList(raw: string, context: TrustListContext): Promise<TrustList | Refusal> {
  const { cryptography = webCryptography, last } = context;
  const token = parseCompactToken(raw, form);
  if (isRefusal(token)) return token;
  const path = await findRootPath(token, context, cryptography);
  if (path === undefined) return refuse('trust-list-not-from-root');
  const parsed = trustListClaims.safeParse(token.payload);
  if (!parsed.success) return refuse('schema-mismatch', describeMismatch(parsed.error));
  const untimely = checkListTime(parsed.data, context);
  if (untimely !== undefined) return untimely;
  const participants = await parseParticipants(parsed.data);
  if (isRefusal(participants)) return participants;
  // A thief of the old root could have named this one. What a root says against itself is always believed.
  const named = path.slice(0, -1);
  const own = participants.find(({ id }) => id === parsed.data.iss);
  if (own?.keys.some(({ kid, compromisedSince }) => compromisedSince !== undefined && named.includes(kid)))
    return refuse('trust-list-not-from-root', 'reached through a compromised root: pin its successor');
  const { LoTESequenceNumber: sequence, ...scheme } = parsed.data.LoTE.ListAndSchemeInformation;
  const digest = await digestOf(token.signingInput.slice(token.signingInput.indexOf('.') + 1), cryptography.sha256);
  if (last !== undefined && sequence < last.sequence) return refuse('trust-list-older', `number ${sequence}`);
  if (last !== undefined && sequence === last.sequence && digest !== last.digest)
    return refuse('trust-list-contradictory', `number ${sequence}`);
  return new TrustList({
    network: scheme.SchemeName[0]?.value ?? '',
    operator: parsed.data.iss,
    sequence,
    issuedAt: scheme.ListIssueDateTime,
    nextUpdate: scheme.NextUpdate,
    validUntil: fromNumericDate(parsed.data.exp),
    participants,
    digest,
  });
}

/** @returns the roots it was reached through, the one that signed it last; undefined where no root signed it */
async function findRootPath(token: CompactToken, context: TrustListContext, cryptography: Cryptography) {
  const { iss, rootSuccessions } = token.payload;
  const live: TrustRoot[] = [];
  for (const root of context.roots) if (!context.endedRoots?.includes(await thumbprintOf(root.jwk))) live.push(root);
  const reached = (await reachRoots(live, rootSuccessions, iss, cryptography)).get(token.header.kid ?? '');
  if (reached === undefined || context.endedRoots?.includes(token.header.kid ?? '')) return undefined;
  return (await isSignedBy(reached.root.jwk, token, cryptography)) ? reached.path : undefined;
}

function checkListTime(claims: TrustListClaims, context: TrustListContext): Refusal | undefined {
  const { iat, exp } = claims;
  const { ListIssueDateTime, NextUpdate } = claims.LoTE.ListAndSchemeInformation;
  const now = toMilliseconds(context.now) / 1000;
  if (Math.floor(toMilliseconds(ListIssueDateTime) / 1000) !== iat) return refuse('schema-mismatch', 'iat');
  if (NextUpdate <= ListIssueDateTime) return refuse('schema-mismatch', 'NextUpdate');
  if (iat > now + (context.skewSeconds ?? 60)) return refuse('message-not-yet-valid');
  if (exp <= now || exp <= iat) return refuse('trust-list-expired');
  return exp - iat > longestValiditySeconds ? refuse('message-lives-too-long', 'more than 7 days') : undefined;
}

async function parseParticipants(claims: TrustListClaims): Promise<Participant[] | Refusal> {
  const participants: Participant[] = [];
  for (const [at, entity] of claims.LoTE.TrustedEntitiesList.entries()) {
    const participant = parseParticipant(entity);
    if (participant === undefined) return refuse('schema-mismatch', `TrustedEntitiesList.${at} contradicts itself`);
    for (const key of participant.keys)
      if ((await thumbprintOf(key.jwk)) !== key.kid) return refuse('schema-mismatch', `TrustedEntitiesList.${at}: kid`);
    participants.push(participant);
  }
  if (hasRepeats(participants.map(({ id }) => id))) return refuse('schema-mismatch', 'a participant is listed twice');
  // A key shared by two would let each speak for the other.
  const kids = participants.flatMap(({ keys }) => keys.map((key) => key.kid));
  return hasRepeats(kids) ? refuse('schema-mismatch', 'a key is listed twice') : participants;
}
