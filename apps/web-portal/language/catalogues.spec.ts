import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { approvalMethods, receiptChecks, receiptOutcomes } from '#protocol';
import { languages } from './languages.ts';

const portal = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = readdirSync(portal, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(^|\/)messages$/.test(name),
);

type Tree = { readonly [key: string]: string | Tree };
const read = (folder: string, code: string): Tree =>
  JSON.parse(readFileSync(join(portal, folder, `${code}.json`), 'utf8')) as Tree;

function textsOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value, `${path}${key}.`),
  );
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** What a text is given (`name`) and what it marks (`<name>`), wherever in its branches. */
function argumentsOf(elements: Elements): string[] {
  const found = elements.flatMap((element): string[] => {
    const name = 'value' in element && !('children' in element) && element.type !== 0 ? [element.value] : [];
    const tag = 'children' in element ? [`<${element.value}>`, ...argumentsOf(element.children)] : [];
    const branches =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [...name, ...tag, ...branches];
  });
  return [...new Set(found)].sort();
}

const shape = (text: string, code: string) => argumentsOf(new IntlMessageFormat(text, code).getAst());

describe.each(folders)('the words of %s', (folder) => {
  const english = new Map(textsOf(read(folder, 'en')));

  it.each(languages.map(({ code }) => code))('are whole in %s, and say all that the English says', (code) => {
    const texts = new Map(textsOf(read(folder, code)));
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
    const shapes = (words: Map<string, string>, language: string) =>
      Object.fromEntries([...words].map(([key, text]) => [key, shape(text, language)]));
    expect(shapes(texts, code)).toEqual(shapes(english, 'en'));
  });

  it.each(languages.slice(1).map(({ code }) => code))('are not left in English in %s', (code) => {
    const texts = new Map(textsOf(read(folder, code)));
    const same = [...english].filter(
      ([key, text]) => text === texts.get(key) && /[a-z]{4}/i.test(text.replaceAll(/\{.*\}|Assent/g, '')),
    );
    // A few words are the same in Spanish: they are few.
    expect(same.length).toBeLessThanOrEqual(Math.ceil(english.size / 25));
  });
});

describe.each(languages.map(({ code }) => code))('in %s she is told in words of their own', (code) => {
  const texts = new Map(textsOf(read('consent-manager/app/messages', code)));
  const wordsFor = (path: string, names: readonly string[]) => names.map((name) => texts.get(`${path}.${name}`));

  it.each([
    ['how she said yes', 'person.consent.methods', approvalMethods],
    ['what of a receipt is looked into', 'person.receipts.checks', receiptChecks],
    ['what comes of it', 'person.receipts', receiptOutcomes],
  ] as const)('%s', (_, path, names) => {
    const words = wordsFor(path, names);
    expect(names.filter((_name, n) => words[n] === undefined)).toEqual([]);
    expect(new Set(words).size).toBe(names.length);
  });
});
