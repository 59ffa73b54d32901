// Run by the build, in the current Node: node apps/web-portal/build-pages.mjs [folder…]
// Builds each set of pages to dist/web-portal/<folder>/, and compresses there what is worth it.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { pageSets } from './page-sets.mjs';

const portal = dirname(fileURLToPath(import.meta.url));
const target = join(portal, '..', '..', 'dist', 'web-portal');
const worthCompressing = 1024;

function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue;
    const content = readFileSync(file);
    if (content.length < worthCompressing) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

const wanted = process.argv.slice(2);
for (const { folder, path, asTheyAre = [] } of pageSets) {
  if (wanted.length > 0 && !wanted.includes(folder)) continue;
  const outDir = join(target, folder);
  await build({
    configFile: false,
    root: join(portal, folder),
    base: path,
    publicDir: join(portal, 'public'),
    plugins: [react(), tailwind()],
    // The rules that pages share with the roles are read from their sources, as the tests do.
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // A file within a style sheet or script would be inline, which the pages' policy does not allow.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  for (const name of asTheyAre) copyFileSync(join(portal, folder, name), join(outDir, name));
  compress(outDir);
}
