import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { RefusalCode } from '#domain';

/** A signed message: its definition, or its `typ` and the schema of its payload. */
export interface DescribedToken {
  readonly typ: string;
  readonly payload?: z.ZodType;
  readonly schema?: z.ZodType;
}

/** A JSON body or answer is a zod schema; `bytes` is a media type that is neither JSON nor signed. */
export type Described = z.ZodType | DescribedToken | { readonly bytes: string };

export interface OperationDescription {
  readonly summary: string;
  readonly description?: string;
  /** Of a signed message; a JSON body is read from `@Body({ schema })`. */
  readonly body?: Described;
  readonly answer?: Described;
  /** Of the answer; where absent, what Nest sends (201 for POST, 200 otherwise). */
  readonly status?: number;
  /** How the caller shows who it is. */
  readonly security?: 'call' | 'api-key' | 'session' | 'operator' | 'access-token' | 'none';
  /** The refusals worth naming, beyond those of form. */
  readonly refusals?: readonly RefusalCode[];
}

export const OPERATION = 'assent:operation';
/** Of an endpoint or a controller for operators alone: how far their right has to reach. */
export const OPERATOR_MAY = 'assent:operator-may';

/** Describes an endpoint in the role's OpenAPI document. Required on every endpoint. */
export const Operation = (description: OperationDescription): MethodDecorator => SetMetadata(OPERATION, description);
