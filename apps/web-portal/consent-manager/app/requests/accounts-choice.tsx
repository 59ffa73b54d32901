import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { buttonLook } from '../../../design/button.tsx';
import { Check } from '../../../design/check.tsx';
import { Notice } from '../../../design/notice.tsx';
import { useProviderName } from '../accounts/account-queries.ts';
import { useDataWords } from '../words/data-words.ts';
import type { RequestDetail } from './request-queries.ts';

interface AccountsChoiceProps {
  readonly accounts: RequestDetail['accounts'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which of her accounts are to answer. */
export function AccountsChoice({ accounts, chosen, onChange }: AccountsChoiceProps) {
  const t = useTranslations('person.request');
  const format = useFormatter();
  const words = useDataWords();
  const nameOf = useProviderName();
  if (accounts.length === 0) {
    return (
      <Notice kind="warn" title={t('noAccounts')}>
        <p className="mb-3">{t('noAccountsAbout')}</p>
        <Link to="/accounts" className={buttonLook('quiet')}>
          {t('linkAccount')}
        </Link>
      </Notice>
    );
  }
  return (
    <ul>
      {accounts.map(({ id, label, dataProvider, dataTypes }) => (
        <li key={id}>
          <Check
            checked={chosen.includes(id)}
            onChange={(wanted) =>
              onChange(accounts.map((account) => account.id).filter((of) => (of === id ? wanted : chosen.includes(of))))
            }
          >
            <span className="font-medium">{label}</span>{' '}
            <span className="block text-sm text-soft">
              {nameOf(dataProvider)} · {format.list(dataTypes.map((type) => words.typeTitle(type)))}
            </span>
          </Check>
        </li>
      ))}
    </ul>
  );
}
