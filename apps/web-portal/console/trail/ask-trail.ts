import { answer } from '../../api/answer.ts';
import { api } from '../api.ts';

export const askTrail = () => answer(api.GET('/operator/trail'));
export type Trail = Awaited<ReturnType<typeof askTrail>>;
