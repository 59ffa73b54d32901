import type { ModuleMetadata } from '@nestjs/common';
import { DemoSignInController } from './demo-sign-in/demo-sign-in.controller.ts';
import { DemoSignInService } from './demo-sign-in/demo-sign-in.service.ts';
import { AddressBounds } from './one-time-codes/address-bounds.ts';
import { OneTimeCodeStore } from './one-time-codes/one-time-code-store.ts';
import { OneTimeCodes } from './one-time-codes/one-time-codes.ts';
import { OwnPasskeys } from './passkeys/own-passkeys.ts';
import { PasskeysController } from './passkeys/passkeys.controller.ts';
import { SignInRecords } from './passkeys/sign-in-records.ts';
import { MySessionsController } from './principal-sessions/my-sessions.controller.ts';
import { PrincipalCookie } from './principal-sessions/principal-cookie.ts';
import { PrincipalSessionStore } from './principal-sessions/principal-session-store.ts';
import { PrincipalSessions } from './principal-sessions/principal-sessions.ts';
import { RecoveryCodeStore } from './recovery-codes/recovery-code-store.ts';
import { RecoveryCodesController } from './recovery-codes/recovery-codes.controller.ts';
import { RecoveryCodes } from './recovery-codes/recovery-codes.ts';
import { PasskeySignInController } from './sign-in/passkey-sign-in.controller.ts';
import { PasskeySignIn } from './sign-in/passkey-sign-in.service.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { SignInService } from './sign-in/sign-in.service.ts';
import { PostgresOneTimeCodeStore } from './storage/postgres-one-time-code-store.ts';
import { PostgresPrincipalSessionStore } from './storage/postgres-principal-session-store.ts';
import { PostgresRecoveryCodeStore } from './storage/postgres-recovery-code-store.ts';

/** Of the consent manager's module: how people sign in, and with what. */
export const signingIn = {
  providers: [
    { provide: OneTimeCodeStore, useClass: PostgresOneTimeCodeStore },
    { provide: PrincipalSessionStore, useClass: PostgresPrincipalSessionStore },
    { provide: RecoveryCodeStore, useClass: PostgresRecoveryCodeStore },
    AddressBounds,
    OneTimeCodes,
    PrincipalCookie,
    PrincipalSessions,
    SignInRecords,
    OwnPasskeys,
    SignInService,
    DemoSignInService,
    PasskeySignIn,
    RecoveryCodes,
  ],
  controllers: [
    SignInController,
    DemoSignInController,
    PasskeySignInController,
    RecoveryCodesController,
    MySessionsController,
    PasskeysController,
  ],
} satisfies ModuleMetadata;
