import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { Page } from '../../design/page.tsx';
import { Story } from '../../story/story.tsx';
import { Asked } from '../parts/asked.tsx';

interface SessionStoryProps {
  readonly title: string;
  /** Of the data session whose id the address names. */
  readonly ask: (id: string) => Promise<ComponentProps<typeof Story>>;
}

/** The page that tells what a data session went through. */
export function SessionStory({ title, ask }: SessionStoryProps) {
  const t = useTranslations('common');
  const { id } = useParams({ strict: false }) as { id: string };
  const story = useQuery({ queryKey: ['data-session-story', id], queryFn: () => ask(id) });
  return (
    <Page
      title={title}
      about={
        <code dir="ltr" className="font-mono text-sm break-all">
          {id}
        </code>
      }
      actions={
        <Link to="/data-sessions" className={buttonLook()}>
          {t('back')}
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
