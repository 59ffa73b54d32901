import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { packageRoot } from '#platform';

const portal = join(packageRoot(), 'apps', 'web-portal');
const shared = join(portal, 'language', 'messages');

/** Those the pages have words in, by the names of their files: English first. */
export const languages: readonly string[] = readdirSync(shared)
  .map((name) => name.replace(/\.json$/, ''))
  .sort((one, other) => Number(other === 'en') - Number(one === 'en') || one.localeCompare(other));

type Tree = { readonly [key: string]: string | Tree };

const readTree = (file: string): Tree => JSON.parse(readFileSync(file, 'utf8')) as Tree;

/** The words of the pages in one language: what a journey looks for is what stands in their catalogues. */
export class Words {
  private readonly tree: Tree;

  constructor(
    readonly language: string,
    folder: string,
    ...further: readonly string[]
  ) {
    const folders = [join(portal, 'language'), join(portal, folder), ...further.map((name) => join(portal, name))];
    this.tree = Object.assign({}, ...folders.map((each) => readTree(join(each, 'messages', `${language}.json`))));
  }

  /** @param path e.g. `person.request.title`, with what the text is given @throws where there is no such text */
  get(path: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = path
      .split('.')
      .reduce<string | Tree | undefined>((tree, key) => (typeof tree === 'object' ? tree[key] : undefined), this.tree);
    if (typeof text !== 'string') throw new Error(`there is no text ${path} in ${this.language}`);
    return `${new IntlMessageFormat(text, this.language).format(values)}`;
  }
}
