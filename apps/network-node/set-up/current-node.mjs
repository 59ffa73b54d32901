import { readFileSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { inProject, PlainError } from './project.mjs';

/** The Node that npm brought (Linux), else the machine's own when it is new enough. Resolves its path. */
export async function findCurrentNode() {
  const oldest = JSON.parse(readFileSync(inProject('package.json'), 'utf8')).engines.node.replace('>=', '');
  for (const node of [inProject('node_modules', '.bin', 'node'), process.execPath]) {
    const version = await askVersion(node);
    if (version !== undefined && !isOlder(version, oldest)) return node;
  }
  throw new PlainError(
    `Assent needs Node ${oldest} or newer. This machine has ${process.versions.node}, and npm has no newer one for ` +
      `${process.platform} ${process.arch}: install Node 24 from https://nodejs.org and run the command again.`,
  );
}

async function askVersion(node) {
  try {
    const { exitCode, output } = await runQuietly(node, ['-p', 'process.versions.node']);
    return exitCode === 0 ? output.trim() : undefined;
  } catch {
    return undefined;
  }
}

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = than.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
