import { Controller, Get, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { Operation, TrustListCache } from '#platform';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';

const dataProviders = z.strictObject({
  dataProviders: z.array(z.strictObject({ id: z.string(), name: z.string(), dataTypes: z.array(z.string()) })),
});

@Controller('me/data-providers')
@UseGuards(SignedInGuard)
export class DataProvidersController {
  constructor(private readonly trustList: TrustListCache) {}

  @Get()
  @Operation({
    summary: 'The institutions whose accounts can be linked',
    security: 'session',
    answer: dataProviders,
    refusals: ['sign-in-required', 'trust-list-unavailable'],
  })
  list(): z.output<typeof dataProviders> {
    const list = this.trustList.current();
    if (list === undefined) throw new RefusedError(refuse('trust-list-unavailable'));
    const providers = list.participants.filter(
      ({ roles, status }) => status === 'active' && roles.includes('data-provider'),
    );
    return { dataProviders: providers.map(({ id, name, dataTypes }) => ({ id, name, dataTypes: [...dataTypes] })) };
  }
}
