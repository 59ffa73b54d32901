import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HAND_OVER_JSON } from './written-file.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ours = /^[a-z0-9][a-z0-9.-]{0,99}\.(?:ndjson|parquet)$/;

const isCode = (error: unknown, ...codes: string[]) => codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** A name is only durable once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `<folder>/<consent>/<session>`: where the files of one hand-over lie. Names come from ids alone. */
export class SessionFolder {
  readonly path: string;

  constructor(
    private readonly root: string,
    { consentId, sessionId }: { readonly consentId: string; readonly sessionId: string },
    private readonly attempt: string,
  ) {
    if (!uuid.test(consentId) || !uuid.test(sessionId)) throw new Error('a folder is named by ids alone');
    this.path = join(root, consentId, sessionId);
  }

  /** Makes it where it is missing, and clears away what earlier goes have left half done. */
  async open(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    for (const folder of [dirname(this.path), this.root]) await syncFolder(folder);
    for (const name of await namesIn(this.path)) if (isTemporary(name)) await unlink(join(this.path, name));
  }

  /** Where a file lies until it is published. */
  temporary(name: string): string {
    return join(this.path, `${name}.${this.attempt}.tmp`);
  }

  /** Gives the files their names, the last of them last. Those that have theirs already stay as they are. */
  async publish(names: readonly string[]): Promise<void> {
    const there = new Set(await namesIn(this.path));
    for (const name of names) {
      const from = this.temporary(name);
      if (!there.has(`${name}.${this.attempt}.tmp`) && there.has(name)) continue;
      await rename(from, join(this.path, name));
    }
    await syncFolder(this.path);
  }

  async discard(): Promise<void> {
    for (const name of await namesIn(this.path)) {
      if (name.endsWith(`.${this.attempt}.tmp`)) await unlink(join(this.path, name)).catch(() => undefined);
    }
  }

  /**
   * Under another name nobody finds it any more: a worker that is still at it has no place left to begin a file in.
   * @returns what lies there that a hand-over writes, whole or half done
   */
  async setAside(): Promise<string[]> {
    if (!(await isFolder(this.aside)) && (await isFolder(this.path))) {
      await rename(this.path, this.aside);
      await syncFolder(dirname(this.path));
    }
    return (await namesIn(this.aside)).filter(isOurFile);
  }

  /** Deletes these of what was set aside, and the folders where nothing else is in them. @returns how many others are left */
  async remove(names: readonly string[]): Promise<number> {
    for (const name of names) await unlinkIfThere(join(this.aside, name));
    const left = (await namesIn(this.aside)).length;
    if (left > 0) await rename(this.aside, this.path);
    else await removeIfEmpty(this.aside);
    if (left === 0) await removeIfEmpty(dirname(this.path));
    return left;
  }

  private get aside(): string {
    return `${this.path}.erasing`;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    // A link that was put in its place leads somewhere we have not written to.
    return (await lstat(path)).isDirectory();
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

async function namesIn(path: string): Promise<string[]> {
  return (await isFolder(path)) ? readdir(path) : [];
}

async function removeIfEmpty(path: string): Promise<void> {
  try {
    await rmdir(path);
    await syncFolder(dirname(path));
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

/** What a hand-over writes, whole or half done. */
export function isOurFile(name: string): boolean {
  return ours.test(name) || name === HAND_OVER_JSON || isTemporary(name);
}

export function isTemporary(name: string): boolean {
  return name.endsWith('.tmp');
}

async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}
