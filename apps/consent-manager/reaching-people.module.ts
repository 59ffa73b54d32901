import type { ModuleMetadata } from '@nestjs/common';
import { SETTINGS } from '#platform';
import { CeremonyCookie } from './openid-sign-in/ceremony-cookie.ts';
import { LinkedIdentitiesController } from './openid-sign-in/linked-identities.controller.ts';
import { LinkedIdentities } from './openid-sign-in/linked-identities.ts';
import { OpenIdArrivalsController } from './openid-sign-in/openid-arrivals.controller.ts';
import { OpenIdArrivals } from './openid-sign-in/openid-arrivals.ts';
import { OpenIdCeremonyStore } from './openid-sign-in/openid-ceremony-store.ts';
import { OpenIdIdentityStore } from './openid-sign-in/openid-identity-store.ts';
import { OpenIdProviders } from './openid-sign-in/openid-providers.ts';
import { OpenIdSignInController } from './openid-sign-in/openid-sign-in.controller.ts';
import { OpenIdSignInService } from './openid-sign-in/openid-sign-in.service.ts';
import { PushClient } from './push-subscriptions/push-client.ts';
import { PushSubscriptionStore } from './push-subscriptions/push-subscription-store.ts';
import { PushSubscriptionsService } from './push-subscriptions/push-subscriptions.service.ts';
import { PushToBrowsers } from './push-subscriptions/push-to-browsers.ts';
import { MailChoice } from './request-messages/mail-choice.ts';
import { NotificationsController } from './request-messages/notifications.controller.ts';
import { RequestLetters } from './request-messages/request-letters.ts';
import { RequestMessages } from './request-messages/request-messages.ts';
import type { ConsentManagerSettings } from './settings/consent-manager.settings.ts';
import { PostgresOpenIdCeremonyStore } from './storage/postgres-openid-ceremony-store.ts';
import { PostgresOpenIdIdentityStore } from './storage/postgres-openid-identity-store.ts';
import { PostgresPushSubscriptionStore } from './storage/postgres-push-subscription-store.ts';

/** Of the consent manager's module: how people hear that requests wait, and how they sign in by others. */
export const reachingPeople = {
  providers: [
    { provide: PushSubscriptionStore, useClass: PostgresPushSubscriptionStore },
    MailChoice,
    PushClient,
    PushSubscriptionsService,
    PushToBrowsers,
    RequestLetters,
    RequestMessages,
    { provide: OpenIdCeremonyStore, useClass: PostgresOpenIdCeremonyStore },
    { provide: OpenIdIdentityStore, useClass: PostgresOpenIdIdentityStore },
    {
      provide: OpenIdProviders,
      inject: [SETTINGS],
      useFactory: (settings: ConsentManagerSettings) => OpenIdProviders.open(settings),
    },
    OpenIdSignInService,
    OpenIdArrivals,
    LinkedIdentities,
    CeremonyCookie,
  ],
  controllers: [NotificationsController, OpenIdSignInController, OpenIdArrivalsController, LinkedIdentitiesController],
} satisfies ModuleMetadata;
