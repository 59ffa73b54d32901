import { fileURLToPath } from 'node:url';

/** The project's folder, always with a path that has no trailing slash. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the project. */
export const inProject = (...parts) => [projectFolder, ...parts].join('/');

/** A failure that one sentence explains: shown without a stack. */
export class PlainError extends Error {
  isPlain = true;
}
