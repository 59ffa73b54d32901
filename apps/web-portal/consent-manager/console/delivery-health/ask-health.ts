import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';

export const askHealth = () => answer(api.GET('/operator/delivery-health'));
export type Counterpart = Awaited<ReturnType<typeof askHealth>>['counterparts'][number];
