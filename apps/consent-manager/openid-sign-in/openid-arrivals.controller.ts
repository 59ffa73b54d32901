import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BrowserCall, ClientAddress, FromBrowser, Operation } from '#platform';
import { uuid } from '#protocol';
import { oneTimeCode } from '../one-time-codes/one-time-code.ts';
import { openedAnswer, PrincipalCookie, sessionForm } from '../principal-sessions/principal-cookie.ts';
import { principalName } from '../principals/principal-name.ts';
import { CeremonyCookie } from './ceremony-cookie.ts';
import { OpenIdArrivals } from './openid-arrivals.ts';
import { OpenIdProviders } from './openid-providers.ts';

const openIdProvider = z.strictObject({ id: z.string(), title: z.string() });
const waysAnswer = z.strictObject({
  oneTimeCode: z.boolean(),
  passkey: z.boolean(),
  openid: z.array(openIdProvider),
});
const arrivalAnswer = z.strictObject({
  provider: openIdProvider,
  email: z.string().nullable().describe('The mail address the provider has verified: to begin the form with, no more.'),
});
const confirmation = z.strictObject({
  signInId: uuid,
  code: oneTimeCode,
  principal: principalName.optional(),
  session: sessionForm,
});

/** The ways in, and what whoever comes by an OpenID provider the first time has to show. */
@Controller('sign-in')
export class OpenIdArrivalsController {
  constructor(
    private readonly providers: OpenIdProviders,
    private readonly arrivals: OpenIdArrivals,
    private readonly ceremony: CeremonyCookie,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Get('providers')
  @Operation({ summary: 'The ways to sign in here', security: 'none', answer: waysAnswer })
  ways(): z.output<typeof waysAnswer> {
    return { oneTimeCode: true, passkey: true, openid: this.providers.list() };
  }

  @Get('openid-confirmation')
  @Operation({
    summary: 'Whom an OpenID provider has sent, in this browser, that is nobody here yet',
    security: 'none',
    answer: arrivalAnswer,
    refusals: ['openid-sign-in-refused'],
  })
  async read(@Req() request: FastifyRequest): Promise<z.output<typeof arrivalAnswer>> {
    const { provider, identity } = await this.arrivals.read(this.ceremony.read(request));
    const title = this.providers.find(provider)?.described.title ?? provider;
    return { provider: { id: provider, title }, email: identity.email ?? null };
  }

  @Post('openid-confirmation')
  @Operation({
    summary: 'Shows with a one-time code which person she is; from then on the provider is enough',
    description: 'The code is that of `POST /sign-in/codes`. A contact that nobody has makes a new person.',
    security: 'none',
    status: 201,
    answer: openedAnswer,
    refusals: [
      'code-wrong-or-expired',
      'openid-sign-in-refused',
      'principal-name-taken',
      'too-many-requests',
      'cross-site-call',
    ],
  })
  async confirm(
    @Body({ schema: confirmation }) { session, signInId, code, principal }: z.output<typeof confirmation>,
    @ClientAddress() from: string,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const browser = this.ceremony.readOwn(request);
    const opened = await this.arrivals.confirm({ browser, signInId, code, principal, from, agent });
    this.ceremony.clear(reply);
    return this.cookie.handOver(opened, session, request, reply);
  }
}
