import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import { Check } from '../../../design/check.tsx';
import { Disclosure } from '../../../design/disclosure.tsx';
import { useDataWords } from '../words/data-words.ts';
import { detailsOf, fieldsOfDetail } from '../words/details.ts';
import { ExampleRecord } from './example-record.tsx';
import type { RequestDetail } from './request-queries.ts';

interface DataTypeChoiceProps {
  readonly dataType: RequestDetail['dataTypes'][number];
  readonly kept: readonly string[];
  readonly isCovered: boolean;
  readonly mayBeNarrowed: boolean;
  readonly onChange: (kept: readonly string[]) => void;
}

/** One kind of record: whole, some details of it, or not at all. */
export function DataTypeChoice({ dataType, kept, isCovered, mayBeNarrowed, onChange }: DataTypeChoiceProps) {
  const t = useTranslations('person.request');
  const words = useDataWords();
  const { type, title, description } = dataType;
  const names = dataType.fields.map(({ name }) => name);
  const details = detailsOf(names);
  const shownTitle = words.typeTitle(type, title);
  // Said to those who hear one control after the other; to others it stands above.
  const of = (heard: ReactNode) => <span className="sr-only">{heard}</span>;
  const label = (
    <>
      <span className="block font-semibold">{shownTitle}</span>
      <span className="block text-soft">{words.typeAbout(type, description)}</span>
    </>
  );
  return (
    <li className="space-y-1 border-t border-line pt-3 first:border-0 first:pt-0">
      {mayBeNarrowed ? (
        <Check checked={kept.length > 0} onChange={(all) => onChange(all ? names : [])}>
          {label}
        </Check>
      ) : (
        <p>{label}</p>
      )}
      {!isCovered && <p className="text-sm text-warn sm:ms-9">{t('notCovered')}</p>}
      <div className="sm:ms-9">
        <Disclosure
          title={t.rich('details', { of, type: shownTitle, count: detailsOf(kept).length, all: details.length })}
        >
          {mayBeNarrowed && (
            <div className="mb-2 flex gap-4">
              <Button kind="plain" onClick={() => onChange(names)}>
                {t('allDetails')}
              </Button>
              <Button kind="plain" onClick={() => onChange([])}>
                {t('noDetails')}
              </Button>
            </div>
          )}
          <Details dataType={dataType} kept={kept} mayBeNarrowed={mayBeNarrowed} onChange={onChange} />
        </Disclosure>
        {kept.length > 0 && (
          <Disclosure title={t.rich('example', { of, type: shownTitle })}>
            <ExampleRecord dataType={dataType} fields={kept} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}

type DetailsProps = Omit<DataTypeChoiceProps, 'isCovered'>;

function Details({ dataType, kept, mayBeNarrowed, onChange }: DetailsProps) {
  const words = useDataWords();
  const names = dataType.fields.map(({ name }) => name);
  const titleOf = (detail: string) =>
    words.fieldTitle(dataType.type, detail, dataType.fields.find(({ name }) => name === detail)?.title ?? detail);
  const toggle = (detail: string, wanted: boolean) => {
    const touched = fieldsOfDetail(detail, names);
    onChange(names.filter((name) => (touched.includes(name) ? wanted : kept.includes(name))));
  };
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {detailsOf(names).map((detail) => (
        <li key={detail}>
          {mayBeNarrowed ? (
            <Check checked={kept.includes(detail)} onChange={(wanted) => toggle(detail, wanted)}>
              {titleOf(detail)}
            </Check>
          ) : (
            titleOf(detail)
          )}
        </li>
      ))}
    </ul>
  );
}
