import { answer } from '../../api/answer.ts';
import { api } from '../api.ts';

export const askKeys = () => answer(api.GET('/operator/keys'));
export type NodeKey = Awaited<ReturnType<typeof askKeys>>['keys'][number];
