import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

export type StandingChoice =
  operations['MyStandingChoices.list']['responses'][200]['content']['application/json']['choices'][number];
export type StandingRule = operations['MyStandingChoices.set']['requestBody']['content']['application/json']['rule'];
export type RuleOf<K extends StandingRule['kind']> = Extract<StandingRule, { kind: K }>;

export const choicesQuery = queryOptions({
  queryKey: ['standing-choices'],
  queryFn: () => answer(api.GET('/me/standing-choices')),
});
