import { answer } from '../../../api/answer.ts';
import { pageOf } from '../../../console/parts/page-of.ts';
import { api } from '../api.ts';

export const askSessions = async (after: string | undefined) => {
  const query = pageOf(after);
  const { dataSessions, next } = await answer(api.GET('/operator/data-sessions', { params: { query } }));
  return { rows: dataSessions, next };
};
export type FetchedSession = Awaited<ReturnType<typeof askSessions>>['rows'][number];
