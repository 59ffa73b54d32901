import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

export type OwnPasskey =
  operations['Passkeys.list']['responses'][200]['content']['application/json']['passkeys'][number];
export type OpenSession =
  operations['MySessions.list']['responses'][200]['content']['application/json']['sessions'][number];

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () => answer(api.GET('/me/passkeys')),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => answer(api.GET('/me/sessions')),
});

export const recoveryCodesQuery = queryOptions({
  queryKey: ['recovery-codes'],
  queryFn: () => answer(api.GET('/me/recovery-codes')),
});
