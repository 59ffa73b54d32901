import { useFormatter, useTranslations } from 'use-intl';
import type { components } from '../../../api/generated/data-user-gateway.ts';
import { useDataWords } from '../../../console/words/data-words.tsx';
import { Disclosure } from '../../../design/disclosure.tsx';
import { exampleValue } from '../../../design/example-value.ts';

type Shown = components['schemas']['ConsentRequestPreview']['dataTypes'][number];

/** One kind of record as she reads it: its fields in plain words, with an invented record. */
export function ShownDataType({ type, title, description, fields, example }: Shown) {
  const t = useTranslations('dataUser.ask');
  const format = useFormatter();
  const words = useDataWords();
  return (
    <>
      <p className="font-medium">{words.typeTitle(type, title)}</p>
      <p className="text-sm text-soft">{words.typeAbout(type, description)}</p>
      <Disclosure title={t('fieldsOf', { count: fields.length, type: words.typeName(type, title) })}>
        <ul className="list-disc ps-5 text-sm">
          {fields.map(({ name, title: fieldTitle }) => (
            <li key={name}>{words.fieldTitle(type, name, fieldTitle)}</li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={t('example')}>
        <div className="rounded-lg bg-sunken p-4">
          <p className="mb-3 text-sm text-soft">{t('exampleAbout')}</p>
          <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[minmax(8rem,14rem)_1fr]">
            {fields
              .filter(({ name }) => example[name] !== undefined)
              .map(({ name, title: fieldTitle }) => (
                <div key={name} className="contents">
                  <dt className="text-soft">{words.fieldTitle(type, name, fieldTitle)}</dt>
                  <dd className="mb-2 min-w-0 break-words sm:mb-0">
                    <bdi>{exampleValue(example[name], format, (yes) => t(yes ? 'yes' : 'no'))}</bdi>
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      </Disclosure>
    </>
  );
}
