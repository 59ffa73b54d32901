import type { OperationDescription } from './operation.ts';

/** How a caller shows who it is. */
export const securitySchemes = {
  call: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'call+jwt',
    description: 'Signed by the calling participant for this one call: method, address, body digest, at most 60 s.',
  },
  'api-key': { type: 'http', scheme: 'bearer', description: "The key of the organisation's own systems." },
  session: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The session of a signed-in person. A page of this role has it in a cookie instead; then a call that changes ' +
      'something has to come from that page.',
  },
  operator: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-assent-<role>-operator',
    description:
      'The session of a signed-in operator of this node (`assent-<role>-operator-<port>` where PUBLIC_URL is not https).',
  },
  'access-token': {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`DPoP <at+jwt>` with a `DPoP` header that proves the key it is bound to (RFC 9449).',
  },
} as const;

export function securityOf(security: OperationDescription['security'] = 'none'): Array<Record<string, string[]>> {
  return security === 'none' ? [] : [{ [security]: [] }];
}
