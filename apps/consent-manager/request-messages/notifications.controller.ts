import { ECDH } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { type BrowserCall, deviceWords, FromBrowser, Operation } from '#platform';
import { instant, uuid } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { PushSubscriptionsService } from '../push-subscriptions/push-subscriptions.service.ts';
import { MailChoice } from './mail-choice.ts';

const subscription = z.strictObject({ id: uuid, device: z.string(), madeAt: instant });
const notifications = z.strictObject({
  email: z.strictObject({ on: z.boolean() }),
  push: z.strictObject({
    publicKey: z.string().nullable().describe('What a browser subscribes under; null where push is switched off.'),
    subscriptions: z.array(subscription),
  }),
});
const choice = z.strictObject({ email: z.strictObject({ on: z.boolean() }) });
const newSubscription = z.strictObject({
  endpoint: z.url().max(1000),
  keys: z.strictObject({
    p256dh: z
      .string()
      .regex(/^[\w-]{87}$/)
      .refine(isPoint, 'must be a point of P-256, uncompressed'),
    auth: z
      .string()
      .regex(/^[\w-]{22}$/)
      .describe('16 bytes, base64url.'),
  }),
  replaces: uuid
    .optional()
    .describe('The id under which this browser was told before its push service gave it another address.'),
});

/** How a person hears that requests wait for her. */
@Controller('me')
@UseGuards(SignedInGuard)
export class NotificationsController {
  constructor(
    private readonly mail: MailChoice,
    private readonly subscriptions: PushSubscriptionsService,
  ) {}

  @Get('notifications')
  @Operation({
    summary: 'How she hears of requests: by mail, and in which browsers',
    security: 'session',
    answer: notifications,
    refusals: ['sign-in-required'],
  })
  async read(@SignedIn() { principalId }: SignedInPrincipal) {
    const [on, subscriptions] = await Promise.all([this.mail.isOn(principalId), this.subscriptions.list(principalId)]);
    return { email: { on }, push: { publicKey: this.subscriptions.publicKey(), subscriptions } };
  }

  @Put('notifications')
  @Operation({
    summary: 'Chooses whether requests are told by mail',
    description: 'One-time codes are sent whatever she chooses.',
    security: 'session',
    answer: notifications,
    refusals: ['sign-in-required', 'cross-site-call'],
  })
  async choose(@SignedIn() signedIn: SignedInPrincipal, @Body({ schema: choice }) { email }: z.output<typeof choice>) {
    await this.mail.choose(signedIn.principalId, email.on);
    return this.read(signedIn);
  }

  @Post('push-subscriptions')
  @Operation({
    summary: 'Has this browser told when a request waits',
    description:
      "Takes a browser's PushSubscription (RFC 8030, RFC 8291). The same endpoint again replaces the former.",
    security: 'session',
    status: 201,
    answer: subscription,
    refusals: [
      'sign-in-required',
      'cross-site-call',
      'web-push-off',
      'push-service-not-listed',
      'too-many-push-subscriptions',
    ],
  })
  add(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Body({ schema: newSubscription }) body: z.output<typeof newSubscription>,
    @FromBrowser() { agent }: BrowserCall,
  ) {
    const { replaces, ...address } = body;
    return this.subscriptions.add(principalId, address, deviceWords(agent), replaces);
  }

  @Delete('push-subscriptions/:id')
  @HttpCode(204)
  @Operation({
    summary: 'Has a browser told no more',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'cross-site-call'],
  })
  async remove(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    await this.subscriptions.remove(principalId, id);
  }
}

function isPoint(text: string): boolean {
  try {
    return ECDH.convertKey(text, 'prime256v1', 'base64url', 'base64url', 'uncompressed') === text;
  } catch {
    return false;
  }
}
