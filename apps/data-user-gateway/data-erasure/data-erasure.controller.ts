import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { ApiKeyGuard, Operation } from '#platform';
import { uuid } from '#protocol';
import { DataErasureService } from './data-erasure.service.ts';
import { deletionReceiptView } from './deletion-receipt-view.ts';
import { DeletionReceipts } from './deletion-receipts.ts';
import type { KeptReceipt } from './erasure-store.ts';

type DeletionReceiptView = z.output<typeof deletionReceiptView>;

@Controller('consents/:id')
@UseGuards(ApiKeyGuard)
export class DataErasureController {
  constructor(
    private readonly erasure: DataErasureService,
    private readonly receipts: DeletionReceipts,
  ) {}

  @Post('erase')
  @HttpCode(200)
  @Operation({
    summary: 'Erase all that was received under a consent',
    description: 'Its key is destroyed and its rows are deleted before the answer; sessions under way end.',
    security: 'api-key',
    answer: deletionReceiptView,
    status: 200,
    refusals: ['consent-unknown'],
  })
  async erase(@Param('id', { schema: uuid }) id: string): Promise<DeletionReceiptView> {
    return describe(await this.erasure.erase(id, 'asked-by-data-user'));
  }

  @Get('deletion-receipt')
  @Operation({
    summary: 'The last deletion receipt of a consent',
    security: 'api-key',
    answer: deletionReceiptView,
    refusals: ['not-found'],
  })
  async get(@Param('id', { schema: uuid }) id: string): Promise<DeletionReceiptView> {
    const receipt = await this.receipts.findLast(id);
    if (receipt === undefined) throw new RefusedError(refuse('not-found', 'nothing was erased'));
    return describe(receipt);
  }
}

function describe({ consentId, reason, erasedAt, receipt }: KeptReceipt): DeletionReceiptView {
  return { consentId, reason, erasedAt, receipt };
}
