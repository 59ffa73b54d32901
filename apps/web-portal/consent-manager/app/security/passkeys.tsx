import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Badge } from '../../../design/badge.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { NewPasskey } from './new-passkey.tsx';
import { RemovePasskey } from './remove-passkey.tsx';
import { type OwnPasskey, passkeysQuery } from './security-queries.ts';

/** What she signs in and approves with. */
export function Passkeys() {
  const t = useTranslations('person.security');
  const passkeys = useQuery(passkeysQuery);
  return (
    <Section title={t('passkeys')}>
      <p className="text-soft">{t('passkeysAbout')}</p>
      {passkeys.isPending && <Loading lines={1} />}
      {passkeys.isError && <ProblemNotice error={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      <ul className="space-y-3">
        {passkeys.data?.passkeys.map((passkey) => (
          <OnePasskey key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      <NewPasskey />
    </Section>
  );
}

function OnePasskey({ passkey }: { readonly passkey: OwnPasskey }) {
  const t = useTranslations('person.security');
  const { name, madeAt, lastUsedAt, isBackedUp } = passkey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          <Badge tone={isBackedUp ? 'good' : 'neutral'}>{t(isBackedUp ? 'backedUp' : 'oneDevice')}</Badge>
        </h3>
        <p className="text-sm text-soft">
          {t.rich('madeAt', { when: () => <When at={madeAt} show="day" /> })}
          {lastUsedAt !== null && <> · {t.rich('usedAt', { when: () => <When at={lastUsedAt} show="since" /> })}</>}
        </p>
      </div>
      <RemovePasskey passkey={passkey} />
    </li>
  );
}
