import { RouteConfig } from '@nestjs/platform-fastify';

export const BODY_LIMIT = 'assent:body-limit';
export type BodyLimitConfig = { readonly [BODY_LIMIT]?: number };

/** The largest body this endpoint takes, in place of BODY_LIMIT_BYTES. */
export const BodyLimit = (bytes: number): MethodDecorator => RouteConfig({ [BODY_LIMIT]: bytes });
