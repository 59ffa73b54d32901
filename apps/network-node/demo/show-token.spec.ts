import { afterEach, describe, expect, it, vi } from 'vitest';
import { Terminal } from '../terminal/terminal.ts';
import { showToken } from './show-token.ts';

const claims = {
  iss: 'https://saathi.example',
  terms: { dataTypes: [{ type: 'bank.transaction' }, { type: 'bank.account-summary' }], dataLife: 'P30D' },
  records: 12,
  hidden: 'the rest',
};
const token = `${part({ alg: 'ES256' })}.${part(claims)}.c2ln`;

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The lines that people read, without their colours. */
function linesOf(paths: readonly string[], isWhole = false): string[] {
  const terminal = new Terminal(false);
  const said: string[] = [];
  vi.spyOn(terminal, 'say').mockImplementation((line = '') => void said.push(line));
  showToken(terminal, { title: 'the signed artefact', token, claims: paths }, isWhole);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with this character
  return said.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''));
}

afterEach(() => vi.restoreAllMocks());

describe('a signed message in a story', () => {
  it('shows the claims that matter, by their paths, in columns', () => {
    expect(linesOf(['iss', 'terms.dataLife', 'records'])).toEqual([
      '     the signed artefact',
      '     │ iss             "https://saathi.example"',
      '     │ terms.dataLife  "P30D"',
      '     │ records         12',
      '     │ … every claim: --whole',
    ]);
  });

  it('writes lists and objects on one line, with room to breathe', () => {
    expect(linesOf(['terms.dataTypes'])[1]).toBe(
      '     │ terms.dataTypes  [{"type": "bank.transaction"}, {"type": "bank.account-summary"}]',
    );
  });

  it('passes over what is not there, also where its parent is not', () => {
    expect(linesOf(['nothing', 'nowhere.at.all', 'records'])).toEqual([
      '     the signed artefact',
      '     │ records  12',
      '     │ … every claim: --whole',
    ]);
  });

  it('shows every claim where the whole is wanted', () => {
    const lines = linesOf(['iss'], true);
    expect(
      JSON.parse(
        lines
          .slice(1)
          .map((line) => line.replace('     │ ', ''))
          .join(''),
      ),
    ).toEqual(claims);
    expect(lines.join('\n')).not.toContain('--whole');
  });
});
