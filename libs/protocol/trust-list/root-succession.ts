import { z } from 'zod';
import { type Instant, isRefusal, type ParticipantId, toNumericDate } from '#domain';
import { numericDate, participantId } from '../claims/forms.ts';
import type { PublicJwk } from '../key/jwk.ts';
import { publicJwkForm } from '../key/public-jwk-form.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import type { Cryptography, Signer } from '../signature/cryptography.ts';
import { isSignedBy } from '../signature/imported-keys.ts';
import { parseCompactToken } from '../signature/parse-compact-token.ts';
import type { TrustRoot } from './trust-list.ts';

const ROOT_SUCCESSION = 'root-succession+jwt';
const MOST_BYTES = 1024;
/** The most that stand in one list, newest last: who pinned an older root pins anew. */
export const mostSuccessions = 16;

export const rootSuccessions = z.array(z.string().max(MOST_BYTES)).max(mostSuccessions);
const claims = z.strictObject({ iss: participantId, iat: numericDate, jwk: publicJwkForm });

/** An old root names the next: whoever pinned the old one follows, however long they were away. */
export function createRootSuccession(oldRoot: Signer, operator: ParticipantId, jwk: PublicJwk, now: Instant) {
  return oldRoot.sign({ typ: ROOT_SUCCESSION, payload: { iss: operator, iat: toNumericDate(now), jwk } });
}

/** Roots by their kid, each with those it was reached through. */
export type ReachedRoots = ReadonlyMap<string, { readonly root: TrustRoot; readonly path: readonly string[] }>;

/**
 * The roots of one operator: those at hand, and those that they name in turn.
 * @param successions not proven yet; what does not verify leads nowhere
 */
export async function reachRoots(
  roots: readonly TrustRoot[],
  successions: unknown,
  operator: unknown,
  cryptography: Cryptography,
): Promise<ReachedRoots> {
  const reached = new Map<string, { root: TrustRoot; path: string[] }>();
  for (const root of roots) {
    const kid = await thumbprintOf(root.jwk);
    if (root.operator === operator) reached.set(kid, { root, path: [kid] });
  }
  // Each stands after the one that leads to it.
  for (const raw of rootSuccessions.safeParse(successions).data ?? []) {
    const token = parseCompactToken(raw, { typ: ROOT_SUCCESSION, maxBytes: MOST_BYTES });
    if (isRefusal(token)) continue;
    const from = reached.get(token.header.kid ?? '');
    const { data } = claims.safeParse(token.payload);
    if (from === undefined || data?.iss !== from.root.operator) continue;
    if (!(await isSignedBy(from.root.jwk, token, cryptography))) continue;
    const kid = await thumbprintOf(data.jwk);
    if (!reached.has(kid)) reached.set(kid, { root: { operator: data.iss, jwk: data.jwk }, path: [...from.path, kid] });
  }
  return reached;
}
