import { CircleCheck, ExternalLink, Landmark, Store, UserRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../design/badge.tsx';
import { buttonLook } from '../design/button.tsx';
import { ActButton } from './act-button.tsx';
import type { Addresses, TourStatus } from './api.ts';
import { actOf, outcomeOf, placeOf, type Step } from './tour-steps.ts';

const faces = { person: UserRound, lender: Store, bank: Landmark };

interface StepCardProps {
  readonly step: Step;
  readonly number: number;
  readonly standing: 'done' | 'now' | 'later';
  readonly status: TourStatus;
  readonly addresses: Addresses;
  readonly since: string;
  readonly onSeen: () => void;
}

/** One step: whose part it is, what to do, and where; when it is behind, what came of it. */
export function StepCard({ step, number, standing, status, addresses, since, onSeen }: StepCardProps) {
  const t = useTranslations('tour');
  const Face = faces[step.part];
  const isNow = standing === 'now';
  const outcome = standing === 'later' ? undefined : outcomeOf(step.name, status);
  const act = actOf(step, status);
  const card = useRef<HTMLLIElement>(null);
  // On a phone the next step may be out of sight when the last is done.
  useEffect(() => {
    if (isNow) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isNow]);
  return (
    <li
      ref={card}
      aria-current={isNow ? 'step' : undefined}
      className={`scroll-my-20 rounded-xl border p-4 sm:p-5 ${isNow ? 'border-accent bg-surface shadow-sm' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Face aria-hidden="true" className="size-5 shrink-0 text-soft" />
        <h2 className="min-w-0 flex-1 text-lg font-semibold">
          {t('numbered', { number, title: t(`steps.${step.name}.title`) })}
        </h2>
        {standing === 'done' ? (
          <Badge tone="good">
            <CircleCheck aria-hidden="true" className="size-4" /> {t('done')}
          </Badge>
        ) : (
          <Badge>{t(`parts.${step.part}`)}</Badge>
        )}
      </div>
      {isNow && <p className="mt-2 max-w-prose">{t(`steps.${step.name}.about`)}</p>}
      {outcome !== undefined && (
        <p className={isNow ? 'mt-2 max-w-prose font-medium' : 'mt-1 ms-8 text-soft'}>
          {t(`outcomes.${outcome}`, { records: status.fetch?.records ?? 0 })}
        </p>
      )}
      {isNow && (
        <div className="mt-4 flex flex-wrap gap-3">
          {act !== undefined && <ActButton step={step.name} act={act} since={since} />}
          {step.place !== undefined && (
            <a
              href={placeOf(addresses[step.part], step.place)}
              target="_blank"
              rel="noopener"
              className={buttonLook(act === undefined ? 'primary' : 'quiet')}
              onClick={step.isDone === undefined ? onSeen : undefined}
            >
              <ExternalLink aria-hidden="true" className="size-5" />
              {t(`open.${step.part}`)}
            </a>
          )}
        </div>
      )}
    </li>
  );
}
