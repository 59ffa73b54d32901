import { type Instant, isRefusal, type Refusal } from '#domain';
import { isPublicJwk } from '../key/jwk.ts';
import type { Cryptography } from '../signature/cryptography.ts';
import { parseCompactToken } from '../signature/parse-compact-token.ts';
import { trustListTyp } from './create-trust-list.ts';
import type { TrustList, TrustRoot } from './trust-list.ts';
import { verifyTrustList } from './verify-trust-list.ts';

export interface GivenTrustList {
  readonly list: TrustList;
  /** Kid of the key that signed it. */
  readonly root: string;
}

interface GivenContext {
  readonly now: Instant;
  /** What it must be signed with. Where absent, whoever gave us the list is believed: it must hold the key that signed it. */
  readonly roots?: readonly TrustRoot[] | undefined;
  /** WebCrypto where absent. */
  readonly cryptography?: Cryptography;
}

const form = { typ: trustListTyp, maxBytes: 64 * 1024 * 1024, maxItems: 10_000_000 };

/** A trust list that someone gave us, by itself. @returns refusals of verifyTrustList: it is not believed */
export async function verifyGivenTrustList(raw: string, context: GivenContext): Promise<GivenTrustList | Refusal> {
  const token = parseCompactToken(raw, form);
  if (isRefusal(token)) return token;
  const root = token.header.kid ?? '';
  const list = await verifyTrustList(raw, { ...context, roots: context.roots ?? ownRoots(token.payload, root) });
  return isRefusal(list) ? list : { list, root };
}

/** The key of this kid that the list names, as far as its form goes: verifyTrustList looks into all else. */
function ownRoots(payload: unknown, kid: string): TrustRoot[] {
  const found: TrustRoot[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kid: named, ...jwk } = value as { readonly kid?: unknown };
    if (named === kid && isPublicJwk(jwk)) found.push({ operator: String((payload as { iss?: unknown }).iss), jwk });
    for (const part of Object.values(value)) look(part);
  };
  look(payload);
  return found.slice(0, 1);
}
