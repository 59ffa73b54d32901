import { Logger } from '@nestjs/common';
import { documentRole } from '#platform';
import { knownRoles } from '../node/known-roles.ts';
import type { Files } from './json-schemas.ts';

/** Enough for a role to be looked at; nothing is opened or started. */
export const settingsToLookAt: Readonly<Record<string, string>> = {
  PARTICIPANT_ID: 'https://participant.example',
  PARTICIPANT_NAME: 'Participant',
  DATABASE_URL: 'postgresql://localhost/none',
  KEYS_FOLDER: 'keys',
  API_KEY_FILE: 'api-key',
  OUTBOX_FOLDER: 'outbox',
  TRUST_LIST_URL: 'https://registry.example/trust-list',
  TRUST_ROOTS_FILE: 'roots.json',
  TRUST_LIST_CACHE_FILE: 'trust-list.jwt',
  RECORD_SOURCE: 'fhir-ndjson',
  FHIR_FOLDER: 'bulk-export',
};

/** One OpenAPI 3.1 document per role, the same that the role serves at /openapi.json. */
export async function openApiFiles(): Promise<Files> {
  // Looking at several roles at once is no cause for warnings on stdout.
  Logger.overrideLogger(false);
  const documents = await Promise.all(
    knownRoles.map(async (role) => [`${role.name}.json`, await documentRole(role, settingsToLookAt)] as const),
  );
  return new Map(documents);
}
