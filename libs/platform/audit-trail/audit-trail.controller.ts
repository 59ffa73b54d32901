import { Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { participantRoles } from '#domain';
import { digest, participantId, TRAIL_CHECKPOINT, trailCheckpoint } from '#protocol';
import { Operation } from '../openapi/operation.ts';
import { TrailProofs } from './trail-proofs.ts';
import { WitnessedCheckpoints } from './witnessed-checkpoints.ts';

const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const inclusionQuery = z.strictObject({ index: number, size: number });
const consistencyQuery = z.strictObject({ from: number, to: number });
const witnessedQuery = z.strictObject({
  issuer: participantId,
  role: z.enum(participantRoles),
  /** Only those of fewer entries: the next page. */
  before: number.optional(),
});

const path = z.array(digest);
const inclusionAnswer = z
  .strictObject({ index: z.int(), size: z.int(), leaf: digest, path })
  .meta({ id: 'InclusionProof' });
const consistencyAnswer = z.strictObject({ from: z.int(), to: z.int(), path }).meta({ id: 'ConsistencyProof' });
const witnessedAnswer = z
  .strictObject({
    checkpoints: z.array(
      z.strictObject({
        size: z.int(),
        token: z.string(),
        receivedAt: z.string(),
        agrees: z.boolean(),
        linked: z.boolean(),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'WitnessedCheckpoints' });

/** Hashes and signed words only: entries never leave by it. */
@Controller('audit-trail')
export class AuditTrailController {
  constructor(
    private readonly proofs: TrailProofs,
    private readonly witnessed: WitnessedCheckpoints,
  ) {}

  @Get('checkpoint')
  @Header('content-type', 'application/jwt')
  @Operation({
    summary: 'The newest checkpoint of the audit trail',
    answer: { typ: TRAIL_CHECKPOINT, payload: trailCheckpoint },
    security: 'none',
    refusals: ['not-found'],
  })
  async checkpoint(): Promise<string> {
    return (await this.proofs.checkpoint()).token;
  }

  @Get('inclusion')
  @Operation({
    summary: 'The proof that an entry is in the audit trail',
    description: 'RFC 9162, section 2.1.3, for the entry with this index in the tree of this size.',
    answer: inclusionAnswer,
    security: 'none',
    refusals: ['not-found'],
  })
  async inclusion(@Query({ schema: inclusionQuery }) { index, size }: z.output<typeof inclusionQuery>) {
    return this.proofs.inclusion(index, size);
  }

  @Get('consistency')
  @Operation({
    summary: 'The proof that the audit trail extends what it was',
    description: 'RFC 9162, section 2.1.4, between two sizes.',
    answer: consistencyAnswer,
    security: 'none',
    refusals: ['not-found'],
  })
  async consistency(@Query({ schema: consistencyQuery }) { from, to }: z.output<typeof consistencyQuery>) {
    return { from, to, path: await this.proofs.consistency(from, to) };
  }

  @Get('witnessed')
  @Operation({
    summary: "The checkpoints of another's audit trail that are kept here",
    description:
      'The newest first; on the first page those before them that contradict others (`agrees` is false: also where one was ' +
      'not proven to extend another), and those that are not proven yet to be of one trail with the others (`linked` is false).',
    answer: witnessedAnswer,
    security: 'none',
  })
  async list(@Query({ schema: witnessedQuery }) { issuer, role, before }: z.output<typeof witnessedQuery>) {
    return this.witnessed.list(issuer, role, before);
  }
}
