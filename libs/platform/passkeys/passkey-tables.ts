import type { ListedClass } from '../database/schema.ts';
import { PasskeyCeremonyRow, PasskeyRow } from './passkey.entities.ts';
import { Passkeys1764800000000 } from './passkeys.migration.ts';

/** The tables PasskeysModule needs. */
export const passkeyEntities: ListedClass[] = [PasskeyRow, PasskeyCeremonyRow];
export const passkeyMigrations: ListedClass[] = [Passkeys1764800000000];
