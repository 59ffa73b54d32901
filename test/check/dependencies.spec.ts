import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
const every = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });

it.each(every)('%s is explained in docs/dependencies.md, and pinned', (name, version) => {
  expect(read('docs/dependencies.md')).toContain(`\`${name}\``);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

type Locked = { resolved?: string; integrity?: string; optionalDependencies?: Record<string, string> };

it('the lock file holds every platform that a package has binaries for, and names no registry host', () => {
  const packages: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages;
  for (const [path, { resolved, integrity, optionalDependencies: binaries = {} }] of Object.entries(packages)) {
    expect(resolved, path).toBeUndefined();
    if (path !== '') expect(integrity, path).toBeDefined();
    for (const name of Object.keys(binaries)) {
      const held = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => place in packages);
      expect(held, `${path} may need ${name}`).toBe(true);
    }
  }
});
