import type { Act } from './act.ts';
import { bankHears, nothingComes, pause, pauseMidway, resume, revoke, revokeMidway } from './consent-acts.ts';
import { askForData, fetchingEnds, hold, oneTimeUsed, oneTooMany, read, receive } from './data-acts.ts';
import { erase, gone } from './erasure-acts.ts';
import { grantingActs, grantingActsOfTwo } from './granting-acts.ts';
import { refusedByBank, refusedByManager, refusedOnceErased, refusedWhilePaused } from './refusal-acts.ts';
import type { StoryKind } from './story-kind.ts';
import { handedOver, receivePartly, retryRest } from './two-provider-acts.ts';

/** From signing in to the end of the data: what happens in each story, in this order. */
export const actsOf: Readonly<Record<StoryKind, readonly Act[]>> = {
  limited: [
    ...[...grantingActs, askForData, receive, read, pause, refusedWhilePaused, resume, hold, oneTooMany],
    ...[revoke, refusedByManager, refusedByBank, erase, gone],
  ],
  'one-time': [
    ...[...grantingActs, askForData, receive, oneTimeUsed, read, pause, refusedWhilePaused, resume],
    ...[revoke, refusedByManager, bankHears, erase, gone],
  ],
  'withdrawn-midway': [
    ...[...grantingActs, askForData, pauseMidway, nothingComes, revokeMidway, fetchingEnds, refusedOnceErased],
    bankHears,
  ],
  'two-providers': [
    ...[...grantingActsOfTwo, askForData, receivePartly, retryRest, read, handedOver],
    ...[revoke, refusedByManager, bankHears, erase, gone],
  ],
};
