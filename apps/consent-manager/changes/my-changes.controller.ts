import { Controller, Get, Header, StreamableFile, UseGuards } from '@nestjs/common';
import { Operation } from '#platform';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { ChangeBoard } from './change-board.ts';

const eventStream = 'text/event-stream; charset=utf-8';

@Controller('me/changes')
@UseGuards(SignedInGuard)
export class MyChangesController {
  constructor(private readonly board: ChangeBoard) {}

  @Get()
  // A proxy that gathers before it sends would hold every event back.
  @Header('x-accel-buffering', 'no')
  @Operation({
    summary: 'Tells, while it is open, that something of hers has changed',
    description:
      'Server-sent events `change` with data `{"kind": "consent-request" | "consent" | "data-session" | "account-link" | ' +
      '"erasure" | "timeline"}` and nothing else: ask anew for what is shown, also when the stream opens. Each change ' +
      'is on the timeline too. At most a second late; a comment every 15 s; it ends with the session, and when the role ' +
      'stops. At most 8 of one person at a time.',
    security: 'session',
    answer: { bytes: 'text/event-stream' },
    refusals: ['sign-in-required', 'too-many-requests'],
  })
  async open(@SignedIn() person: SignedInPrincipal): Promise<StreamableFile> {
    return new StreamableFile((await this.board.open(person)).bytes, { type: eventStream });
  }
}
