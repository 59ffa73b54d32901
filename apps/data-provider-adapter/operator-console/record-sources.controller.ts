import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { ActingOperator, Operation, OperatorMay, type SignedInOperator } from '#platform';
import { instant } from '#protocol';
import { recordSourceKinds } from '../record-sources/record-source-settings.ts';
import { SourceConsole } from './source-console.ts';

const code = z.string().regex(/^[a-z0-9.-]{1,100}$/);
const sourcesView = z
  .strictObject({
    kind: z.enum(recordSourceKinds),
    dataTypes: z.array(z.string()),
    reads: z
      .array(
        z.strictObject({
          source: z.string(),
          dataType: z.string(),
          readAt: instant.nullable(),
          failedAt: instant.nullable(),
          failure: z.string().nullable(),
        }),
      )
      .describe('When each source last gave, and last failed to give, records of a type: to within ten seconds.'),
  })
  .meta({ id: 'RecordSources' });
const dataTypesView = z
  .strictObject({
    dataTypes: z.array(
      z.strictObject({
        type: z.string(),
        title: z.string(),
        description: z.string(),
        fields: z.array(z.string()),
        schema: z.looseObject({}).describe('JSON Schema 2020-12 that each record must fit.'),
      }),
    ),
  })
  .meta({ id: 'HeldDataTypes' });
const trial = z
  .strictObject({
    accountKey: z.string().min(1).max(500),
    dataType: code.optional(),
    from: instant.optional(),
    to: instant.optional(),
  })
  .meta({ id: 'RecordSourceTrial' });
const triedView = z
  .strictObject({
    dataTypes: z.array(
      z.strictObject({
        dataType: z.string(),
        read: z.int(),
        leave: z.int(),
        outside: z.int(),
        refused: z.array(
          z.strictObject({ path: z.string(), keyword: z.string(), records: z.int(), position: z.int() }),
        ),
        fields: z.array(z.strictObject({ path: z.string(), types: z.array(z.string()), records: z.int() })),
        failure: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'RecordSourceTried' });

@Controller('operator')
export class RecordSourcesController {
  constructor(private readonly console: SourceConsole) {}

  @Get('record-sources')
  @OperatorMay('viewer')
  @Operation({ summary: 'Where records come from, and how that does', security: 'operator', answer: sourcesView })
  list() {
    return this.console.list();
  }

  @Get('data-types')
  @OperatorMay('viewer')
  @Operation({ summary: 'What is held here, with the schema of each', security: 'operator', answer: dataTypesView })
  dataTypes() {
    return { dataTypes: this.console.dataTypes() };
  }

  @Post('record-sources/try')
  @HttpCode(200)
  @OperatorMay('operator')
  @Operation({
    summary: "Read an account's records as a data session would, and count what would leave",
    description: 'Nothing leaves, and no value is shown.',
    security: 'operator',
    status: 200,
    answer: triedView,
    refusals: ['data-type-unknown'],
  })
  async try(@Body({ schema: trial }) body: z.output<typeof trial>, @ActingOperator() by: SignedInOperator) {
    return { dataTypes: await this.console.try(body, by) };
  }
}
