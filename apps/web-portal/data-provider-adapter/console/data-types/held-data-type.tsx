import { useTranslations } from 'use-intl';
import type { components } from '../../../api/generated/data-provider-adapter.ts';
import { Scrolled } from '../../../console/parts/scrolled.tsx';
import { useDataWords } from '../../../console/words/data-words.tsx';
import { Card } from '../../../design/card.tsx';
import { Code } from '../../../design/code.tsx';

const opener = 'inline-flex min-h-6 cursor-pointer items-center text-accent underline-offset-4 hover:underline';

/** A kind of record: what it is called, its fields, and the schema each must fit before it leaves. */
export function HeldDataType({
  type,
  title,
  description,
  fields,
  schema,
}: components['schemas']['HeldDataTypes']['dataTypes'][number]) {
  const t = useTranslations('provider.dataTypes');
  const words = useDataWords();
  return (
    <Card className="space-y-3">
      <div>
        <h2 className="text-lg font-semibold">{words.typeTitle(type, title)}</h2>
        <p className="text-soft">
          <Code>{type}</Code>
        </p>
      </div>
      <div>
        <p className="text-sm text-soft">{t('toPerson')}</p>
        <p>{words.typeAbout(type, description)}</p>
      </div>
      <details>
        <summary className={opener}>{t('fields', { count: fields.length })}</summary>
        <ul dir="ltr" className="mt-2 flex flex-wrap gap-2">
          {fields.map((field) => (
            <li key={field} className="rounded-md bg-sunken px-2 py-0.5">
              <Code>{field}</Code>
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary className={opener}>{t('schema')}</summary>
        <Scrolled name={t('schemaOf', { type })}>
          <pre dir="ltr" className="font-mono text-sm">
            {JSON.stringify(schema, null, 2)}
          </pre>
        </Scrolled>
      </details>
    </Card>
  );
}
