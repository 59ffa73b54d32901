import { Controller, Get } from '@nestjs/common';
import { Operation } from '../openapi/operation.ts';
import { OperatorMay } from '../operators/operator-may.ts';
import { NodeOverview, type Overview, overviewView } from './overview.ts';
import { TrailOverview, type TrailView, trailView } from './trail-overview.ts';

@Controller('operator')
@OperatorMay('viewer')
export class NodeController {
  constructor(
    private readonly overview: NodeOverview,
    private readonly trail: TrailOverview,
  ) {}

  @Get('overview')
  @Operation({
    summary: 'How this node does: trust list, database, queues, clock, events, versions',
    security: 'operator',
    answer: overviewView,
  })
  read(): Promise<Overview> {
    return this.overview.read();
  }

  @Get('trail')
  @Operation({
    summary: "How this node's audit trail stands: its size, its newest checkpoint, who keeps it as a witness, faults",
    security: 'operator',
    answer: trailView,
  })
  readTrail(): Promise<TrailView> {
    return this.trail.read();
  }
}
