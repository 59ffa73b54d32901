import { accountJourneys } from './account-journeys.ts';
import { arrivalJourneys } from './arrival-journeys.ts';
import { consentJourneys } from './consent-journeys.ts';
import { doorJourneys } from './door-journeys.ts';
import type { Journey } from './journey.ts';
import { mainJourneys } from './main-journey.ts';
import { operatorJoins } from './operator-joins.ts';
import { dataUserJourneys } from './operator-of-data-user.ts';
import { networkJourneys } from './operator-of-network.ts';
import { providerJourneys } from './operator-of-provider.ts';
import { receiptJourneys } from './receipt-journeys.ts';
import { renewalJourneys } from './renewal-journeys.ts';
import { requestJourneys } from './request-journeys.ts';
import { ruleJourneys } from './rule-journeys.ts';
import { signInJourneys } from './sign-in-journeys.ts';
import { staleJourneys } from './stale-journeys.ts';
import { timelineJourneys } from './timeline-journeys.ts';
import { tourJourneys } from './tour-journey.ts';

/** Every journey that is played in a browser. */
export const journeys: readonly Journey[] = [
  ...tourJourneys,
  ...mainJourneys,
  ...signInJourneys,
  ...requestJourneys,
  ...renewalJourneys,
  ...arrivalJourneys,
  ...staleJourneys,
  ...operatorJoins,
  ...providerJourneys,
  ...dataUserJourneys,
  ...networkJourneys,
  ...consentJourneys,
  ...receiptJourneys,
  ...accountJourneys,
  ...ruleJourneys,
  ...timelineJourneys,
  ...doorJourneys,
];
