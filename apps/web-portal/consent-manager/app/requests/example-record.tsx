import { useFormatter, useTranslations } from 'use-intl';
import { exampleValue } from '../../../design/example-value.ts';
import { useDataWords } from '../words/data-words.ts';
import type { RequestDetail } from './request-queries.ts';

interface ExampleRecordProps {
  readonly dataType: RequestDetail['dataTypes'][number];
  /** Names of the fields she allows: no other is shown. */
  readonly fields: readonly string[];
}

/** A record that was invented, with no more in it than she allows at this moment. */
export function ExampleRecord({ dataType, fields }: ExampleRecordProps) {
  const t = useTranslations('person.request');
  const format = useFormatter();
  const words = useDataWords();
  const shown = dataType.fields.filter(({ name }) => fields.includes(name) && dataType.example[name] !== undefined);
  return (
    <div className="rounded-lg bg-sunken p-4">
      <p className="mb-3 text-sm text-soft">{t('exampleAbout')}</p>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[minmax(8rem,16rem)_1fr]">
        {shown.map(({ name, title }) => (
          <div key={name} className="contents">
            <dt className="text-soft">{words.fieldTitle(dataType.type, name, title)}</dt>
            <dd className="mb-2 min-w-0 break-words sm:mb-0">
              <bdi>{exampleValue(dataType.example[name], format, (yes) => t(yes ? 'yes' : 'no'))}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
