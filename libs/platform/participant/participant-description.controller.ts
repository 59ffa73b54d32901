import { Controller, Get, Header } from '@nestjs/common';
import { PARTICIPANT_DESCRIPTION, participantDescription } from '#protocol';
import { Operation } from '../openapi/operation.ts';
import { OwnDescription } from './own-description.ts';

@Controller('participant-description')
export class ParticipantDescriptionController {
  constructor(private readonly description: OwnDescription) {}

  @Get()
  @Header('content-type', 'application/jwt')
  @Operation({
    summary: 'What this participant says of itself',
    description: 'Id, name, roles, endpoints, public keys and data types, signed: what a trust registry enrols it by.',
    answer: { typ: PARTICIPANT_DESCRIPTION, payload: participantDescription },
    security: 'none',
  })
  describe(): Promise<string> {
    return this.description.create();
  }
}
