import { RefusedError, refusalCodes, toInstant } from '#domain';
import { OperatorDesk } from '#platform';
import type { Here } from '../demo/here.ts';
import { findRolePlace, type RolePlace } from '../role-place/role-place.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

export interface OperatorsOptions {
  readonly role?: string;
  readonly json?: boolean;
}

/** The desk of one role, and where its pages are; the address is undefined where nobody has said it. */
export interface OperatorsPlace {
  readonly name: string;
  readonly page: string | undefined;
}

/** @throws CommandFailure where there is no such role, it was never started, or what is asked is refused */
export async function withOperatorDesk<T>(
  here: Here,
  environment: Readonly<Record<string, string | undefined>>,
  { role: wanted }: OperatorsOptions,
  work: (desk: OperatorDesk, place: OperatorsPlace) => Promise<T>,
): Promise<T> {
  const place = await findRolePlace(here, environment, { wanted, isMeant: () => true, words: 'has operators' });
  const { url, schema, settings } = place;
  const keysFolder = place.isDemo ? here.keysFolderOf(place.name) : settings.KEYS_FOLDER;
  if (keysFolder === undefined) throw new CommandFailure('usage', `${place.name}: KEYS_FOLDER is not set`);
  const keepsTrail = settings.AUDIT_TRAIL ?? true;
  const desk = await OperatorDesk.at({ url, schema, keysFolder, keepsTrail }, () => toInstant(Date.now()));
  try {
    return await work(desk, { name: place.name, page: pageOf(place, here) });
  } catch (error) {
    throw failureOf(error, place);
  } finally {
    await desk.close();
  }
}

/** Passkeys are bound to a name: on this machine to `localhost`. */
function pageOf({ name, isDemo, settings }: RolePlace, here: Here): string | undefined {
  const address = isDemo ? here.addressOf(undefined, name) : settings.PUBLIC_URL;
  return address?.replace(/\/+$/, '').replace('//127.0.0.1', '//localhost');
}

function failureOf(error: unknown, { name, schema }: RolePlace): unknown {
  if (error instanceof RefusedError) {
    const [, title, next] = refusalCodes[error.refusal.code];
    return new CommandFailure('not-allowed', `${title}. ${next}`);
  }
  const { code } = error as { code?: string };
  if (code === '42P01')
    return new CommandFailure('not-found', `the schema ${schema} has no operators yet: start ${name}`);
  return error;
}
