// Run by the build, in the current Node: node apps/network-node/set-up/bundle.mjs
// Joins what each entry of dist/ imports, our own modules and packages alike, into a few files: a process that reads
// two thousand files starts in twice the time of one that reads ten.
import { readdirSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { inProject } from './project.mjs';

// Those with binaries of their own, those that are loaded only where a setting switches them on, and the driver that
// TypeORM finds by its name alone: two copies of it would not share the types we set. Last, a tool of development.
const leftWhereTheyAre = [
  ...[/^@duckdb\//, /^@opentelemetry\//, /^openid-client$/, /^web-push$/],
  ...[/^msgpackr-extract$/, /^pg($|-)/, /^openapi-typescript$/],
];

/** @nestjs/typeorm asks for two names that TypeORM 1 no longer has, by a call that would load a second TypeORM. */
const withoutSecondTypeorm = {
  name: 'without-second-typeorm',
  load: (file) =>
    file.endsWith('@nestjs/typeorm/dist/common/typeorm-compat.js')
      ? 'export const Connection = undefined, AbstractRepository = undefined;'
      : undefined,
};

const entries = readdirSync(inProject('dist', 'apps')).map((app) => `apps/${app}/main`);
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((entry) => [entry, inProject('dist', `${entry}.js`)])),
  platform: 'node',
  external: leftWhereTheyAre,
  plugins: [withoutSecondTypeorm],
  // Packages ask at run time for others that nobody installed, and go on without them; so do they in the bundle.
  logLevel: 'silent',
});
await bundle.write({
  dir: inProject('dist'),
  format: 'esm',
  // Names of classes stand in logs and in the database's migrations.
  keepNames: true,
  chunkFileNames: 'chunks/[name]-[hash].js',
});
await bundle.close();
