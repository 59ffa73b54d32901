import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';
import { keepTold } from './push.ts';

export type Notifications = operations['Notifications.read']['responses'][200]['content']['application/json'];
export type ToldBrowser = Notifications['push']['subscriptions'][number];

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: async () => {
    await keepTold();
    return answer(api.GET('/me/notifications'));
  },
});
