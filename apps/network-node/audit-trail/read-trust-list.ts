import { readFile } from 'node:fs/promises';
import { type Instant, isRefusal, type Refusal } from '#domain';
import { readTrustRoots } from '#platform';
import {
  isPublicJwk,
  nodeCryptography,
  parseCompactToken,
  type TrustList,
  type TrustRoot,
  trustListTyp,
  verifyTrustList,
} from '#protocol';
import { CommandFailure } from '../terminal/command-failure.ts';

export interface ReadTrustList {
  readonly list: TrustList;
  /** Whether a roots file vouches for it; else whoever gave us the file does. */
  readonly pinned: boolean;
  /** Kid of the key that signed it. */
  readonly root: string;
}

const form = { typ: trustListTyp, maxBytes: 64 * 1024 * 1024, maxItems: 10_000_000 };

/**
 * A trust list in a file. Without roots the file itself is what is trusted: it must hold the key that signed it.
 *
 * @returns refusals of verifyTrustList: it is not believed
 */
export async function readTrustList(
  path: string,
  roots: string | undefined,
  now: Instant,
): Promise<ReadTrustList | Refusal> {
  const raw = await readToken(path);
  const token = parseCompactToken(raw, form);
  if (isRefusal(token)) return token;
  const root = token.header.kid ?? '';
  const trusted = roots === undefined ? ownRoots(token.payload, root) : await readTrustRoots(roots);
  if (trusted === undefined) throw new CommandFailure('not-found', `there is no ${roots}`);
  const list = await verifyTrustList(raw, { roots: trusted, now, cryptography: nodeCryptography });
  return isRefusal(list) ? list : { list, pinned: roots !== undefined, root };
}

/** @throws CommandFailure `not-found` */
export async function readToken(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    throw new CommandFailure('not-found', `${path} cannot be read`);
  }
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
