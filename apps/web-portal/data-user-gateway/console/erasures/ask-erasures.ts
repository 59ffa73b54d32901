import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';

export const askErasures = () => answer(api.GET('/operator/erasures', { params: { query: { limit: '100' } } }));
export type Erasures = Awaited<ReturnType<typeof askErasures>>;
