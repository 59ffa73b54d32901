import type { ModuleMetadata } from '@nestjs/common';
import { ApplyStandingChoices } from './consent-requests/apply-standing-choices.ts';
import { ChoiceDecider } from './consent-requests/choice-decider.ts';
import { WaitingForChoiceStore } from './consent-requests/waiting-for-choice-store.ts';
import { ReachableContact } from './principals/reachable-contact.ts';
import { ChoiceRecords } from './standing-choices/choice-records.ts';
import { EmergencyLetters } from './standing-choices/emergency-letters.ts';
import { EmergencyUseStore } from './standing-choices/emergency-use-store.ts';
import { MyStandingChoicesController } from './standing-choices/my-standing-choices.controller.ts';
import { RenewalsService } from './standing-choices/renewals.service.ts';
import { StandingChoiceStore } from './standing-choices/standing-choice-store.ts';
import { StandingChoicesService } from './standing-choices/standing-choices.service.ts';
import { PostgresEmergencyUseStore } from './storage/postgres-emergency-use-store.ts';
import { PostgresStandingChoiceStore } from './storage/postgres-standing-choice-store.ts';
import { PostgresWaitingForChoiceStore } from './storage/postgres-waiting-for-choice-store.ts';

/** Of the consent manager's module: what decides for people by the rules they have set. */
export const decidingByRule = {
  providers: [
    { provide: EmergencyUseStore, useClass: PostgresEmergencyUseStore },
    { provide: StandingChoiceStore, useClass: PostgresStandingChoiceStore },
    { provide: WaitingForChoiceStore, useClass: PostgresWaitingForChoiceStore },
    StandingChoicesService,
    ChoiceRecords,
    RenewalsService,
    ChoiceDecider,
    ApplyStandingChoices,
    EmergencyLetters,
    ReachableContact,
  ],
  controllers: [MyStandingChoicesController],
} satisfies ModuleMetadata;
