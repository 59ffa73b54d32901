import { existsSync } from 'node:fs';
import { FileSigningKeyStore, type SigningKey } from '#platform';
import type { Here } from '../demo/here.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

export interface PlaceOptions {
  readonly keysFolder?: string;
  readonly role?: string;
  readonly registry?: string;
  readonly operatorKeyFile?: string;
}

/** Whose keys are meant, and who is told of them; addresses are absent where nobody named them. */
export interface KeyPlace {
  readonly folder: string;
  readonly role: string | undefined;
  readonly registry: string | undefined;
  readonly operatorKeyFile: string | undefined;
}

const plain = (url: string | undefined) => url?.replace(/\/+$/, '');

/** @param member of the demo network, where no folder is named */
export function findKeyPlace(here: Here, member: string | undefined, options: PlaceOptions): KeyPlace {
  const { keysFolder, operatorKeyFile } = options;
  const [role, registry] = [plain(options.role), plain(options.registry)];
  if (keysFolder !== undefined) {
    if (!existsSync(keysFolder)) throw new CommandFailure('not-found', `there is no folder ${keysFolder}`);
    return { folder: keysFolder, role, registry, operatorKeyFile };
  }
  if (member === undefined) {
    throw new CommandFailure('usage', 'whose keys? Name a member of the demo network, or --keys-folder');
  }
  return {
    folder: here.keysFolderOf(member),
    role: role ?? here.addressOf(undefined, member),
    registry: registry ?? here.addressOf(undefined, 'registry'),
    operatorKeyFile: here.apiKeyFile(operatorKeyFile, 'registry'),
  };
}

/** Every signing key in the folder. @param use only those */
export async function listKeys({ folder }: KeyPlace, use?: string): Promise<SigningKey[]> {
  const uses = (await FileSigningKeyStore.usesIn(folder)).filter((each) => use === undefined || each === use);
  if (uses.length === 0) throw new CommandFailure('not-found', `there is no key ${use ?? ''} in ${folder}`);
  const store = new FileSigningKeyStore(folder);
  return (await Promise.all(uses.map((each) => store.list(each)))).flat();
}

/** What a key goes by on the command line: the end of its id. */
export const shortKid = (kid: string): string => kid.slice(-8).replace(/^-+/, '');
