import { describe, expect, it } from 'vitest';
import { actsOf } from './acts-of.ts';
import { drawRound } from './draw-round.ts';
import { describeFault, faultKinds, roles } from './fault.ts';

const hundred = Array.from({ length: 100 }, (_, index) => drawRound(index + 1));

describe('a round', () => {
  it('is the same for the same seed', () => {
    expect(hundred.map(({ seed }) => drawRound(seed))).toEqual(hundred);
  });

  it('of ten seeds in a row has every kind of fault', () => {
    for (let first = 0; first <= 90; first++) {
      const kinds = new Set(hundred.slice(first, first + 10).map(({ fault }) => fault.kind));
      expect([...kinds].sort()).toEqual([...faultKinds].sort());
    }
  });

  it('breaks into an act of its own story', () => {
    for (const { story, moment } of hundred) expect(actsOf[story].map(({ name }) => name)).toContain(moment.act);
  });

  it('lies in wait for an acknowledgement only where somebody hears of something', () => {
    const acknowledging = hundred.filter(({ fault }) => fault.kind === 'kill-acknowledging');
    expect(acknowledging).toHaveLength(10);
    for (const { story, moment, fault } of acknowledging) {
      const act = actsOf[story].find(({ name }) => name === moment.act);
      expect(act?.hearers).toContain(fault.target);
    }
  });

  it('cuts each role off from the registry some time, whatever its story', () => {
    const cut = Array.from({ length: 400 }, (_, index) => drawRound(index + 1, 'cut'));
    for (const name of [roles.manager, roles.provider, roles.fund, roles.user]) {
      const off = cut.filter(({ fault }) => fault.target === `${name}-${roles.registry}`);
      expect(new Set(off.map(({ story }) => story)).size, name).toBe(4);
    }
  });

  it('tells every story under a wrong clock', () => {
    const stories = Array.from({ length: 30 }, (_, index) => drawRound(index + 1, 'clock').story);
    expect(new Set(stories).size).toBe(4);
  });

  it('has the same moment, and another fault, where one kind is asked for', () => {
    const asked = drawRound(7, 'pause');
    expect(asked.fault.kind).toBe('pause');
    expect(asked.moment).toEqual(drawRound(7).moment);
  });

  it('says what breaks in words', () => {
    const fault = { kind: 'clock', target: 'bank', minutes: -180, forMs: 900 } as const;
    expect(describeFault(fault)).toBe('the clock of bank is 3 h slow for 900 ms');
    const cut = { kind: 'cut', target: 'saathi-bank', how: 'swallow', forMs: 300 } as const;
    expect(describeFault(cut)).toBe('between saathi and bank every answer is lost for 300 ms');
  });
});
