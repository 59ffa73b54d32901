import type { KeyUse, ParticipantRole } from '#domain';
import type { ListedKey, Participant, ParticipantStatus } from '../participant/participant.ts';
import {
  type KeyService,
  keyServicePrefix,
  type RoleService,
  roleServicePrefix,
  statusPrefix,
  type TrustedEntity,
} from './list-of-trusted-entities.ts';

const english = (value: string) => [{ lang: 'en', value }];

/** A participant as the list says it; the reverse of parseParticipant. */
export function toTrustedEntity(participant: Participant): TrustedEntity {
  const services = [
    ...participant.roles.map((role) => toRoleService(participant, role)),
    ...participant.keys.map((key) => toKeyService(participant, key)),
  ];
  return {
    TrustedEntityInformation: {
      TEName: english(participant.name),
      TEInformationURI: [{ lang: 'en', uriValue: participant.id }],
    },
    TrustedEntityServices: services.map((service) => ({ ServiceInformation: service })),
  };
}

function toRoleService(participant: Participant, role: ParticipantRole): RoleService {
  const endpoint = participant.endpoints[role];
  const { dataTypes } = participant;
  return {
    ServiceTypeIdentifier: `${roleServicePrefix}${role}`,
    ServiceName: english(`${participant.name}, ${role}`),
    ServiceDigitalIdentity: { OtherIds: [participant.id] },
    ServiceStatus: `${statusPrefix}${participant.status}`,
    ...(endpoint === undefined ? {} : { ServiceSupplyPoints: [{ uriValue: endpoint }] }),
    ...(role === 'data-provider' && dataTypes.length > 0
      ? { ServiceInformationExtensions: [{ dataTypes: [...dataTypes] }] }
      : {}),
  };
}

function toKeyService(participant: Participant, key: ListedKey): KeyService {
  const { validUntil, retiredAt, compromisedSince } = key;
  return {
    ServiceTypeIdentifier: `${keyServicePrefix}${key.use}`,
    ServiceName: english(`${participant.name}, ${key.use} key`),
    ServiceDigitalIdentity: { PublicKeyValues: [{ ...key.jwk, kid: key.kid }] },
    StatusStartingTime: key.validFrom,
    ...((validUntil ?? retiredAt ?? compromisedSince)
      ? { ServiceInformationExtensions: [{ validUntil, retiredAt, compromisedSince }] }
      : {}),
  };
}

/** @returns undefined where the entity contradicts itself: another id in a role, unlike statuses, no role, a key twice */
export function parseParticipant(entity: TrustedEntity): Participant | undefined {
  const { TEName, TEInformationURI } = entity.TrustedEntityInformation;
  const id = TEInformationURI[0]?.uriValue;
  const name = TEName[0]?.value;
  const services = entity.TrustedEntityServices.map((service) => service.ServiceInformation);
  const roleServices = services.filter(isRoleService);
  const keys = services.filter((service): service is KeyService => !isRoleService(service)).map(parseKey);
  const status = roleServices[0]?.ServiceStatus;
  if (id === undefined || name === undefined || status === undefined) return undefined;
  const agree = roleServices.every((service) => service.ServiceStatus === status && identityOf(service) === id);
  const roles = roleServices.map(roleOf);
  if (!agree || hasRepeats(roles) || hasRepeats(keys.map((key) => key.kid))) return undefined;
  return {
    id,
    name,
    roles,
    endpoints: Object.fromEntries(roleServices.flatMap(endpointOf)),
    keys,
    dataTypes: roleServices.flatMap((service) => service.ServiceInformationExtensions?.[0].dataTypes ?? []),
    status: status.slice(statusPrefix.length) as ParticipantStatus,
  };
}

function isRoleService(service: RoleService | KeyService): service is RoleService {
  return service.ServiceTypeIdentifier.startsWith(roleServicePrefix);
}

function roleOf(service: RoleService): ParticipantRole {
  return service.ServiceTypeIdentifier.slice(roleServicePrefix.length) as ParticipantRole;
}

function identityOf(service: RoleService): string {
  return service.ServiceDigitalIdentity.OtherIds[0];
}

function endpointOf(service: RoleService): [ParticipantRole, string][] {
  const uri = service.ServiceSupplyPoints?.[0]?.uriValue;
  return uri === undefined ? [] : [[roleOf(service), uri]];
}

function parseKey(service: KeyService): ListedKey {
  const { kid, ...jwk } = service.ServiceDigitalIdentity.PublicKeyValues[0];
  return {
    kid,
    use: service.ServiceTypeIdentifier.slice(keyServicePrefix.length) as KeyUse,
    jwk,
    validFrom: service.StatusStartingTime,
    ...service.ServiceInformationExtensions?.[0],
  };
}

export function hasRepeats(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
