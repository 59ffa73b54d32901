import { useFormatter, useTranslations } from 'use-intl';
import { When } from '../../../design/when.tsx';
import { useDataWords } from '../words/data-words.ts';
import type { Flow } from './flow-layout.ts';
import type { DataHolders } from './timeline-queries.ts';

interface HoldingsListProps {
  readonly holders: DataHolders;
  readonly flow: Flow;
  /** One whose ties alone are shown. */
  readonly chosen: string | undefined;
}

/** Who holds what, in words: all that the picture shows, and until when. */
export function HoldingsList({ holders, flow, chosen }: HoldingsListProps) {
  const tied = new Set(
    flow.edges.filter(({ from, to }) => from === chosen || to === chosen).flatMap(({ from, to }) => [from, to]),
  );
  const isShown = (id: string) => chosen === undefined || id === chosen || tied.has(id);
  return (
    <ul aria-live="polite" className="space-y-3 border-t border-line pt-4">
      {holders.dataProviders
        .filter(({ participant }) => isShown(participant.id))
        .map((provider) => (
          <Provider key={provider.participant.id} provider={provider} />
        ))}
      {holders.dataUsers
        .filter(({ participant }) => isShown(participant.id))
        .map((dataUser) => (
          <DataUser key={dataUser.participant.id} dataUser={dataUser} />
        ))}
    </ul>
  );
}

type Titled = readonly { readonly type: string; readonly title: string }[];

function useTypeList(): (types: Titled) => string {
  const format = useFormatter();
  const words = useDataWords();
  return (types) => format.list(types.map(({ type, title }) => words.typeTitle(type, title)));
}

function Provider({ provider }: { readonly provider: DataHolders['dataProviders'][number] }) {
  const t = useTranslations('person.timeline');
  const list = useTypeList();
  return (
    <li>
      <p className="font-medium">{provider.participant.name}</p>
      <ul className="text-sm text-soft">
        {provider.accounts.map(({ id, label, dataTypes }) => (
          <li key={id}>{t('account', { label, types: list(dataTypes) })}</li>
        ))}
      </ul>
    </li>
  );
}

function DataUser({ dataUser }: { readonly dataUser: DataHolders['dataUsers'][number] }) {
  const t = useTranslations('person.timeline');
  const list = useTypeList();
  return (
    <li>
      <p className="font-medium">{dataUser.participant.name}</p>
      <ul className="text-sm text-soft">
        {dataUser.consents.map(({ id, dataTypes, expiresAt }) => (
          <li key={id}>
            {t.rich('mayAsk', { types: list(dataTypes), when: () => <When at={expiresAt} show="day" /> })}
          </li>
        ))}
        {dataUser.held.map(({ consentId, from, dataTypes, records, until, overdue }) => (
          <li key={`${consentId} ${from.id}`} className={overdue > 0 ? 'font-semibold text-bad' : ''}>
            {t('has', { count: records, from: from.name, types: list(dataTypes) })}{' '}
            {overdue > 0 && t('hasOverdue', { count: overdue })}
            {overdue === 0 && until !== null && t.rich('hasUntil', { when: () => <When at={until} show="day" /> })}
          </li>
        ))}
      </ul>
    </li>
  );
}
