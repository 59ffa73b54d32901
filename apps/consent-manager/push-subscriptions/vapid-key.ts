import { join } from 'node:path';
import { ensurePrivateFolder, readOrCreatePrivateJwk } from '#platform';
import type { PrivateJwk } from '#protocol';

/** The key that shows push services who sends (RFC 8292). Browsers subscribe under it, so it does not rotate. */
export interface VapidKey {
  /** An uncompressed point of P-256, base64url: what a page gives to its browser. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** From `web-push.jwk.json`, made where it is missing. @throws where the file is open to others or holds no such key */
export async function openVapidKey(folder: string): Promise<VapidKey> {
  await ensurePrivateFolder(folder);
  const jwk = await readOrCreatePrivateJwk(join(folder, 'web-push.jwk.json'));
  return { publicKey: uncompressed(jwk), privateKey: jwk.d };
}

function uncompressed({ x, y }: PrivateJwk): string {
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url');
}
