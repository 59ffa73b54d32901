import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, reasonOf, warning } from './finding.ts';

const octal = (mode: number) => (mode & 0o777).toString(8).padStart(4, '0');

/** Private keys, API keys and files of secrets are their owner's alone. */
export async function checkPrivateFiles({ settings, environment }: ExaminedRole): Promise<Finding[]> {
  const { KEYS_FOLDER, API_KEY_FILE } = settings;
  const secretFiles = Object.entries(environment)
    .filter(
      ([name, value]) => /_(URL|TOKEN|SECRET|PASSWORD)_FILE$/.test(name) && !!value && name !== 'TRUST_LIST_URL_FILE',
    )
    .map(([, value]) => String(value));
  const keyFiles = KEYS_FOLDER === undefined ? [] : await filesBelow(KEYS_FOLDER);
  if (keyFiles === undefined) {
    const mend = 'start the role: its first start makes them; or correct KEYS_FOLDER';
    return [warning('keys-missing', `there are no keys in ${KEYS_FOLDER} yet`, mend)];
  }
  const files = [...keyFiles, ...(API_KEY_FILE === undefined ? [] : [API_KEY_FILE]), ...secretFiles];
  const findings = await Promise.all([
    ...(KEYS_FOLDER === undefined ? [] : [checkMode(KEYS_FOLDER, 0o700)]),
    ...files.map((file) => checkMode(file, 0o600)),
  ]);
  const found = findings.filter((finding) => finding !== undefined);
  return found.length > 0 ? found : [good('private-files', 'keys and secrets are readable by their owner alone')];
}

/** @returns nothing where all is well */
export async function checkMode(path: string, wanted: number): Promise<Finding | undefined> {
  const found = await stat(path).catch((error: unknown) => reasonOf(error));
  // What is not there yet is made with the right mode.
  if (found === 'ENOENT') return undefined;
  if (typeof found === 'string') {
    return problem(
      'file-unreadable',
      `${path} cannot be looked at (${found})`,
      'give it to the user who runs the role',
    );
  }
  const uid = process.getuid?.() ?? found.uid;
  if (uid !== 0 && found.uid !== uid) {
    return problem('file-of-another', `${path} belongs to another user`, `chown it to the user who runs the role`);
  }
  if ((found.mode & 0o077) === 0) return undefined;
  return problem(
    'file-open-to-others',
    `${path} is open to others (${octal(found.mode)})`,
    `chmod ${octal(wanted)} ${path}; if others are on this machine, replace what is in it`,
  );
}

async function filesBelow(folder: string): Promise<string[] | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  return entries?.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
