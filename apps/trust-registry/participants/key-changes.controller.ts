import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Operation } from '#platform';
import { keyIntroductionMessage, keyRetirementMessage, type Participant } from '#protocol';
import { KeyChangesService } from './key-changes.service.ts';
import { participantView } from './participant-view.ts';

const answer = participantView;
// The key has the use that the message names.
const introduction = keyIntroductionMessage('message');
const retirement = keyRetirementMessage('message');

@Controller()
export class KeyChangesController {
  constructor(private readonly keyChanges: KeyChangesService) {}

  @Post('key-introductions')
  @HttpCode(200)
  @Operation({
    summary: 'List a further key of a participant',
    description: 'Signed with a present key of the same use. What is listed already stays as it is.',
    body: { typ: introduction.typ, payload: introduction.schema },
    answer,
    status: 200,
    security: 'none',
    refusals: ['signature-invalid', 'key-not-listed', 'key-not-acceptable', 'too-many-requests'],
  })
  introduce(@Body() raw: string): Promise<Participant> {
    return this.keyChanges.introduce(raw);
  }

  @Post('key-retirements')
  @HttpCode(200)
  @Operation({
    summary: 'Retire a key: it signs nothing new, and what it signed stays true',
    description: 'Signed with another present key of the same use.',
    body: { typ: retirement.typ, payload: retirement.schema },
    answer,
    status: 200,
    security: 'none',
    refusals: ['signature-invalid', 'key-not-listed', 'key-not-acceptable', 'participant-unknown'],
  })
  retire(@Body() raw: string): Promise<Participant> {
    return this.keyChanges.retire(raw);
  }
}
