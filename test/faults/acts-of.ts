import type { Act } from './act.ts';
import { grantingActs } from './granting-acts.ts';
import type { StoryKind } from './story-kind.ts';
import { limitedActs, midwayActs, oneTimeActs } from './using-acts.ts';

export const actsOf: Readonly<Record<StoryKind, readonly Act[]>> = {
  limited: [...grantingActs, ...limitedActs],
  'one-time': [...grantingActs, ...oneTimeActs],
  'withdrawn-midway': [...grantingActs, ...midwayActs],
};
