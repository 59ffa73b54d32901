import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '#platform';
import { languages } from './languages.ts';

const pages = join(packageRoot(), 'dist', 'web-portal', 'consent-manager', 'app');
const mostBytes = 200_000;

const textOf = (file: string) => readFileSync(join(pages, file), 'utf8');

/** As it comes to a browser that takes Brotli. */
function weightOf(file: string): number {
  const path = join(pages, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

const weightOfAll = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + weightOf(file), 0);

function namesIn(file: string, form: RegExp): string[] {
  if (!file.endsWith('.js')) return [];
  return [...textOf(file).matchAll(form)].map(([, name]) => `assets/${name}`);
}

/** These, and all that they cannot begin without. */
function withImports(files: readonly string[]): Set<string> {
  const all = new Set<string>();
  const left = [...files];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (all.has(file)) continue;
    all.add(file);
    left.push(...namesIn(file, /(?:from|import) ?["'`]\.\/([\w.-]+\.js)["'`]/g));
  }
  return all;
}

it("of the person's pages is under 200 kB, whichever of them is opened, in whichever language", () => {
  const named = [...textOf('index.html').matchAll(/(?:src|href)="\/app\/([^"]+)"/g)].map(([, name = '']) => name);
  const first = withImports(['index.html', ...named]);
  const later = new Set([...first].flatMap((file) => namesIn(file, /import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)));
  const codes = languages.map((code) => [...later].filter((file) => file.startsWith(`assets/${code}-`)));
  const words = Math.max(...codes.map(weightOfAll));
  const places = [...later].filter((file) => !codes.flat().includes(file));
  const weights = places.map((file) => weightOfAll([...withImports([file])].filter((one) => !first.has(one))));
  // The words of a language are in two files: those of every set of pages, and hers.
  expect(codes.map((files) => files.length)).toEqual(languages.map(() => 2));
  expect(places.length).toBeGreaterThan(8);
  expect(weightOfAll(first) + words + Math.max(...weights)).toBeLessThan(mostBytes);
});
