import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

const project = join(import.meta.dirname, '../..');

/** A small project of its own below `.assent/`, judged by the real rules. `files` maps a path to its text. */
export async function plantTree(files: Record<string, string>): Promise<{ folder: string; remove(): Promise<void> }> {
  await mkdir(join(project, '.assent'), { recursive: true });
  const folder = await mkdtemp(join(project, '.assent/planted-'));
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  for (const name of ['package.json', 'tsconfig.json']) await copyFile(join(project, name), join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What the rules of a file of the project say of the tree. */
export async function cruise(folder: string, rulesFile: string): Promise<Violation[]> {
  // The planted node_modules is a link, and the rules speak of node_modules/…, not of where it leads.
  const rules = `const rules = require(${JSON.stringify(join(project, rulesFile))});
    module.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } };`;
  await writeFile(join(folder, 'rules.cjs'), rules);
  const cruiser = 'dependency-cruiser/bin/dependency-cruiser.mjs';
  const args = [cruiser, '--config', 'rules.cjs', '--output-type', 'json', 'apps', 'libs'];
  const { stdout, stderr } = await run(folder, args);
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: Array<{ rule: { name: string }; from: string; to: string }> };
  };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** What the linter says of the tree, under the project's settings. */
export async function lint(folder: string): Promise<string> {
  const rules = 'apps/network-node/set-up/lint-rules';
  await copyFile(join(project, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(project, rules), join(folder, rules), { recursive: true });
  const { stdout, stderr } = await run(folder, ['@biomejs/biome/bin/biome', 'lint', '--colors=off', 'apps', 'libs']);
  return stdout + stderr;
}

/** Both tools end with a failure when they find something: that is what is looked for here. */
function run(folder: string, [tool = '', ...args]: string[]): Promise<{ stdout: string; stderr: string }> {
  const path = join(project, 'node_modules', tool);
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { cwd: folder, maxBuffer: 2 ** 26 }, (_failure, stdout, stderr) => {
      resolve({ stdout, stderr });
    });
  });
}
