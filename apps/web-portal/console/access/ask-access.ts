import { answer } from '../../api/answer.ts';
import { api } from '../api.ts';

export const passkeysQuery = { queryKey: ['own-passkeys'], queryFn: () => answer(api.GET('/operator/passkeys')) };
export type OwnPasskey = Awaited<ReturnType<typeof passkeysQuery.queryFn>>['passkeys'][number];

export const sessionsQuery = { queryKey: ['own-sessions'], queryFn: () => answer(api.GET('/operator/sessions')) };
