import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ActingOperator, Operation, OperatorMay, pageLimit, type SignedInOperator } from '#platform';
import { uuid } from '#protocol';
import { recordsView } from '../received-records/received-record-schemas.ts';
import { NDJSON, recordsFile } from '../received-records/records-file.ts';
import { OperatedRecords } from './operated-records.ts';

const filter = { consent: uuid, dataType: z.string().max(100).optional(), account: uuid.optional() };
const recordsQuery = z.strictObject({ ...filter, after: z.string().max(100).optional(), limit: pageLimit });
const exportQuery = z.strictObject(filter);

@Controller('operator/records')
@OperatorMay('operator')
export class OperatedRecordsController {
  constructor(private readonly records: OperatedRecords) {}

  @Get()
  @Operation({
    summary: 'Received records under a consent, page by page',
    description:
      'Only of sessions whose manifest has been verified, while their data lives. The audit trail says who read.',
    security: 'operator',
    answer: recordsView,
    refusals: ['consent-unknown', 'data-erased'],
  })
  read(
    @Query({ schema: recordsQuery }) { consent, limit, ...query }: z.output<typeof recordsQuery>,
    @ActingOperator() by: SignedInOperator,
  ) {
    return this.records.page(consent, query, limit, by);
  }

  @Get('export')
  @Operation({
    summary: 'All received records under a consent, one a line',
    security: 'operator',
    answer: { bytes: NDJSON },
    refusals: ['consent-unknown', 'data-erased', 'export-not-consented'],
  })
  async export(
    @Query({ schema: exportQuery }) { consent, ...query }: z.output<typeof exportQuery>,
    @ActingOperator() by: SignedInOperator,
  ): Promise<StreamableFile> {
    return recordsFile(await this.records.stream(consent, query, by));
  }
}
