import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { instant, text, uuid } from '#protocol';
import { type BrowserCall, FromBrowser } from '../browser-session/browser-call.ts';
import { Operation } from '../openapi/operation.ts';
import type { Passkey } from '../passkeys/passkey.ts';
import { makingOptions, passkeyMade } from '../passkeys/passkey-forms.ts';
import type { SignedInOperator } from './operator.ts';
import { ActingOperator, OperatorMay } from './operator-may.ts';
import { OperatorPasskeys } from './operator-passkeys.service.ts';
import { OperatorSessions } from './operator-sessions.ts';
import { OperatorSignIn } from './operator-sign-in.service.ts';

const passkeyView = z
  .strictObject({
    id: uuid,
    name: z.string(),
    madeAt: instant,
    lastUsedAt: instant.nullable(),
    isBackedUp: z.boolean().describe('Whether it outlives the device it was made on.'),
  })
  .meta({ id: 'OperatorPasskey' });
const passkeysView = z.strictObject({ passkeys: z.array(passkeyView) }).meta({ id: 'OperatorPasskeys' });
const begunView = z.strictObject({ ceremonyId: uuid, expiresAt: instant, publicKey: makingOptions });
const madeBody = z
  .strictObject({ ceremonyId: uuid, response: passkeyMade, name: text(60) })
  .meta({ id: 'OperatorPasskeyMade' });
const sessionsView = z
  .strictObject({
    sessions: z.array(
      z.strictObject({
        id: uuid,
        signedInAt: instant,
        expiresAt: instant,
        device: z.string().nullable().describe('In coarse words; null where it was not kept.'),
        isCurrent: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OperatorSessions' });

const show = ({ id, name, madeAt, lastUsedAt, isBackedUp }: Passkey) => ({ id, name, madeAt, lastUsedAt, isBackedUp });

/** How an operator gets in, and is in: by whom it is about alone. */
@Controller('operator')
@OperatorMay('viewer')
export class OwnAccessController {
  constructor(
    private readonly passkeys: OperatorPasskeys,
    private readonly sessions: OperatorSessions,
    private readonly signIn: OperatorSignIn,
  ) {}

  @Get('passkeys')
  @Operation({ summary: 'What one signs in with, oldest first', security: 'operator', answer: passkeysView })
  async listPasskeys(@ActingOperator() operator: SignedInOperator): Promise<z.output<typeof passkeysView>> {
    return { passkeys: (await this.passkeys.list(operator)).map(show) };
  }

  @Post('passkeys/options')
  @HttpCode(200)
  @Operation({
    summary: 'Begins to make another passkey',
    security: 'operator',
    status: 200,
    answer: begunView,
    refusals: ['passkeys-too-many', 'cross-site-call'],
  })
  begin(@ActingOperator() operator: SignedInOperator, @FromBrowser() call: BrowserCall) {
    return this.passkeys.begin(operator, call);
  }

  @Post('passkeys')
  @Operation({
    summary: 'Makes another passkey',
    security: 'operator',
    answer: passkeyView,
    refusals: ['passkey-refused', 'passkeys-too-many'],
  })
  async finish(
    @ActingOperator() operator: SignedInOperator,
    @Body({ schema: madeBody }) body: z.output<typeof madeBody>,
  ): Promise<z.output<typeof passkeyView>> {
    return show(await this.passkeys.finish(operator, body));
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @Operation({
    summary: 'Removes a passkey; the last one stays',
    security: 'operator',
    status: 204,
    refusals: ['not-found', 'last-passkey'],
  })
  remove(@ActingOperator() operator: SignedInOperator, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.passkeys.remove(operator, id);
  }

  @Get('sessions')
  @Operation({ summary: 'Where one is signed in, newest first', security: 'operator', answer: sessionsView })
  async listSessions(@ActingOperator() { id, sessionId }: SignedInOperator): Promise<z.output<typeof sessionsView>> {
    const open = await this.sessions.listOf(id);
    return { sessions: open.map((session) => ({ ...session, isCurrent: session.id === sessionId })) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Operation({
    summary: 'Ends one of the own sessions, from wherever',
    security: 'operator',
    status: 204,
    refusals: ['not-found'],
  })
  end(@ActingOperator() operator: SignedInOperator, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.signIn.signOut(operator, id);
  }
}
