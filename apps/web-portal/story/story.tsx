import { useFormatter, useTranslations } from 'use-intl';
import { accountOutcomes } from '#domain';
import type { components } from '../api/generated/data-provider-adapter.ts';
import { Badge } from '../design/badge.tsx';
import { Code } from '../design/code.tsx';
import { When } from '../design/when.tsx';

type Steps = components['schemas']['Story']['steps'];
type Step = Steps[number];

/** What something went through, step by step; where it failed, why, and what helps. Told of codes and counts alone. */
export function Story({ steps }: { readonly steps: Steps }) {
  return (
    <ol className="space-y-4 border-s-2 border-line ps-5">
      {steps.map((step) => (
        <StoryStep key={`${step.at} ${step.step} ${step.what}`} {...step} />
      ))}
    </ol>
  );
}

function StoryStep({ at, step, facts, failure }: Step) {
  const t = useTranslations('story');
  const format = useFormatter();
  const dot = failure === undefined ? 'bg-accent' : 'bg-bad';
  const { records = 0, misfits = 0, outcomes = {}, until, times = 1 } = facts;
  const ended = accountOutcomes
    .filter((outcome) => (outcomes[outcome] ?? 0) > 0)
    .map((outcome) => t(`outcomes.${outcome}`, { count: outcomes[outcome] ?? 0 }));
  return (
    <li className="relative space-y-1">
      <span aria-hidden="true" className={`absolute -start-[1.72rem] top-1.5 size-3 rounded-full ${dot}`} />
      <p className="text-sm text-soft">
        <When at={at} />
      </p>
      <p>
        {t(`steps.${step}`, {
          ...{ who: facts.name ?? t(`who.${facts.isReader ? 'you' : facts.by}`), records, times },
          ...{ dated: until === undefined ? 'no' : 'yes', counted: facts.records === undefined ? 'no' : 'yes' },
          until:
            until === undefined ? '' : format.dateTime(new Date(until), { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </p>
      {ended.length > 0 && <p className="text-sm text-soft">{format.list(ended)}</p>}
      {misfits > 0 && <p className="text-sm text-soft">{t('misfits', { count: misfits })}</p>}
      {failure !== undefined && <Failure {...failure} />}
    </li>
  );
}

function Failure({ code, detail, how, retry }: NonNullable<Step['failure']>) {
  const t = useTranslations('story');
  const all = useTranslations();
  const say = (part: 'why' | 'next') => {
    const known: readonly string[] = [`story.why.${code}.${part}`, `refusals.${code}.${part}`];
    const there = known.find((key) => all.has(key as 'story.otherWhy'));
    return there && all(there as 'story.otherWhy');
  };
  return (
    <div className="space-y-2 rounded-lg bg-bad-wash p-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="bad">{t('failed')}</Badge>
        <Code>{code}</Code>
      </p>
      <p>{say('why') ?? t('otherWhy')}</p>
      {detail !== undefined && <p>{t.rich('detail', { detail: () => <Code>{detail}</Code> })}</p>}
      <p>{say('next')}</p>
      {how !== undefined && (
        <p>
          <Code>{how}</Code>
        </p>
      )}
      <p className="text-soft">{t(`retry.${retry}`)}</p>
    </div>
  );
}
