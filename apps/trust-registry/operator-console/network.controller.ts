import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listStandingView, Operation, OperatorMay, pageLimit, RoleStanding } from '#platform';
import { participantId } from '#protocol';
import { flowView, NetworkFlow } from './network-flow.ts';

const flowQuery = z.strictObject({ after: participantId.optional(), limit: pageLimit });
const listView = z
  .strictObject({ trustList: listStandingView.nullable() })
  .describe('Null where none was made yet.')
  .meta({ id: 'PublishedTrustList' });

@Controller('operator')
@OperatorMay('viewer')
export class NetworkController {
  constructor(
    private readonly standing: RoleStanding,
    private readonly flow: NetworkFlow,
  ) {}

  @Get('trust-list')
  @Operation({
    summary: 'How fresh the published trust list is',
    security: 'operator',
    answer: listView,
  })
  async trustList(): Promise<z.output<typeof listView>> {
    return { trustList: (await this.standing.trustList()) ?? null };
  }

  @Get('flow')
  @Operation({
    summary: 'Who answers now, and how much each participant does by the checkpoints that are witnessed here',
    description: 'Who deals with whom, and about whom, a registry does not learn.',
    security: 'operator',
    answer: flowView,
  })
  read(@Query({ schema: flowQuery }) { limit, after }: z.output<typeof flowQuery>) {
    return this.flow.page(limit, after);
  }
}
