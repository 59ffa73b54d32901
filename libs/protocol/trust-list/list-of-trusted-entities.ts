import { z } from 'zod';
import { keyUses, participantRoles } from '#domain';
import { code, instant, kid, participantId, text } from '../claims/forms.ts';
import { isPublicJwk } from '../key/jwk.ts';
import { participantStatuses } from '../participant/participant.ts';
import { rootSuccessions } from './root-succession.ts';

const names = z
  .array(z.strictObject({ lang: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/), value: text(200) }))
  .min(1);
const uris = z.array(z.strictObject({ lang: z.string().max(20), uriValue: z.string().max(500) })).min(1);

export const roleServicePrefix = 'urn:assent:role:';
export const keyServicePrefix = 'urn:assent:key:';
export const statusPrefix = 'urn:assent:status:';
export const participantsListType = 'urn:assent:list:participants';

const prefixed = <T extends string>(prefix: string, values: readonly T[]) =>
  z.enum(values.map((value) => `${prefix}${value}`));

/** An http(s) URL without query, fragment or trailing slash: paths are put behind it. */
export const endpoint = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*$/);

const roleService = z.strictObject({
  ServiceTypeIdentifier: prefixed(roleServicePrefix, participantRoles),
  ServiceName: names,
  ServiceDigitalIdentity: z.strictObject({ OtherIds: z.tuple([participantId]) }),
  ServiceStatus: prefixed(statusPrefix, participantStatuses),
  ServiceSupplyPoints: z
    .array(z.strictObject({ uriValue: endpoint }))
    .length(1)
    .optional(),
  ServiceInformationExtensions: z.tuple([z.strictObject({ dataTypes: z.array(code).min(1).max(200) })]).optional(),
});

const keyService = z.strictObject({
  ServiceTypeIdentifier: prefixed(keyServicePrefix, keyUses),
  ServiceName: names,
  ServiceDigitalIdentity: z.strictObject({
    PublicKeyValues: z.tuple([
      z
        .strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), kid })
        .refine(({ kid: _kid, ...jwk }) => isPublicJwk(jwk)),
    ]),
  }),
  StatusStartingTime: instant,
  ServiceInformationExtensions: z
    .tuple([
      z.strictObject({
        validUntil: instant.optional(),
        retiredAt: instant.optional(),
        compromisedSince: instant.optional(),
      }),
    ])
    .optional(),
});

export type RoleService = z.infer<typeof roleService>;
export type KeyService = z.infer<typeof keyService>;

const trustedEntity = z.strictObject({
  TrustedEntityInformation: z.strictObject({ TEName: names, TEInformationURI: uris.length(1) }),
  TrustedEntityServices: z.array(z.strictObject({ ServiceInformation: z.union([roleService, keyService]) })).min(1),
});

export type TrustedEntity = z.infer<typeof trustedEntity>;

/**
 * The payload of a trust list in the shape of ETSI TS 119 602 (list of trusted entities, JSON binding). Its members
 * and what they hold here:
 *
 * | LoTE | holds |
 * |---|---|
 * | `LoTEVersionIdentifier` | 1 |
 * | `LoTESequenceNumber` | `sequence`: one more with each list |
 * | `LoTEType` | `urn:assent:list:participants` |
 * | `SchemeOperatorName` | name of the trust registry, whose id is the claim `iss` |
 * | `SchemeName` | name of the network |
 * | `ListIssueDateTime`, `NextUpdate` | when it was made, when the next is expected |
 * | `TEName` | name of the participant |
 * | `TEInformationURI` | id of the participant |
 * | a service `urn:assent:role:<role>` | one role; `ServiceStatus` the participant's status (the same in each of its roles), `ServiceSupplyPoints` its endpoint, `ServiceInformationExtensions` the data types it holds |
 * | a service `urn:assent:key:<use>` | one key; `PublicKeyValues` the key with its thumbprint, `StatusStartingTime` its `validFrom`, `ServiceInformationExtensions` its `validUntil`, `retiredAt`, `compromisedSince` |
 *
 * Beside `LoTE` stand the JWT claims `iss`, `iat` (the issue time in seconds) and `exp` (`validUntil`: LoTE has no end
 * of validity), and `rootSuccessions`, each a JWS by which an old root names the next. Left out: postal addresses, X.509 certificates (keys stand as JWK), pointers to other lists.
 */
export const trustListClaims = z.strictObject({
  iss: participantId,
  iat: z.int().min(0),
  exp: z.int().min(0),
  rootSuccessions: rootSuccessions.optional(),
  LoTE: z.strictObject({
    ListAndSchemeInformation: z.strictObject({
      LoTEVersionIdentifier: z.literal(1),
      LoTESequenceNumber: z.int().min(1),
      LoTEType: z.literal(participantsListType),
      SchemeOperatorName: names,
      SchemeName: names,
      ListIssueDateTime: instant,
      NextUpdate: instant,
    }),
    TrustedEntitiesList: z.array(trustedEntity).max(100_000),
  }),
});

export type TrustListClaims = z.infer<typeof trustListClaims>;
