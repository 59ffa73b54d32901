import { execFile } from 'node:child_process';
import { chown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What to put before a command so that PostgreSQL does not see itself as root, which it refuses to be. */
export interface UnprivilegedLauncher {
  readonly prefix: readonly string[];
  /** The owner that the data folder must have. */
  readonly uid: number;
}

/** initdb wants a uid that has a name; this one has, on every system. */
const NOBODY = 65534;

/**
 * An ordinary user needs nothing. Root shows another uid from inside a user namespace; where that is forbidden
 * (containers), or where a parent folder is closed to it, PostgreSQL runs as `nobody` with leave to pass folders.
 *
 * @param binary the program that must be reachable
 * @param folder the folder that must be writable
 */
export async function findUnprivilegedLauncher(binary: string, folder: string): Promise<UnprivilegedLauncher> {
  const uid = process.getuid?.() ?? 1000;
  if (uid !== 0) return { prefix: [], uid };
  const candidates: UnprivilegedLauncher[] = [
    { prefix: ['unshare', '--user', `--map-user=${NOBODY}`, '--'], uid: 0 },
    {
      prefix: [
        ...['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
        ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'],
      ],
      uid: NOBODY,
    },
  ];
  for (const candidate of candidates) {
    if (await works(candidate, binary, folder)) return candidate;
  }
  throw new Error(
    'PostgreSQL does not run as root, and root cannot become someone else here: start as another user, or set DATABASE_URL.',
  );
}

async function works({ prefix: [command = '', ...rest] }: UnprivilegedLauncher, binary: string, folder: string) {
  const probe = 'test "$(id -u)" != 0 && test -w "$1" && exec "$2" --version';
  return run(command, [...rest, 'sh', '-c', probe, 'sh', folder, binary]).then(
    () => true,
    () => false,
  );
}

/** Hands a tree to its owner where it is not already. The folder's own owner tells of all that is in it. */
export async function giveFolderTo(uid: number, folder: string): Promise<void> {
  if ((await lstat(folder)).uid === uid) return;
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, -1);
  await chown(folder, uid, -1);
}
