import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { ClientAddress, Operation } from '#platform';
import { contact, instant, signInMethods, uuid } from '#protocol';
import { oneTimeCode } from '../one-time-codes/one-time-code.ts';
import { OwnPasskeys } from '../passkeys/own-passkeys.ts';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { ContactsService } from './contacts.service.ts';

const contactAnswer = z.strictObject({
  id: uuid,
  kind: z.enum(['email', 'tel']),
  value: z.string(),
  verifiedAt: instant.nullable(),
});
const meAnswer = z.strictObject({
  principal: z.string(),
  signedInAt: instant,
  expiresAt: instant,
  sessionMethod: z.enum(signInMethods).describe('How she signed in, or what she has shown in this session since.'),
  hasPasskey: z.boolean().describe('Who has one approves with it alone.'),
  contacts: z.array(contactAnswer),
});
const newContact = z.strictObject({ contact });
const toConfirm = z.strictObject({ contactId: uuid, expiresAt: instant });
const confirmation = z.strictObject({ code: oneTimeCode });

@Controller('me')
@UseGuards(SignedInGuard)
export class PrincipalsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly passkeys: OwnPasskeys,
  ) {}

  @Get()
  @Operation({ summary: 'Who is signed in', security: 'session', answer: meAnswer, refusals: ['sign-in-required'] })
  async me(@SignedIn() { principalId, signedInAt, expiresAt, method }: SignedInPrincipal) {
    const [contacts, passkeys] = await Promise.all([this.contacts.list(principalId), this.passkeys.list(principalId)]);
    const session = { signedInAt, expiresAt, sessionMethod: method };
    return { principal: principalId, ...session, hasPasskey: passkeys.length > 0, contacts };
  }

  @Post('contacts')
  @HttpCode(202)
  @Operation({
    summary: 'Names another contact; a code goes to it',
    security: 'session',
    status: 202,
    answer: toConfirm,
    refusals: ['sign-in-required', 'too-many-requests', 'message-not-sent'],
  })
  add(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Body({ schema: newContact }) body: z.output<typeof newContact>,
    @ClientAddress() from: string,
  ) {
    return this.contacts.add(principalId, body.contact, from);
  }

  @Post('contacts/:id/confirm')
  @HttpCode(200)
  @Operation({
    summary: 'Confirms a contact with the code sent to it',
    description: 'Verified contacts are what data providers find her accounts by.',
    security: 'session',
    status: 200,
    answer: contactAnswer,
    refusals: ['sign-in-required', 'code-wrong-or-expired', 'contact-in-use', 'too-many-requests'],
  })
  confirm(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: confirmation }) body: z.output<typeof confirmation>,
    @ClientAddress() from: string,
  ) {
    return this.contacts.confirm(principalId, { contactId: id, code: body.code, from });
  }
}
