import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { keyUses } from '#domain';
import { instant, kid } from '#protocol';
import { signingKeyStates } from '../keys/signing-key-store.ts';
import { Operation } from '../openapi/operation.ts';
import type { SignedInOperator } from '../operators/operator.ts';
import { ActingOperator, OperatorMay } from '../operators/operator-may.ts';
import { NodeKeys } from './node-keys.ts';

const keyView = z.strictObject({ kid, use: z.enum(keyUses), state: z.enum(signingKeyStates) });
const listedView = z.strictObject({
  validFrom: instant,
  retiredAt: instant.optional(),
  compromisedSince: instant.optional(),
});
const keysView = z
  .strictObject({
    keys: z.array(
      keyView.extend({
        listed: listedView.nullable().describe('What the trust list says of it; null where it does not name it.'),
      }),
    ),
  })
  .meta({ id: 'NodeKeys' });
const rotation = z.strictObject({ use: z.enum(keyUses) }).meta({ id: 'KeyRotation' });

@Controller('operator/keys')
export class KeysController {
  constructor(private readonly keys: NodeKeys) {}

  @Get()
  @OperatorMay('viewer')
  @Operation({
    summary: 'The signing keys of this node, and what the trust list says of each',
    security: 'operator',
    answer: keysView,
  })
  async list(): Promise<z.output<typeof keysView>> {
    return { keys: await this.keys.list() };
  }

  @Post('rotate')
  @HttpCode(202)
  @OperatorMay('admin')
  @Operation({
    summary: 'Make the next key of a use',
    description: 'This node has it listed, and signs with it once the list has named it for KEY_OVERLAP_SECONDS.',
    security: 'operator',
    status: 202,
    answer: keyView,
    refusals: ['not-found'],
  })
  rotate(@Body({ schema: rotation }) { use }: z.output<typeof rotation>, @ActingOperator() by: SignedInOperator) {
    return this.keys.rotate(use, by);
  }
}
