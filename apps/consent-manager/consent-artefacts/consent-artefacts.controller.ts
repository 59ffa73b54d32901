import { Controller, Get, Header, Param, UseGuards } from '@nestjs/common';
import { Caller, CallGuard, Operation } from '#platform';
import { eventTypes, uuid } from '#protocol';
import { ConsentArtefactsService } from './consent-artefacts.service.ts';

@Controller('consent-artefacts')
@UseGuards(CallGuard)
export class ConsentArtefactsController {
  constructor(private readonly artefacts: ConsentArtefactsService) {}

  @Get(':id')
  @Header('Content-Type', 'application/secevent+jwt')
  @Operation({
    summary: "The caller's own consent artefact, with the state of the consent now",
    description: 'A security event of type consent-artefact.issued, addressed to the caller.',
    security: 'call',
    answer: { typ: 'secevent+jwt', payload: eventTypes['consent-artefact.issued'].state },
    refusals: ['call-not-authenticated', 'consent-unknown'],
  })
  find(@Param('id', { schema: uuid }) id: string, @Caller() caller: Caller): Promise<string> {
    return this.artefacts.find(id, caller.participantId);
  }
}
