import { execFile } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder on a disk of its own that can be filled. */
export class SmallDisk {
  private readonly filler: string;

  private constructor(private readonly folder: string) {
    this.filler = join(folder, '.filler');
  }

  /** @returns undefined where this machine does not let us mount: it takes root, and Linux */
  static async mount(folder: string, megabytes: number): Promise<SmallDisk | undefined> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder];
    return run('mount', options).then(
      () => new SmallDisk(folder),
      () => undefined,
    );
  }

  /** To the last byte. */
  fill(): void {
    const file = openSync(this.filler, 'w', 0o600);
    try {
      for (let size = 1 << 20; size > 0; size >>= 4) writeUntilFull(file, Buffer.alloc(size));
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.filler, { force: true });
  }

  async unmount(): Promise<void> {
    await unmount(this.folder);
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) if (writeSync(file, bytes) === 0) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** Disks of runs that were killed outright, in folders of theirs as `temporaryFolder` names them. */
export async function unmountLeftovers(home: string, name: string): Promise<void> {
  for (const line of readMounts()) {
    const place = line.split(' ')[1] ?? '';
    const owner = place.startsWith(`${home}/${name}-`) ? /^\d+/.exec(place.slice(`${home}/${name}-`.length)) : null;
    if (owner !== null && !existsSync(`/proc/${owner[0]}`)) await unmount(place);
  }
}

const unmount = (place: string) => run('umount', ['--lazy', place]).catch(() => undefined);

function readMounts(): string[] {
  try {
    return readFileSync('/proc/mounts', 'utf8').split('\n');
  } catch {
    return [];
  }
}
