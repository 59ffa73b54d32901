import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiKeyGuard, Operation } from '#platform';
import { overdueErasuresView } from './overdue-erasure.ts';
import { OverdueWatch } from './overdue-watch.ts';

/** For the operator. */
@Controller('erasures')
@UseGuards(ApiKeyGuard)
export class ErasuresController {
  constructor(private readonly watch: OverdueWatch) {}

  @Get('overdue')
  @Operation({
    summary: 'Received data that should be gone and is not',
    description: 'The timer tries again by itself; the log says what stands in its way.',
    security: 'api-key',
    answer: overdueErasuresView,
  })
  async overdue() {
    return { overdue: await this.watch.list() };
  }
}
