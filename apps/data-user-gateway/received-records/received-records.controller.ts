import { Controller, Get, Headers, Param, Query, type StreamableFile, UseGuards } from '@nestjs/common';
import { ApiKeyGuard, Operation } from '#platform';
import { uuid } from '#protocol';
import { type RecordsQueryForm, recordsQuery, recordsView } from './received-record-schemas.ts';
import { ReceivedRecordsService, type RecordsPage } from './received-records.service.ts';
import { NDJSON, recordsFile } from './records-file.ts';

@Controller('consents/:id/records')
@UseGuards(ApiKeyGuard)
export class ReceivedRecordsController {
  constructor(private readonly receivedRecords: ReceivedRecordsService) {}

  @Get()
  @Operation({
    summary: 'Received records',
    description:
      `By page as JSON; with Accept: ${NDJSON} all of them, one a line (not under a consent for viewing only). ` +
      'Only of sessions whose manifest has been verified, while their data lives.',
    security: 'api-key',
    answer: recordsView,
    refusals: ['consent-unknown', 'data-erased', 'export-not-consented'],
  })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: recordsQuery }) { limit = 100, ...query }: RecordsQueryForm,
    @Headers('accept') accept?: string,
  ): Promise<RecordsPage | StreamableFile> {
    if (accept?.includes(NDJSON) !== true) return this.receivedRecords.page(id, query, Math.max(1, limit));
    const records = await this.receivedRecords.stream(id, query);
    return recordsFile(records);
  }
}
