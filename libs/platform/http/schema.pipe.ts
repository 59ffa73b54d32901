import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { describeMismatch } from '#protocol';

/**
 * Checks what came against the schema of `@Body({ schema })`, `@Param({ schema })` or `@Query({ schema })`. Names what
 * does not fit, never what it holds.
 */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    // An address that cannot be anything's is an address where nothing is.
    if (type === 'param') throw new RefusedError(refuse('not-found'));
    throw new RefusedError(refuse('schema-mismatch', describeMismatch(parsed.error)));
  }
}
