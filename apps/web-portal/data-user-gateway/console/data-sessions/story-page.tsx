import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { SessionStory } from '../../../console/story/session-story.tsx';
import { api } from '../api.ts';

const askStory = (id: string) => answer(api.GET('/operator/data-sessions/{id}/story', { params: { path: { id } } }));

export function StoryPage() {
  const t = useTranslations('dataUser.dataSessions');
  return <SessionStory title={t('storyTitle')} ask={askStory} />;
}
