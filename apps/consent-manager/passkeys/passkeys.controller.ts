import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { type BrowserCall, FromBrowser, makingOptions, Operation, type Passkey, passkeyMade } from '#platform';
import { instant, text, uuid } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { OwnPasskeys } from './own-passkeys.ts';

const passkeyAnswer = z.strictObject({
  id: uuid,
  name: z.string(),
  madeAt: instant,
  lastUsedAt: instant.nullable(),
  isBackedUp: z.boolean().describe('Whether it outlives the device it was made on.'),
});
const passkeysAnswer = z.strictObject({ passkeys: z.array(passkeyAnswer) });
const begun = z.strictObject({ ceremonyId: uuid, publicKey: makingOptions });
const made = z.strictObject({ ceremonyId: uuid, response: passkeyMade, name: text(60) });

const show = ({ id, name, madeAt, lastUsedAt, isBackedUp }: Passkey) => ({ id, name, madeAt, lastUsedAt, isBackedUp });

@Controller('me/passkeys')
@UseGuards(SignedInGuard)
export class PasskeysController {
  constructor(private readonly passkeys: OwnPasskeys) {}

  @Get()
  @Operation({
    summary: 'What she signs in and approves with, oldest first',
    security: 'session',
    answer: passkeysAnswer,
    refusals: ['sign-in-required'],
  })
  async list(@SignedIn() { principalId }: SignedInPrincipal) {
    return { passkeys: (await this.passkeys.list(principalId)).map(show) };
  }

  @Post('options')
  @HttpCode(200)
  @Operation({
    summary: 'Begins to make a passkey',
    description: 'Who has one makes another only in a session opened with it, or with a recovery code.',
    security: 'session',
    status: 200,
    answer: begun,
    refusals: ['sign-in-required', 'passkey-required', 'passkeys-too-many', 'cross-site-call'],
  })
  async begin(@SignedIn() person: SignedInPrincipal, @FromBrowser() call: BrowserCall) {
    const { ceremonyId, publicKey } = await this.passkeys.begin(person, call);
    return { ceremonyId, publicKey };
  }

  @Post()
  @Operation({
    summary: 'Makes a passkey',
    description: 'From then on she approves with a passkey alone.',
    security: 'session',
    status: 201,
    answer: passkeyAnswer,
    refusals: ['sign-in-required', 'passkey-required', 'passkey-refused', 'passkeys-too-many', 'cross-site-call'],
  })
  async finish(@SignedIn() person: SignedInPrincipal, @Body({ schema: made }) body: z.output<typeof made>) {
    return show(await this.passkeys.finish(person, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Removes a passkey',
    description:
      'Her sign-in must be at most 15 minutes ago. With the last one end the sessions that were opened by one, this one too.',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'sign-in-not-fresh', 'passkey-required', 'not-found', 'cross-site-call'],
  })
  remove(@SignedIn() person: SignedInPrincipal, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.passkeys.remove(person, id);
  }
}
