import { statSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, type KeyUse, keyUses } from '#domain';
import { nodeCryptography, type PrivateJwk, type PublicJwk, publicJwkOf, type Signer, thumbprintOf } from '#protocol';
import {
  createPrivateFile,
  ensurePrivateFolder,
  readPrivateFile,
  removeFile,
  replacePrivateFile,
} from './private-file.ts';
import { parsePrivateJwk, readOrCreatePrivateJwk } from './private-jwk.ts';
import { type SigningKey, SigningKeyStore } from './signing-key-store.ts';

type EndedState = 'retired' | 'compromised';
interface EndedKey {
  readonly jwk: PublicJwk;
  readonly lastWordsUntil: Instant;
}

/**
 * Keys in a folder of mode 0700, each a file of mode 0600: `<use>.jwk.json` is active, `<use>.next.jwk.json` next,
 * `<use>.<kid>.retired.json` and `….compromised.json` hold public halves. Each act ends with one rename: whoever is
 * killed before it has done nothing that counts.
 */
export class FileSigningKeyStore extends SigningKeyStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** The uses of which the folder has a key. */
  static async usesIn(folder: string): Promise<KeyUse[]> {
    const names = await readdir(folder);
    return keyUses.filter((use) => names.includes(`${use}.jwk.json`));
  }

  async list(use: KeyUse): Promise<SigningKey[]> {
    // The next first: while it becomes active it is seen twice rather than not at all.
    const next = await this.readKey(this.next(use));
    const active = await this.readActive(use);
    const ended = await this.readEnded(use);
    const keys = [await describe(use, 'active', active)];
    if (next !== undefined) keys.push(await describe(use, 'next', next));
    return [...keys, ...ended].filter((key, at, all) => all.findIndex(({ kid }) => kid === key.kid) === at);
  }

  async mark(use: KeyUse): Promise<string> {
    // Asked every second: to wait for a thread, and to make an error of each file that is not there, takes ten times as long.
    const marks = [this.folder, this.active(use), this.next(use)].map((path) => {
      const found = statSync(path, { bigint: true, throwIfNoEntry: false });
      return found === undefined ? 'none' : `${found.ino}.${found.mtimeNs}`;
    });
    return marks.join(' ');
  }

  async signer(use: KeyUse, kid: string): Promise<Signer> {
    for (const path of [this.active(use), this.next(use)]) {
      const key = await this.readKey(path);
      if (key === undefined || (await thumbprintOf(key)) !== kid) continue;
      return nodeCryptography.createSigner(key);
    }
    throw new Error(`there is no active or next key ${kid} for ${use}`);
  }

  async makeNext(use: KeyUse): Promise<SigningKey> {
    await this.readActive(use);
    await createPrivateFile(this.next(use), JSON.stringify(await nodeCryptography.generateKey()));
    const next = (await this.list(use)).find(({ state }) => state === 'next');
    if (next === undefined) throw new Error(`the next key for ${use} vanished while it was made`);
    return next;
  }

  async activate(use: KeyUse, kid: string, lastWordsUntil: Instant): Promise<void> {
    const [active, next] = [await this.readActive(use), await this.readKey(this.next(use))];
    if (next === undefined || (await thumbprintOf(next)) !== kid) return;
    const retired: EndedKey = { jwk: publicJwkOf(active), lastWordsUntil };
    await replacePrivateFile(this.ended(use, await thumbprintOf(active), 'retired'), JSON.stringify(retired));
    // Takes the old private half out of the folder in the same step.
    await rename(this.next(use), this.active(use));
  }

  retire(use: KeyUse, kid: string, now: Instant): Promise<void> {
    return this.end(use, kid, 'retired', now);
  }

  markCompromised(use: KeyUse, kid: string, now: Instant): Promise<void> {
    return this.end(use, kid, 'compromised', now);
  }

  private async end(use: KeyUse, kid: string, state: EndedState, now: Instant): Promise<void> {
    const key = (await this.list(use)).find((each) => each.kid === kid);
    if (key === undefined) throw new Error(`there is no key ${kid} for ${use}`);
    if (key.state === 'active') throw new Error(`${kid} signs at present: rotate first`);
    if (key.state === 'compromised') return;
    const ended: EndedKey = { jwk: key.jwk, lastWordsUntil: now };
    await replacePrivateFile(this.ended(use, kid, state), JSON.stringify(ended));
    if (key.state === 'next') await removeFile(this.next(use));
    if (state === 'compromised') await removeFile(this.ended(use, kid, 'retired'));
  }

  private async readActive(use: KeyUse): Promise<PrivateJwk> {
    await ensurePrivateFolder(this.folder);
    return readOrCreatePrivateJwk(this.active(use));
  }

  private async readKey(path: string): Promise<PrivateJwk | undefined> {
    const text = await readPrivateFile(path);
    return text === undefined ? undefined : parsePrivateJwk(path, text);
  }

  private async readEnded(use: KeyUse): Promise<SigningKey[]> {
    const form = new RegExp(`^${use}\\.([\\w-]{43})\\.(compromised|retired)\\.json$`);
    const keys: SigningKey[] = [];
    // By name: where a key is both for a moment, it is compromised.
    for (const name of (await readdir(this.folder)).toSorted()) {
      const [, kid = '', state] = form.exec(name) ?? [];
      const text = state === undefined ? undefined : await readPrivateFile(join(this.folder, name));
      if (text === undefined) continue;
      const { jwk, lastWordsUntil } = parseEnded(name, text);
      keys.push({ kid, use, jwk: publicJwkOf(jwk), state: state as EndedState, lastWordsUntil });
    }
    return keys;
  }

  private active = (use: KeyUse) => join(this.folder, `${use}.jwk.json`);
  private next = (use: KeyUse) => join(this.folder, `${use}.next.jwk.json`);
  private ended = (use: KeyUse, kid: string, state: EndedState) => join(this.folder, `${use}.${kid}.${state}.json`);
}

async function describe(use: KeyUse, state: 'active' | 'next', key: PrivateJwk): Promise<SigningKey> {
  return { kid: await thumbprintOf(key), use, jwk: publicJwkOf(key), state };
}

/** @throws never quoting what stands there: it may be a key */
function parseEnded(name: string, text: string): EndedKey {
  try {
    return JSON.parse(text) as EndedKey;
  } catch {
    throw new Error(`${name} does not hold a key that has ended`);
  }
}
