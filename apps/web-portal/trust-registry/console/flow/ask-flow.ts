import { answer } from '../../../api/answer.ts';
import { pageOf } from '../../../console/parts/page-of.ts';
import { api } from '../api.ts';

export const askFlow = (after: string | undefined) =>
  answer(api.GET('/operator/flow', { params: { query: pageOf(after) } }));
export type Trail = Awaited<ReturnType<typeof askFlow>>['trails'][number];
