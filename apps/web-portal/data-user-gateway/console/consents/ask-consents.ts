import { answer } from '../../../api/answer.ts';
import { pageOf } from '../../../console/parts/page-of.ts';
import { api } from '../api.ts';

export const askConsents = async (after: string | undefined) => {
  const query = pageOf(after);
  const { consents, next } = await answer(api.GET('/operator/consents', { params: { query } }));
  return { rows: consents, next };
};
export type Consent = Awaited<ReturnType<typeof askConsents>>['rows'][number];
