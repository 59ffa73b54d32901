import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Asked } from '../../../console/parts/asked.tsx';
import { buttonLook } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Page } from '../../../design/page.tsx';
import { Story } from '../../../story/story.tsx';
import { api } from '../api.ts';

export function StoryPage() {
  const t = useTranslations();
  const { id } = useParams({ strict: false }) as { id: string };
  const story = useQuery({
    queryKey: ['data-session-story', id],
    queryFn: () => answer(api.GET('/operator/data-sessions/{id}/story', { params: { path: { id } } })),
  });
  return (
    <Page
      title={t('dataUser.dataSessions.storyTitle')}
      about={
        <code dir="ltr" className="font-mono text-sm break-all">
          {id}
        </code>
      }
      actions={
        <Link to="/data-sessions" className={buttonLook()}>
          {t('common.back')}
        </Link>
      }
    >
      <Asked query={story}>
        {({ steps }) => (
          <Card>
            <Story steps={steps} />
          </Card>
        )}
      </Asked>
    </Page>
  );
}
