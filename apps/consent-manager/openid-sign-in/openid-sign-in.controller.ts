import { Controller, Get, Param, Query, Redirect, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RefusedError } from '#domain';
import { type BrowserCall, FromBrowser, Operation } from '#platform';
import { PrincipalCookie } from '../principal-sessions/principal-cookie.ts';
import { CeremonyCookie } from './ceremony-cookie.ts';
import { OpenIdSignInService } from './openid-sign-in.service.ts';

const providerId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const text = z.string().max(4096);
/** RFC 6749, section 4.1.2, RFC 9207, and what OpenID Connect adds; of anything else nothing is made. */
const returned = z.object({
  state: text.min(1),
  code: text.optional(),
  iss: text.optional(),
  session_state: text.optional(),
  error: text.optional(),
  error_description: text.optional(),
});

const keysAnswer = z.strictObject({
  keys: z.array(
    z.strictObject({
      ...{ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() },
      ...{ kid: z.string(), use: z.literal('sig'), alg: z.literal('ES256') },
    }),
  ),
});

/** Where the pages go on. A refusal's code is all that ever stands in the address. */
const page = (query = '') => ({ url: `/app/${query}`, statusCode: 302 });

/** A person's browser on its way to an OpenID provider and back. A browser follows these, no page calls them. */
@Controller('sign-in/openid/:provider')
export class OpenIdSignInController {
  constructor(
    private readonly signIn: OpenIdSignInService,
    private readonly ceremony: CeremonyCookie,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Get('begin')
  @Redirect()
  @Operation({
    summary: 'Sends the browser to an OpenID provider',
    description: 'Where that cannot be, to `/app/?sign-in-refused=CODE`.',
    security: 'none',
    status: 302,
    refusals: ['not-found'],
  })
  begin(
    @Param('provider', { schema: providerId }) provider: string,
    @FromBrowser() call: BrowserCall,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return orPage(async () => {
      const { address, browser } = await this.signIn.begin(provider, call);
      this.ceremony.set(reply, browser);
      return { url: address, statusCode: 302 };
    });
  }

  @Get('callback')
  @Redirect()
  @Operation({
    summary: 'Where the provider sends the browser back to',
    description:
      'On to `/app/` with a session; to `/app/?sign-in=confirm` for one whose account at the provider is nobody’s here ' +
      'yet; to `/app/?sign-in-refused=CODE` otherwise.',
    security: 'none',
    status: 302,
    refusals: ['not-found'],
  })
  return(
    @Param('provider', { schema: providerId }) provider: string,
    @Query({ schema: returned }) query: z.output<typeof returned>,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const browser = this.ceremony.read(request);
    return orPage(async () => {
      const answer = new URLSearchParams(Object.entries(query).filter(isGiven));
      const opened = await this.signIn.return({ provider, browser, state: query.state, answer, agent });
      if (opened === undefined) return page('?sign-in=confirm');
      this.ceremony.clear(reply);
      this.cookie.handOverOnReturn(opened, reply);
      return page();
    });
  }

  @Get('keys')
  @Operation({
    summary: 'What the provider verifies this consent manager by, where it signs its calls',
    security: 'none',
    answer: keysAnswer,
    refusals: ['not-found'],
  })
  async keys(@Param('provider', { schema: providerId }) provider: string): Promise<z.output<typeof keysAnswer>> {
    return { keys: await this.signIn.keys(provider) };
  }
}

const isGiven = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

/** A person sees the pages, not a problem in JSON; where there is no such provider, there is no such address either. */
async function orPage<T>(go: () => Promise<T>) {
  try {
    return await go();
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code === 'not-found') throw error;
    return page(`?sign-in-refused=${error.refusal.code}`);
  }
}
