import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { SettingsError } from '../settings/parse-settings.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import { Messenger } from './messenger.ts';
import { OutboxMessenger } from './outbox-messenger.ts';
import { SmtpMessenger } from './smtp-messenger.ts';

export type MessengerSettings = Pick<RoleSettings, 'MESSENGER' | 'SMTP_URL' | 'SMTP_FROM' | 'OUTBOX_FOLDER'>;

/** @throws SettingsError where the settings of the chosen messenger are missing */
export function createMessenger(settings: MessengerSettings, clock: Clock): Messenger {
  const { MESSENGER, SMTP_URL, SMTP_FROM, OUTBOX_FOLDER } = settings;
  if (MESSENGER === 'outbox') {
    if (OUTBOX_FOLDER === undefined) throw missing('OUTBOX_FOLDER');
    return new OutboxMessenger(OUTBOX_FOLDER, clock);
  }
  if (SMTP_URL === undefined) throw missing('SMTP_URL');
  if (SMTP_FROM === undefined) throw missing('SMTP_FROM');
  return new SmtpMessenger(SMTP_URL, SMTP_FROM);
}

function missing(name: string): SettingsError {
  return new SettingsError([{ name, problem: 'is missing, and MESSENGER needs it' }]);
}

/** `Messenger`: imported by the roles that write to people. */
@Module({})
export class MessengerModule {
  static forSettings(settings: MessengerSettings): DynamicModule {
    return {
      module: MessengerModule,
      global: true,
      providers: [
        { provide: Messenger, inject: [Clock], useFactory: (clock: Clock) => createMessenger(settings, clock) },
      ],
      exports: [Messenger],
    };
  }
}
