import { BadgeCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { components } from '../../../api/generated/data-user-gateway.ts';
import { useDataWords } from '../../../console/words/data-words.tsx';
import { Card } from '../../../design/card.tsx';
import { Code } from '../../../design/code.tsx';
import { Facts } from '../../../design/facts.tsx';
import { useSpanName } from '../span.tsx';
import { ShownDataType } from './shown-data-type.tsx';

type Shown = components['schemas']['ConsentRequestPreview'];

/** What she will read, in the order she reads it. */
export function Preview({ shown }: { readonly shown: Shown }) {
  const t = useTranslations('dataUser.ask');
  const words = useDataWords();
  const { dataUser, purpose, terms, notice, dataTypes, mayBeNarrowed } = shown;
  return (
    <Card className="space-y-5">
      <p className="text-sm text-soft">{t('previewTitle')}</p>
      <div>
        <h2 className="flex items-center gap-2 text-xl font-semibold">
          {dataUser.name}
          <BadgeCheck aria-hidden="true" className="size-5 text-good" />
        </h2>
        <Code>{dataUser.id}</Code>
      </div>
      <div>
        <p className="font-medium">{words.purposeTitle(purpose.code, purpose.title)}</p>
        <p>{terms.purpose.text}</p>
        <p className="text-sm text-soft">{words.purposeAbout(purpose.code, purpose.description)}</p>
      </div>
      <blockquote lang={notice.language} dir="auto" className="rounded-lg bg-sunken p-4 whitespace-pre-line">
        {notice.text}
      </blockquote>
      <ul className="space-y-3">
        {dataTypes.map((dataType) => (
          <li key={dataType.type}>
            <ShownDataType {...dataType} />
          </li>
        ))}
      </ul>
      <TermsFacts terms={terms} />
      <p className="text-soft">{mayBeNarrowed ? t('narrowable') : t('notNarrowable')}</p>
    </Card>
  );
}

function TermsFacts({ terms }: Pick<Shown, 'terms'>) {
  const t = useTranslations('dataUser.ask');
  const format = useFormatter();
  const nameOf = useSpanName();
  const { dataRange, consentPeriod, frequency, fetchType, consentMode, dataLife } = terms;
  const between = (from: string, to: string) =>
    format.dateTimeRange(new Date(from), new Date(to), { dateStyle: 'medium' });
  return (
    <Facts
      facts={[
        { name: t('range'), value: between(dataRange.from, dataRange.to) },
        { name: t('period'), value: between(consentPeriod.start, consentPeriod.expiry) },
        {
          name: t('frequency'),
          value:
            frequency === undefined
              ? t(`fetchTypes.${fetchType}`)
              : t(`frequencies.${frequency.per}`, { max: frequency.max }),
        },
        { name: t('mode'), value: t(`modes.${consentMode}`) },
        { name: t('life'), value: nameOf(dataLife) },
        { name: t('revoked'), value: terms.eraseOnRevocation ? t('erased') : t('kept') },
      ]}
    />
  );
}
