import { platformEntities, platformMigrations, type Role } from '#platform';
import { ConsentManagerModule } from './consent-manager.module.ts';
import { consentManagerSettings } from './settings/consent-manager.settings.ts';
import { entities, migrations } from './storage/entities.ts';

export const consentManagerRole: Role<typeof consentManagerSettings> = {
  name: 'consent-manager',
  settings: consentManagerSettings,
  module: (settings) => ConsentManagerModule.forSettings(settings),
  entities: [...platformEntities, ...entities],
  migrations: [...platformMigrations, ...migrations],
  defaultPort: 7401,
  pages: [
    { path: '/app/', folder: 'consent-manager/app', trustedTypes: 'assent-push-worker' },
    { path: '/console/', folder: 'consent-manager/console' },
  ],
};
