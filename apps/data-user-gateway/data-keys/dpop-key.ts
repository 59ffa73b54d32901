import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ensurePrivateFolder, readOrCreatePrivateFile } from '#platform';
import { nodeCryptography, type PrivateJwk, type Signer } from '#protocol';

/**
 * The key access tokens are bound to (RFC 9449). One for the deployment, in a file beside its other keys: a session
 * survives a restart, and any replica can go on with it.
 */
@Injectable()
export class DpopKey {
  constructor(readonly signer: Signer) {}

  static async open(keysFolder: string): Promise<DpopKey> {
    await ensurePrivateFolder(keysFolder);
    const path = join(keysFolder, 'dpop.jwk.json');
    const text = await readOrCreatePrivateFile(path, async () => JSON.stringify(await nodeCryptography.generateKey()));
    try {
      return new DpopKey(await nodeCryptography.createSigner(JSON.parse(text) as PrivateJwk));
    } catch {
      // The cause may quote the key.
      throw new Error(`${path} does not hold an ES256 private key as a JWK`);
    }
  }

  get jkt(): string {
    return this.signer.kid;
  }
}
