import { answer } from '../../api/answer.ts';
import { api } from '../api.ts';

export const askOverview = () => answer(api.GET('/operator/overview'));
export type Overview = Awaited<ReturnType<typeof askOverview>>;
