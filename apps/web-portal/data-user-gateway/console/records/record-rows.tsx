import { useTranslations } from 'use-intl';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { When } from '../../../design/when.tsx';
import type { ReceivedRecord } from './ask-records.ts';
import { columnsOf, type FlatRecord, flatten } from './record-table.ts';

interface Row extends ReceivedRecord {
  readonly place: number;
  readonly flat: FlatRecord;
}

/** Each path of the records is a column: what is shown is what was received, word for word. */
export function RecordRows({
  caption,
  records,
}: {
  readonly caption: string;
  readonly records: readonly ReceivedRecord[];
}) {
  const t = useTranslations('dataUser.records');
  const rows = records.map((one, place): Row => ({ ...one, place, flat: new Map(flatten(one.record)) }));
  return (
    <DataTable<Row>
      caption={caption}
      rows={rows}
      keyOf={({ place }) => `${place}`}
      columns={[
        { name: t('account'), cell: ({ account }) => <ShortId id={account} /> },
        ...columnsOf(rows.map(({ flat }) => flat)).map((path) => ({
          name: path,
          cell: ({ flat }: Row) => (
            <span dir="auto" className="block max-w-72 text-sm break-words">
              {flat.get(path) ?? ''}
            </span>
          ),
        })),
        { name: t('received'), cell: ({ receivedAt }) => <When at={receivedAt} /> },
      ]}
    />
  );
}
