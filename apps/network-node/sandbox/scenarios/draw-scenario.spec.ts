import { describe, expect, it } from 'vitest';
import { drawScenario } from './draw-scenario.ts';

const commandsOf = (seed: number) => drawScenario(seed).steps.map(({ command }) => command.join(' '));
const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe('a drawn scenario', () => {
  it('is the same for the same seed, command by command', () => {
    for (const seed of seeds) expect(commandsOf(seed)).toEqual(commandsOf(seed));
  });

  it('is another for another seed, mostly', () => {
    expect(new Set(seeds.map((seed) => commandsOf(seed).join('\n'))).size).toBeGreaterThan(150);
  });

  it('has each kind of trouble, if many are drawn', () => {
    const drawn = new Set(seeds.flatMap(commandsOf).map((command) => command.split(' ').slice(0, 3).join(' ')));
    const troubles = [
      ...['slow bank', 'deaf bank', 'wrong bank', 'lose-answers bank'],
      ...['slow saathi', 'deaf saathi', 'wrong saathi', 'lose-answers saathi'],
    ];
    for (const trouble of troubles) expect(drawn).toContain(`sandbox ${trouble}`);
    expect([...drawn].filter((command) => command.startsWith('sandbox clock'))).not.toEqual([]);
  });

  it('ends well: all is healed, she withdraws, nothing is left', () => {
    for (const seed of seeds) {
      expect(commandsOf(seed).slice(-7)).toEqual([
        ...['sandbox heal', 'revoke CONSENT', 'events --role saathi --type consent-artefact.revoked'],
        ...['consent CONSENT', 'fetch HELD', 'erase HELD', 'read HELD'],
      ]);
    }
  });

  it('spends no more uses than the consent has', () => {
    for (const seed of seeds) {
      const keys = new Set(commandsOf(seed).flatMap((command) => /act-\d+/.exec(command)?.[0] ?? []));
      expect(keys.size).toBeLessThanOrEqual(4);
    }
  });
});
