import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Operation } from '../openapi/operation.ts';
import { OperatorMay } from '../operators/operator-may.ts';
import { pageLimit } from './event-forms.ts';
import { ActsOfOperators, operatorActsView } from './operator-acts.ts';

const actsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: pageLimit,
});

@Controller('operator/acts')
export class OperatorActsController {
  constructor(private readonly acts: ActsOfOperators) {}

  @Get()
  @OperatorMay('admin')
  @Operation({
    summary: 'Who of the operators did what, and when: by the audit trail, newest first',
    security: 'operator',
    answer: operatorActsView,
  })
  list(@Query({ schema: actsQuery }) { limit, after }: z.output<typeof actsQuery>) {
    return this.acts.page(limit, after);
  }
}
