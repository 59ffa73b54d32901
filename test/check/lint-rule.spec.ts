import { describe, expect, it } from 'vitest';
import { lint, plantTree } from './planted-tree.ts';

const breaches: Array<[what: string, path: string, text: string, complaint: string]> = [
  [
    'a key is generated synchronously',
    'libs/platform/a.ts',
    "import { generateKeyPairSync } from 'node:crypto';\nexport const pair = generateKeyPairSync('ed25519');\n",
    'Generate keys asynchronously',
  ],
  ['the environment is read', 'libs/platform/a.ts', "export const port = process.env['PORT'];\n", 'noProcessEnv'],
  [
    'the global fetch is called',
    'libs/platform/a.ts',
    "export const answer = await fetch('x');\n",
    'noRestrictedGlobals',
  ],
  [
    'a rule reads the clock',
    'libs/domain/a.ts',
    'export const now = () => Date.now();\n',
    'know neither the clock nor chance',
  ],
  [
    'a message makes its own id',
    'libs/protocol/a.ts',
    'export const id = crypto.randomUUID();\n',
    'know neither the clock nor chance',
  ],
  ['a type is any', 'libs/domain/a.ts', 'export const parse = (text: any) => text;\n', 'noExplicitAny'],
];

describe('the linter', () => {
  it.each(breaches)('refuses that %s', async (_what, path, text, complaint) => {
    expect(await lintTree({ [path]: text })).toContain(complaint);
  });

  it('lets the platform read the clock', async () => {
    const text = 'export const now = () => Date.now();\n';
    expect(await lintTree({ 'libs/platform/a.ts': text })).not.toContain('clock');
  });
});

async function lintTree(files: Record<string, string>): Promise<string> {
  const tree = await plantTree(files);
  const said = await lint(tree.folder);
  await tree.remove();
  return said;
}
