import { useTranslations } from 'use-intl';
import type { components } from '../../api/generated/data-provider-adapter.ts';
import { Badge } from '../../design/badge.tsx';
import { When } from '../../design/when.tsx';
import { NodeWords } from '../parts/node-words.tsx';
import { Code } from '../parts/short-id.tsx';

type Steps = components['schemas']['Story']['steps'];

/** What something went through, step by step; where it failed, why, and what helps. */
export function Story({ steps }: { readonly steps: Steps }) {
  return (
    <ol className="space-y-4 border-s-2 border-line ps-5">
      {steps.map((step) => (
        <Step key={`${step.at} ${step.step} ${step.what}`} {...step} />
      ))}
    </ol>
  );
}

function Step({ at, who, what, failure }: Steps[number]) {
  const t = useTranslations('console.story');
  const dot = failure === undefined ? 'bg-accent' : 'bg-bad';
  return (
    <li className="relative space-y-1">
      <span aria-hidden="true" className={`absolute -start-[1.72rem] top-1.5 size-3 rounded-full ${dot}`} />
      <p className="text-sm text-soft">
        <When at={at} />
      </p>
      <p>
        <NodeWords>{`${who} ${what}`}</NodeWords>
      </p>
      {failure !== undefined && (
        <div className="space-y-2 rounded-lg bg-bad-wash p-3">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="bad">{t('failed')}</Badge>
            <Code>{failure.code}</Code>
          </p>
          <p>
            <NodeWords>{failure.why}</NodeWords>
          </p>
          <p>
            <NodeWords>{[failure.next, failure.how].filter(Boolean).join(' ')}</NodeWords>
          </p>
          <p className="text-soft">{t(`retry.${failure.retry}`)}</p>
        </div>
      )}
    </li>
  );
}
