import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A stamp says from what something was made: `{ digest, … }`, or undefined when it is missing or unreadable. */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written whole or not at all: a set-up killed half-way leaves no stamp that lies. */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(stamp)}\n`);
  renameSync(`${file}.${process.pid}`, file);
}

/** SHA-256 over names and contents: times change with every checkout, contents only with the project. */
export function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('base64url');
}

/** Every file below the folders that `matches`, sorted. */
export function listFiles(folders, matches) {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .filter((file) => !file.includes('/node_modules/') && matches(file))
    .sort();
}
