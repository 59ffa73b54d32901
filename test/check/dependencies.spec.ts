import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
const every = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });

it.each(every)('%s is explained in docs/dependencies.md, and pinned', (name, version) => {
  expect(read('docs/dependencies.md')).toContain(`\`${name}\``);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

const asOurs = ['MIT', 'MIT-0', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'MIT OR Apache-2.0'];

it('all have a licence that goes with ours, or are named in docs/dependencies.md', () => {
  const packages: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages;
  const others = every.filter(([name]) => !asOurs.includes(packages[`node_modules/${name}`]?.license ?? ''));
  const [, named = ''] = read('docs/dependencies.md').split('## Licences');
  expect(others.map(([name]) => name).filter((name) => !named.includes(`\`${name}\``))).toEqual([]);
});

type Locked = {
  license?: string;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
};

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
