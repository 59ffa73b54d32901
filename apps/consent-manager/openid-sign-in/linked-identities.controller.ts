import { Controller, Delete, Get, HttpCode, Param, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { Operation } from '#platform';
import { instant, uuid } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { LinkedIdentities } from './linked-identities.ts';

const listed = z.strictObject({
  identities: z.array(z.strictObject({ id: uuid, title: z.string(), issuer: z.string(), linkedAt: instant })),
});

/** The accounts elsewhere that a person signs in with. */
@Controller('me/openid-identities')
@UseGuards(SignedInGuard)
export class LinkedIdentitiesController {
  constructor(private readonly identities: LinkedIdentities) {}

  @Get()
  @Operation({
    summary: 'The OpenID providers she signs in with',
    security: 'session',
    answer: listed,
    refusals: ['sign-in-required'],
  })
  async list(@SignedIn() { principalId }: SignedInPrincipal): Promise<z.output<typeof listed>> {
    return { identities: await this.identities.listOf(principalId) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Lets a provider sign her in no more',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'not-found', 'cross-site-call'],
  })
  async unlink(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    if (!(await this.identities.unlink(principalId, id))) throw new RefusedError(refuse('not-found'));
  }
}
