import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';

export const askSources = () => answer(api.GET('/operator/record-sources'));
export type SourceRead = Awaited<ReturnType<typeof askSources>>['reads'][number];
