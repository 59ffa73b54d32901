import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { handOverStates, moveHandOver, RefusedError, refuse } from '#domain';
import { ApiKeyGuard, Clock, Operation } from '#platform';
import { uuid } from '#protocol';
import { idOfPage } from '../api/api-forms.ts';
import { HandOverQueue } from './hand-over-queue.ts';
import { HandOverStore } from './hand-over-store.ts';
import { describeHandOver, type HandOverView, handOversView, handOverView } from './hand-over-view.ts';

const handOversQuery = z.strictObject({ state: z.enum(handOverStates).optional(), ...idOfPage });

/** For the operator: what was given up, and another try. */
@Controller('hand-overs')
@UseGuards(ApiKeyGuard)
export class HandOversController {
  constructor(
    private readonly handOvers: HandOverStore,
    private readonly queue: HandOverQueue,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Operation({
    summary: 'Hand-overs that were given up, and files not deleted yet, newest first; with state, those in that state',
    security: 'api-key',
    answer: handOversView,
  })
  async list(@Query({ schema: handOversQuery }) { state, after, limit = 50 }: z.output<typeof handOversQuery>) {
    const states = state === undefined ? (['FAILED', 'UNREACHABLE'] as const) : [state];
    const page = { states, withLeftFiles: state === undefined, after, limit };
    return { handOvers: (await this.handOvers.list(page)).map(describeHandOver) };
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Operation({
    summary: 'Try again what was given up',
    security: 'api-key',
    answer: handOverView,
    status: 202,
    refusals: ['not-found'],
  })
  async retry(@Param('id', { schema: uuid }) id: string): Promise<HandOverView> {
    const found = await this.handOvers.find(id);
    const next = found && moveHandOver(found.state, 'retry');
    if (found === undefined || next === undefined) throw new RefusedError(refuse('not-found', 'nothing was given up'));
    await this.handOvers.retry(id, found.state, next, this.clock.now());
    await this.queue.add({ id, state: next });
    return describeHandOver((await this.handOvers.find(id)) ?? found);
  }
}
