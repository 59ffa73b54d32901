import { answer } from '../../../api/answer.ts';
import { pageOf } from '../../../console/parts/page-of.ts';
import { api } from '../api.ts';

export const askRecords = (consent: string, dataType: string, after: string | undefined) =>
  answer(api.GET('/operator/records', { params: { query: { consent, dataType, ...pageOf(after) } } }));
export type ReceivedRecord = Awaited<ReturnType<typeof askRecords>>['records'][number];
