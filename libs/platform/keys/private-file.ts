import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}

function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}

/** Makes the folder (0700) where it is missing. @throws where others may enter it. */
export async function ensurePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode } = await stat(folder);
  if ((mode & 0o077) !== 0) throw new Error(`${folder} is open to others (${octal(mode)}): set it to 0700`);
}

/** @returns undefined where there is no such file. @throws where anyone but the owner may read or write it. */
export async function readPrivateFile(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const { mode } = await file.stat();
    if ((mode & 0o077) !== 0) throw new Error(`${path} is open to others (${octal(mode)}): set it to 0600`);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function writeBeside(path: string, text: string): Promise<string> {
  const temporary = `${path}.${process.pid}.${randomUUID()}.tmp`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

/** A name is only durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whole or not at all, and never over another's: of two that start together one wins. @returns whether it was this one. */
export async function createPrivateFile(path: string, text: string): Promise<boolean> {
  const temporary = await writeBeside(path, text);
  try {
    await link(temporary, path);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(temporary);
  }
}

/** Whole or not at all, in place of what was there. */
export async function replacePrivateFile(path: string, text: string): Promise<void> {
  await rename(await writeBeside(path, text), path);
  await syncFolder(dirname(path));
}

/** Two that ask at once get the same text: the one that was first on disk. */
export async function readOrCreatePrivateFile(path: string, make: () => Promise<string>): Promise<string> {
  const present = await readPrivateFile(path);
  if (present !== undefined) return present;
  await createPrivateFile(path, await make());
  const created = await readPrivateFile(path);
  if (created === undefined) throw new Error(`${path} vanished while it was made`);
  return created;
}

/** Nothing where there is no such file (any more). */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  await syncFolder(dirname(path));
}
