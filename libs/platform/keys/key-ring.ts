import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Instant, KeyUse } from '#domain';
import type { PublicJwk, Signer } from '#protocol';
import { FileSigningKeyStore } from './file-signing-key-store.ts';
import { ensurePrivateFolder, readOrCreatePrivateFile } from './private-file.ts';
import type { SigningKey, SigningKeyStore } from './signing-key-store.ts';

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
  /** Where the signing keys are; files in the folder where absent. */
  readonly store?: SigningKeyStore;
}

interface Ring {
  readonly mark: string;
  readonly keys: readonly SigningKey[];
  readonly signer: Signer;
}

const SECRET_BYTES = 32;
const LOOK_MS = 1000;

/** The keys of one role, as they are now: another replica or the command line may rotate them at any time. */
export class KeyRing implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(KeyRing.name);
  private readonly rings = new Map<KeyUse, Ring>();
  private timer: NodeJS.Timeout | undefined;
  private complaint = '';

  private constructor(
    readonly store: SigningKeyStore,
    private readonly secrets: ReadonlyMap<string, KeyObject>,
  ) {}

  /** @throws where a file is open to others or does not hold a key of its kind */
  static async open(options: KeyRingOptions): Promise<KeyRing> {
    await ensurePrivateFolder(options.folder);
    const names = options.secrets ?? [];
    const secrets = await Promise.all(names.map(async (name) => [name, await openSecret(options, name)] as const));
    const ring = new KeyRing(options.store ?? new FileSigningKeyStore(options.folder), new Map(secrets));
    for (const use of options.uses) await ring.load(use);
    return ring;
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Signs with the key of this use that is active now: ask again for each message. */
  signer(use: KeyUse): Signer {
    return this.ringOf(use).signer;
  }

  /** The keys that sign now. */
  publicKeys(): OwnKey[] {
    return this.keys()
      .filter(({ state }) => state === 'active')
      .map(({ kid, use, jwk }) => ({ kid, use, jwk }));
  }

  /** What others verify with: the keys that sign now, those that will, those whose last words are on their way. */
  describedKeys(now: Instant): OwnKey[] {
    return this.keys()
      .filter(({ state, lastWordsUntil = now }) => isLive(state) || (state === 'retired' && lastWordsUntil > now))
      .map(({ kid, use, jwk }) => ({ kid, use, jwk }));
  }

  /** All there are, also those that ended. */
  keys(): SigningKey[] {
    return [...this.rings.values()].flatMap(({ keys }) => keys);
  }

  /** Sees at once what changed in the store; it is looked into every second anyway. */
  async refresh(): Promise<void> {
    for (const [use, { mark }] of this.rings) if ((await this.store.mark(use)) !== mark) await this.load(use);
  }

  /** Of 32 bytes, imported once: node:crypto takes longer to import one than to use it. */
  secret(name: string): KeyObject {
    const secret = this.secrets.get(name);
    if (secret === undefined) throw new Error(`this role has no secret ${name}`);
    return secret;
  }

  /** Each key is imported once: the one that goes on signing keeps its signer. */
  private async load(use: KeyUse): Promise<void> {
    const mark = await this.store.mark(use);
    const keys = await this.store.list(use);
    const kid = keys.find(({ state }) => state === 'active')?.kid ?? '';
    const present = this.rings.get(use)?.signer;
    const signer = present?.kid === kid ? present : await this.store.signer(use, kid);
    this.rings.set(use, { mark, keys, signer });
  }

  /** What cannot be read is used as it was: keys in memory are good until they are replaced. */
  private async look(): Promise<void> {
    try {
      await this.refresh();
      this.complaint = '';
    } catch (error) {
      const complaint = error instanceof Error ? error.message : String(error);
      if (complaint !== this.complaint) this.logger.error(`the keys were not read: ${complaint}`);
      this.complaint = complaint;
    }
  }

  private ringOf(use: KeyUse): Ring {
    const ring = this.rings.get(use);
    if (ring === undefined) throw new Error(`this role has no key for ${use}`);
    return ring;
  }
}

const isLive = (state: SigningKey['state']) => state === 'active' || state === 'next';

async function openSecret({ folder }: KeyRingOptions, name: string): Promise<KeyObject> {
  const path = join(folder, `${name}.key`);
  const text = await readOrCreatePrivateFile(path, async () => randomBytes(SECRET_BYTES).toString('base64url'));
  const bytes = Buffer.from(text.trim(), 'base64url');
  if (bytes.length !== SECRET_BYTES) throw new Error(`${path} does not hold ${SECRET_BYTES} bytes in base64url`);
  return createSecretKey(bytes);
}
