import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { TrustRoot } from '#protocol';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A JWK set whose keys each name the registry they belong to. */
const trustRoots = z.object({
  keys: z
    .array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: coordinate,
        y: coordinate,
        /** The participant id of the trust registry. */
        operator: z.string().min(1),
      }),
    )
    .min(1),
});

/** @returns undefined where there is no such file (yet). @throws where it holds anything but roots */
export async function readTrustRoots(path: string): Promise<TrustRoot[] | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  return parseTrustRoots(text);
}

/** @throws where the text is no JWK set of trust roots */
export function parseTrustRoots(text: string): TrustRoot[] {
  const { keys } = trustRoots.parse(JSON.parse(text));
  return keys.map(({ operator, kty, crv, x, y }) => ({ operator, jwk: { kty, crv, x, y } }));
}

/** @returns the text of a file for TRUST_ROOTS_FILE */
export function printTrustRoots(roots: readonly TrustRoot[]): string {
  const keys = roots.map(({ operator, jwk }) => ({ ...jwk, use: 'sig', alg: 'ES256', operator }));
  return `${JSON.stringify({ keys }, null, 2)}\n`;
}

/**
 * Writes the file that others pin, where it does not say so yet. Roots of other registries in it stay.
 *
 * @param known all keys the registry has had: the file must hold one of them
 * @throws where it holds other roots: replacing what others trust is for the operator to decide
 */
export async function publishTrustRoots(
  path: string,
  roots: readonly TrustRoot[],
  known: readonly TrustRoot[] = roots,
): Promise<void> {
  const present = await readTrustRoots(path);
  if (present !== undefined && !present.some((root) => known.some((own) => isSame(own, root))))
    throw new Error(`${path} holds other roots than the key of this registry`);
  const others = (present ?? []).filter((root) => !known.some((own) => isSame(own, root)));
  const wanted = [...others, ...roots];
  if (present?.length === wanted.length && wanted.every((root) => present.some((one) => isSame(one, root)))) return;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, printTrustRoots(wanted), { mode: 0o644, flush: true });
  await rename(temporary, path);
}

function isSame(one: TrustRoot, other: TrustRoot): boolean {
  return one.operator === other.operator && one.jwk.x === other.jwk.x && one.jwk.y === other.jwk.y;
}
