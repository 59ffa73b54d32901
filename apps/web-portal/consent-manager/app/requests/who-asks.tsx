import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../../design/badge.tsx';
import { Card } from '../../../design/card.tsx';
import { When } from '../../../design/when.tsx';
import { useDataWords } from '../words/data-words.ts';
import type { RequestDetail } from './request-queries.ts';

/** Who wants to know, what that name is worth, and what for. */
export function WhoAsks({ request }: { readonly request: RequestDetail }) {
  const t = useTranslations('person.request');
  const words = useDataWords();
  const { dataUser, purpose, notice } = request;
  const verified = dataUser.verified;
  return (
    <Card className="space-y-4">
      <div>
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-lg font-semibold">{dataUser.name}</h2>
          <Badge tone={verified === null ? 'warn' : 'good'}>
            {verified === null ? (
              <ShieldAlert aria-hidden="true" className="size-4" />
            ) : (
              <ShieldCheck aria-hidden="true" className="size-4" />
            )}
            {t(verified === null ? 'notVerified' : 'verified')}
          </Badge>
        </div>
        <p className="mt-1 text-sm text-soft">
          {verified === null
            ? t('notVerifiedAbout')
            : t.rich('verifiedAbout', { when: () => <When at={verified.since} show="day" /> })}
        </p>
        <p className="mt-1 text-sm break-all text-soft">{dataUser.id}</p>
      </div>
      <div className="border-t border-line pt-4">
        <h3 className="font-medium text-soft">{t('purpose')}</h3>
        <p className="text-lg font-medium">{words.purposeTitle(purpose.code, purpose.title)}</p>
        <p>{words.purposeAbout(purpose.code, purpose.description)}</p>
      </div>
      <figure>
        <figcaption className="text-sm text-soft">{t('theirWords', { who: dataUser.name })}</figcaption>
        <blockquote lang={notice.language} dir="auto" className="border-s-4 border-line ps-3">
          <p>{notice.text}</p>
          {!notice.text.includes(purpose.text) && <p className="text-soft">{purpose.text}</p>}
        </blockquote>
      </figure>
    </Card>
  );
}
