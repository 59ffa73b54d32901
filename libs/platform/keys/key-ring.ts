import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { KeyUse } from '#domain';
import { nodeCryptography, type PrivateJwk, type PublicJwk, type Signer } from '#protocol';
import { ensurePrivateFolder, readOrCreatePrivateFile } from './private-file.ts';

/** A public key of this participant, as it goes into its description. */
export interface OwnKey {
  readonly kid: string;
  readonly use: KeyUse;
  readonly jwk: PublicJwk;
}

export interface KeyRingOptions {
  /** KEYS_FOLDER */
  readonly folder: string;
  readonly uses: readonly KeyUse[];
  /** Names of symmetric keys of 32 bytes, e.g. `pseudonym`. */
  readonly secrets?: readonly string[];
}

const SECRET_BYTES = 32;

/** The private keys of one role: made at first start, imported once, never leaving this process. */
export class KeyRing {
  private constructor(
    private readonly signers: ReadonlyMap<KeyUse, Signer>,
    private readonly secrets: ReadonlyMap<string, Uint8Array>,
  ) {}

  /** @throws where a file is open to others or does not hold a key of its kind */
  static async open(options: KeyRingOptions): Promise<KeyRing> {
    await ensurePrivateFolder(options.folder);
    const signers = await Promise.all(options.uses.map(async (use) => [use, await openSigner(options, use)] as const));
    const names = options.secrets ?? [];
    const secrets = await Promise.all(names.map(async (name) => [name, await openSecret(options, name)] as const));
    return new KeyRing(new Map(signers), new Map(secrets));
  }

  signer(use: KeyUse): Signer {
    const signer = this.signers.get(use);
    if (signer === undefined) throw new Error(`this role has no key for ${use}`);
    return signer;
  }

  publicKeys(): OwnKey[] {
    return [...this.signers].map(([use, { kid, publicJwk }]) => ({ kid, use, jwk: publicJwk }));
  }

  /** @returns 32 bytes */
  secret(name: string): Uint8Array {
    const secret = this.secrets.get(name);
    if (secret === undefined) throw new Error(`this role has no secret ${name}`);
    return secret;
  }
}

async function openSigner({ folder }: KeyRingOptions, use: KeyUse): Promise<Signer> {
  const path = join(folder, `${use}.jwk.json`);
  const text = await readOrCreatePrivateFile(path, async () => JSON.stringify(await nodeCryptography.generateKey()));
  try {
    return await nodeCryptography.createSigner(JSON.parse(text) as PrivateJwk);
  } catch {
    // The cause may quote the key.
    throw new Error(`${path} does not hold an ES256 private key as a JWK`);
  }
}

async function openSecret({ folder }: KeyRingOptions, name: string): Promise<Uint8Array> {
  const path = join(folder, `${name}.key`);
  const text = await readOrCreatePrivateFile(path, async () => randomBytes(SECRET_BYTES).toString('base64url'));
  const bytes = Buffer.from(text.trim(), 'base64url');
  if (bytes.length !== SECRET_BYTES) throw new Error(`${path} does not hold ${SECRET_BYTES} bytes in base64url`);
  return bytes;
}
